/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import java.net.URI;

/**
 * Where a partner's tenant lives: apis/partner-center-orders.md 1.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-rest-urls">REST URLs</a>
 */
public enum PartnerCenterCloud {
    global("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.com", true),
    usGov("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.us", true),
    /** Operated by 21Vianet. Nothing says that it has an activity log. */
    china("https://partner.partnercenterapi.microsoftonline.cn", "https://login.chinacloudapi.cn", false);

    private final String url;
    private final String authority;
    private final boolean activityLog;

    PartnerCenterCloud(String url, String authority, boolean activityLog) {
        this.url = url;
        this.authority = authority;
        this.activityLog = activityLog;
    }

    public URI url() {
        return URI.create(url);
    }

    /** What access tokens are asked for, unless said otherwise. */
    String resource() {
        return url;
    }

    /** Entra's token endpoint of a tenant. */
    URI tokenUrl(String tenant, PartnerCenterTokenVersion version) {
        return URI.create(authority + "/" + tenant + version.path());
    }

    boolean hasActivityLog() {
        return activityLog;
    }
}
