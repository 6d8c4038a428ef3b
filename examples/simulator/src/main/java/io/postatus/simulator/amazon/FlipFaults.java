/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import java.time.Instant;

/** Lets the order that was updated last return to its earlier state, just before somebody looks. */
final class FlipFaults {
    private final Faults faults;

    FlipFaults(Faults faults) {
        this.faults = faults;
    }

    void strike(Request request) {
        if (faults.strikes(Fault.FLIP_BACK, request.occasion())) {
            flip(request.account(), false);
        }
        if (faults.strikes(Fault.FLIP_BACK_SILENT, request.occasion())) {
            flip(request.account(), true);
        }
    }

    private static void flip(AmazonAccount account, boolean silent) {
        account.look(now -> {
            account.chronicle().ledger().latestUpdated().stream()
                    .filter(order -> order.version() > 1)
                    .findFirst()
                    .ifPresent(order -> flip(account.chronicle(), order.number(), silent, now));
            return null;
        });
    }

    private static void flip(Chronicle chronicle, String number, boolean silent, Instant now) {
        chronicle.happen(number, Step.flipBack(chronicle.beforeNewest(number), silent), now);
    }
}
