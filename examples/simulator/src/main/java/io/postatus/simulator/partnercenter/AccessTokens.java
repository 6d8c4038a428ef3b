/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The access tokens that were handed out. A new one does not end the earlier ones. */
final class AccessTokens {
    private static final int KEPT = 100_000;
    private static final String BEARER = "bearer ";

    /** Who a token speaks for. */
    record Grant(PartnerTenant tenant, boolean user, Instant expires) {}

    private final Duration lifetime;
    private final Map<String, Grant> issued = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Grant> eldest) {
            return size() > KEPT;
        }
    };
    private long count;

    AccessTokens(Duration lifetime) {
        this.lifetime = lifetime;
    }

    synchronized String issue(PartnerTenant tenant, boolean user, Instant now) {
        String token = "eyJ." + tenant.id() + (user ? ".user." : ".app.") + ++count;
        issued.put(token, new Grant(tenant, user, now.plus(lifetime)));
        return token;
    }

    synchronized Grant owner(String authorization, Instant now) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Refusal.unauthorized("800001", "Partner token missing in request context");
        }
        Grant found = issued.get(authorization.substring(BEARER.length()).trim());
        if (found == null || !now.isBefore(found.expires())) {
            throw Refusal.unauthorized("400", "Access denied");
        }
        return found;
    }

    long lifetimeSeconds() {
        return lifetime.toSeconds();
    }

    /** Makes every token of a tenant unknown. */
    synchronized void forget(PartnerTenant tenant) {
        issued.values().removeIf(each -> each.tenant() == tenant);
    }
}
