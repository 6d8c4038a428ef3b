/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.auth.RequiredOption;
import io.postatus.core.model.Digest;
import java.net.URI;
import java.util.Objects;

/**
 * One vendor group: where it is served, and what opens it.
 *
 * @param id chosen by the user
 * @param baseUrl the host of its region, the sandbox, a proxy or a simulator
 * @param sandbox whether the base URL is Amazon's static sandbox, which allows half as many requests
 */
public record AmazonVendorAccount(
        String id,
        URI baseUrl,
        boolean sandbox,
        URI tokenUrl,
        String clientId,
        String clientSecret,
        String refreshToken) {

    public AmazonVendorAccount {
        RequiredOption.check(AmazonVendorMapper.SOURCE, "account", id);
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(tokenUrl, "tokenUrl");
        RequiredOption.checkPath("tokenUrl", tokenUrl, "Amazon's is " + AmazonVendorRegion.TOKEN_URL);
        RequiredOption.check(AmazonVendorMapper.SOURCE, "clientId", clientId);
        RequiredOption.check(AmazonVendorMapper.SOURCE, "clientSecret", clientSecret);
        RequiredOption.check(AmazonVendorMapper.SOURCE, "refreshToken", refreshToken);
    }

    /** The token URL without its path. */
    URI tokenHost() {
        return tokenUrl.resolve("/");
    }

    /** Tells credentials apart without telling what they are. */
    String credential() {
        return Digest.of(String.join("\n", tokenUrl.toString(), clientId, clientSecret, refreshToken));
    }

    @Override
    public String toString() {
        return "AmazonVendorAccount[" + id + ", " + baseUrl + "]";
    }
}
