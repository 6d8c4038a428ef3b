/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What {@code X-Signature} must say (apis/ticketutils-pos.md 2). */
final class Signature {
    private Signature() {}

    /** Base64 of HMAC-SHA256 over the message. */
    static String of(String message, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Percent-decoded; a plus stays a plus, as with .NET's {@code UnescapeDataString}. */
    static String decoded(String target) {
        return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
