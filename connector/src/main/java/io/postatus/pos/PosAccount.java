/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.auth.RequiredOption;
import io.postatus.core.model.Digest;
import java.net.URI;
import java.time.ZoneId;
import java.util.Objects;

/**
 * One subscriber: where it is served, what opens it, and how it is to be spoken to.
 *
 * @param id chosen by the user
 * @param baseUrl the service, a proxy or a simulator
 * @param apiKey the value of X-Token
 * @param secretKey what X-Signature is made with
 * @param signedPath which reading of path and query is signed
 * @param timeZone of all dates, which no document names
 * @param requestsPerSecond what we allow ourselves, since the service says nothing
 */
public record PosAccount(
        String id,
        URI baseUrl,
        String apiKey,
        String secretKey,
        PosSignedPath signedPath,
        ZoneId timeZone,
        double requestsPerSecond) {

    public PosAccount {
        RequiredOption.check(PosMapper.SOURCE, "account", id);
        Objects.requireNonNull(baseUrl, "baseUrl");
        RequiredOption.check(PosMapper.SOURCE, "apiKey", apiKey);
        RequiredOption.check(PosMapper.SOURCE, "secretKey", secretKey);
        Objects.requireNonNull(signedPath, "signedPath");
        Objects.requireNonNull(timeZone, "timeZone");
    }

    /** Tells credentials apart without telling what they are. */
    String credential() {
        return Digest.of(String.join("\n", baseUrl.toString(), apiKey));
    }

    @Override
    public String toString() {
        return "PosAccount[" + id + ", " + baseUrl + "]";
    }
}
