/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waiting for another process. */
final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private Patience() {}

    static void until(String what, Callable<Boolean> holds) {
        Awaitility.await(what)
                .pollInterval(Duration.ofMillis(50))
                .atMost(LONGEST)
                .until(holds);
    }

    /** Lets time pass, as what is waited for is the passing of time: the instant of a kill. */
    static void passes(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(LONGEST).until(() -> System.nanoTime() >= end);
    }
}
