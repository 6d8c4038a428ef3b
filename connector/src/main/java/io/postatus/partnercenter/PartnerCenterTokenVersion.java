/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import java.util.HashMap;
import java.util.Map;

/**
 * The two forms of Entra's token endpoint: apis/partner-center-orders.md 2.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication">Authentication</a>
 */
public enum PartnerCenterTokenVersion {
    /** Asks for a resource. */
    v1("/oauth2/token"),
    /** Asks for a scope. */
    v2("/oauth2/v2.0/token");

    private final String path;

    PartnerCenterTokenVersion(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** What the token endpoint is sent: as the application alone, or as application and user. */
    Map<String, String> form(PartnerCenterAccount account) {
        Map<String, String> form = new HashMap<>();
        form.put("client_id", account.clientId());
        form.put("client_secret", account.clientSecret());
        if (account.hasUser()) {
            form.put("grant_type", "refresh_token");
            form.put("refresh_token", account.refreshToken());
        } else {
            form.put("grant_type", "client_credentials");
        }
        return this == v1 ? withResource(form, account) : withScope(form, account);
    }

    private static Map<String, String> withResource(Map<String, String> form, PartnerCenterAccount account) {
        form.put("resource", account.resource());
        if (account.hasUser()) {
            form.put("scope", "openid");
        }
        return form;
    }

    private static Map<String, String> withScope(Map<String, String> form, PartnerCenterAccount account) {
        form.put(
                "scope", account.resource() + (account.hasUser() ? "/user_impersonation offline_access" : "/.default"));
        return form;
    }
}
