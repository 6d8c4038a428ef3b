/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** How the Partner Center side is set up. The defaults are Microsoft's documented values, or else the harder case. */
public final class PartnerCenterOptions {
    int tenants;
    int customers;
    int ordersPerCustomer;
    int days = 90;
    double changesPerHour;
    double ratePerMinute = 500;
    Integer burst;
    boolean refusedRequestsCount = true;
    Duration tokenLifetime = Duration.ofHours(1);
    boolean rotateRefreshTokens = true;
    boolean newestRefreshTokenOnly;
    Duration listLag = Duration.ofMinutes(15);
    LinkStyle linkStyle = LinkStyle.UNPREFIXED;
    int largestPage = 500;
    boolean activityLog = true;
    boolean microsoftInActivityLog;
    Duration uploadDelay = Duration.ZERO;
    boolean uploadsAtAnyTime;
    private final Set<String> audiences = new HashSet<>(Set.of(
            "https://api.partnercenter.microsoft.com",
            "https://graph.windows.net",
            "https://partner.partnercenterapi.microsoftonline.cn"));

    /** How many tenants exist from the start: contoso1, contoso2, and so on. */
    public PartnerCenterOptions tenants(int count) {
        tenants = count;
        return this;
    }

    /** How many customers each tenant has from the start, and how many orders each of these. */
    public PartnerCenterOptions population(int customerCount, int orderCountPerCustomer) {
        customers = customerCount;
        ordersPerCustomer = orderCountPerCustomer;
        return this;
    }

    /** Over how many days before the beginning the orders are spread; 90 unless said. */
    public PartnerCenterOptions days(int count) {
        days = count;
        return this;
    }

    /** How many things happen an hour, over all tenants. */
    public PartnerCenterOptions changesPerHour(double changes) {
        changesPerHour = changes;
        return this;
    }

    /** Another rate than 500 requests a minute, for every resource. */
    public PartnerCenterOptions ratePerMinute(double requests) {
        ratePerMinute = requests;
        return this;
    }

    /** How many requests may come at once; those of a minute unless said. */
    public PartnerCenterOptions burst(int requests) {
        burst = requests;
        return this;
    }

    /** Whether a refused request counts against the limit, too, as documented. */
    public PartnerCenterOptions refusedRequestsCount(boolean count) {
        refusedRequestsCount = count;
        return this;
    }

    /** How long an access token lives. */
    public PartnerCenterOptions tokenLifetime(Duration lifetime) {
        tokenLifetime = lifetime;
        return this;
    }

    /** Whether every use of a refresh token brings a new one. */
    public PartnerCenterOptions rotateRefreshTokens(boolean rotate) {
        rotateRefreshTokens = rotate;
        return this;
    }

    /** Whether a new refresh token ends the earlier ones, which Entra does not do to applications with a secret. */
    public PartnerCenterOptions newestRefreshTokenOnly(boolean strict) {
        newestRefreshTokenOnly = strict;
        return this;
    }

    /** A further audience for which tokens may be asked. */
    public PartnerCenterOptions audience(String resource) {
        audiences.add(resource);
        return this;
    }

    /** How far lists of orders lag behind GETs by id: 15 minutes unless said, for new orders and for changes. */
    public PartnerCenterOptions listLag(Duration lag) {
        listLag = lag;
        return this;
    }

    /** How links are written. */
    public PartnerCenterOptions linkStyle(LinkStyle style) {
        linkStyle = style;
        return this;
    }

    /** How many items a page has at most, and when the request does not say. */
    public PartnerCenterOptions largestPage(int items) {
        largestPage = items;
        return this;
    }

    /** Whether the cloud has an activity log. */
    public PartnerCenterOptions activityLog(boolean present) {
        activityLog = present;
        return this;
    }

    /** Whether what happens on Microsoft's side is in the activity log, which nothing says that it is. */
    public PartnerCenterOptions microsoftInActivityLog(boolean present) {
        microsoftInActivityLog = present;
        return this;
    }

    /** How long after an upload the order says so. */
    public PartnerCenterOptions uploadDelay(Duration delay) {
        uploadDelay = delay;
        return this;
    }

    /** Whether a purchase order may be uploaded to an order that does not await one. */
    public PartnerCenterOptions uploadsAtAnyTime(boolean allowed) {
        uploadsAtAnyTime = allowed;
        return this;
    }

    int burst() {
        return burst == null ? (int) Math.max(1, Math.round(ratePerMinute)) : burst;
    }

    Set<String> audiences(URI baseUrl) {
        Set<String> all = new HashSet<>(audiences);
        all.add(baseUrl.toString());
        return all;
    }

    /** Orders that live by themselves need a tenant, whether or not one was asked for. */
    boolean alive() {
        return customers > 0 || changesPerHour > 0;
    }
}
