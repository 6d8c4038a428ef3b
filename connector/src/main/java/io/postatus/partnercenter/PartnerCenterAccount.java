/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.auth.RequiredOption;
import io.postatus.core.model.Digest;
import java.net.URI;
import java.util.Objects;

/**
 * One partner's tenant: where it is served, and what opens it.
 *
 * @param id chosen by the user
 * @param tenant the partner's own, as GUID or domain
 * @param baseUrl the host of its cloud, a proxy or a simulator
 * @param resource what access tokens are asked for
 * @param refreshToken of a user who consented; null to speak as the application alone
 * @param requestsPerMinute what we allow ourselves of what Microsoft allows the tenant
 */
public record PartnerCenterAccount(
        String id,
        String tenant,
        URI baseUrl,
        URI tokenUrl,
        PartnerCenterTokenVersion tokenVersion,
        String resource,
        String clientId,
        String clientSecret,
        String refreshToken,
        int requestsPerMinute) {

    public PartnerCenterAccount {
        RequiredOption.check(PartnerCenterMapper.SOURCE, "account", id);
        RequiredOption.check(PartnerCenterMapper.SOURCE, "tenant", tenant);
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(tokenUrl, "tokenUrl");
        Objects.requireNonNull(tokenVersion, "tokenVersion");
        RequiredOption.checkPath(
                "tokenUrl",
                tokenUrl,
                "Microsoft's is " + PartnerCenterCloud.global.tokenUrl("contoso.onmicrosoft.com", tokenVersion));
        RequiredOption.check(PartnerCenterMapper.SOURCE, "resource", resource);
        RequiredOption.check(PartnerCenterMapper.SOURCE, "clientId", clientId);
        RequiredOption.check(PartnerCenterMapper.SOURCE, "clientSecret", clientSecret);
        refreshToken = refreshToken == null || refreshToken.isBlank() ? null : refreshToken;
    }

    /** Whether requests speak for a user as well. */
    boolean hasUser() {
        return refreshToken != null;
    }

    /** The token URL without its path. */
    URI tokenHost() {
        return tokenUrl.resolve("/");
    }

    /** Tells credentials apart without telling what they are. */
    String credential() {
        return Digest.of(
                String.join("\n", tokenUrl.toString(), resource, clientId, clientSecret, String.valueOf(refreshToken)));
    }

    @Override
    public String toString() {
        return "PartnerCenterAccount[" + id + ", " + baseUrl + "]";
    }
}
