/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The access tokens that were handed out. A new one does not end the earlier ones.
 *
 * @param <G> what a token grants: whom it speaks for
 */
public final class AccessTokens<G> {
    private static final int KEPT = 100_000;

    /** What a token grants, and until when. */
    public record Issued<G>(G grant, Instant expires) {
        /** Whether the token is good no longer. */
        public boolean expiredAt(Instant now) {
            return !now.isBefore(expires);
        }
    }

    private final Duration lifetime;
    private final Map<String, Issued<G>> issued = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issued<G>> eldest) {
            return size() > KEPT;
        }
    };
    private long count;

    /** Tokens that live so long. */
    public AccessTokens(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** A new token: the prefix and a number. */
    public synchronized String issue(String prefix, G grant, Instant now) {
        String token = prefix + ++count;
        issued.put(token, new Issued<>(grant, now.plus(lifetime)));
        return token;
    }

    /** What was issued under a token, which may have expired since. */
    public synchronized Optional<Issued<G>> find(String token) {
        return Optional.ofNullable(issued.get(token));
    }

    /** How long a token lives, as the token endpoints tell it. */
    public long lifetimeSeconds() {
        return lifetime.toSeconds();
    }

    /** Makes every token with such a grant unknown. */
    public synchronized void forget(Predicate<G> grants) {
        issued.values().removeIf(each -> grants.test(each.grant()));
    }
}
