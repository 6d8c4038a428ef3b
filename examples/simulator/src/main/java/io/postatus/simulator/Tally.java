/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many requests of each account and operation its limit let pass, and how many it did not. */
public final class Tally {
    private record Key(String account, Operation operation, boolean passed) {}

    private final Map<Key, AtomicLong> counters = new ConcurrentHashMap<>();

    /** Counts one request. */
    public void count(String account, Operation operation, boolean passed) {
        counters.computeIfAbsent(new Key(account, operation, passed), key -> new AtomicLong())
                .incrementAndGet();
    }

    /** How many passed. */
    public long accepted(String account, Operation operation) {
        return read(new Key(account, operation, true));
    }

    /** How many did not. */
    public long refused(String account, Operation operation) {
        return read(new Key(account, operation, false));
    }

    private long read(Key key) {
        AtomicLong counter = counters.get(key);
        return counter == null ? 0 : counter.get();
    }
}
