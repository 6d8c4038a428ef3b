/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The store under test, and what its tests have in common. */
interface StateFixture {
    StreamId STREAM = new StreamId("amazonvendor", "acme", "default");
    Duration LIFE = Duration.ofSeconds(30);

    PollState state();

    /** What the store measures leases by. */
    SettableClock clock();

    default Lease acquire(String owner) {
        return state().acquire(STREAM, owner, LIFE).orElseThrow();
    }

    default OrderState find(String number) {
        return state().find(STREAM, List.of(number)).get(number);
    }

    static Parked parked(String number, long sequence) {
        return new Parked(number, sequence, at(1), 6, "connection refused", "{\"purchaseOrderNumber\":\"ä\"}");
    }

    static Instant at(long seconds) {
        return Instant.parse("2026-03-02T00:00:00Z").plusSeconds(seconds);
    }

    /** An id of knowledge, made of one hexadecimal digit. */
    static String id(String digit) {
        return digit.repeat(32);
    }
}
