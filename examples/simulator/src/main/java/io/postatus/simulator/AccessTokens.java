/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The access tokens that were handed out. A new one does not end the earlier ones (reference, section 3.2). */
final class AccessTokens {
    private static final int KEPT = 100_000;

    private record Issued(AmazonAccount account, Instant expires) {}

    private final Duration lifetime;
    private final Map<String, Issued> issued = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issued> eldest) {
            return size() > KEPT;
        }
    };
    private long count;

    AccessTokens(Duration lifetime) {
        this.lifetime = lifetime;
    }

    synchronized String issue(AmazonAccount account, Instant now) {
        String token = "Atza|" + account.id() + "-" + ++count;
        issued.put(token, new Issued(account, now.plus(lifetime)));
        return token;
    }

    synchronized AmazonAccount owner(String token, Instant now) {
        if (token == null || token.isEmpty()) {
            throw Refusal.unauthorized("Access token is missing in the request header.");
        }
        Issued found = issued.get(token);
        if (found == null) {
            throw Refusal.unauthorized("The access token you provided is revoked, malformed or invalid.");
        }
        if (!now.isBefore(found.expires())) {
            throw Refusal.unauthorized("The access token you provided has expired.");
        }
        return found.account();
    }

    long lifetimeSeconds() {
        return lifetime.toSeconds();
    }

    /** Makes every token of an account unknown. */
    synchronized void forget(AmazonAccount account) {
        issued.values().removeIf(each -> each.account() == account);
    }
}
