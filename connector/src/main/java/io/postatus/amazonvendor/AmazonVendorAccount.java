/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

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
        require(id, "account");
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(tokenUrl, "tokenUrl");
        require(clientId, "clientId");
        require(clientSecret, "clientSecret");
        require(refreshToken, "refreshToken");
    }

    private static void require(String value, String option) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("amazonvendor needs the option " + option);
        }
    }

    @Override
    public String toString() {
        return "AmazonVendorAccount[" + id + ", " + baseUrl + "]";
    }
}
