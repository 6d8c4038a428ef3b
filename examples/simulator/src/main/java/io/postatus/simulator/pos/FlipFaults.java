/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;

/** Lets the order that was updated last return to its earlier state, just before somebody looks. */
final class FlipFaults {
    private final Faults faults;

    FlipFaults(Faults faults) {
        this.faults = faults;
    }

    void strike(Request request) {
        if (faults.strikes(Fault.FLIP_BACK, request.occasion())) {
            flip(request.subscriber(), false);
        }
        if (faults.strikes(Fault.FLIP_BACK_SILENT, request.occasion())) {
            flip(request.subscriber(), true);
        }
    }

    private static void flip(PosSubscriber subscriber, boolean silent) {
        subscriber.look(now -> {
            subscriber.chronicle().ledger().latestUpdated().stream()
                    .filter(order -> order.version() > 1)
                    .findFirst()
                    .ifPresent(order -> subscriber.chronicle().flipBack(order.id(), silent, now));
            return null;
        });
    }
}
