/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.auth.Authenticator;
import io.postatus.core.auth.Credentials;
import io.postatus.core.auth.RequestLine;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs path and query of each request, and nothing else of it: who has seen a pair of token and signature can repeat
 * that request for ever, so neither is ever logged.
 *
 * <p>See apis/ticketutils-pos.md 2.
 */
record PosSignature(String apiKey, String secretKey, PosSignedPath signedPath) implements Authenticator {

    private static final String ALGORITHM = "HmacSHA256";

    static PosSignature of(PosAccount account) {
        return new PosSignature(account.apiKey(), account.secretKey(), account.signedPath());
    }

    @Override
    public CompletionStage<Credentials> authenticate(RequestLine line) {
        return CompletableFuture.completedStage(
                Credentials.of(Map.of("X-Token", apiKey, "X-Signature", sign(line.pathAndQuery()))));
    }

    String sign(String pathAndQuery) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] message = signedPath.of(pathAndQuery).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(message));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "PosSignature[" + signedPath + "]";
    }
}
