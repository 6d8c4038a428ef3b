/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import java.time.Instant;
import java.util.Comparator;

/** Lets the order that changed last return to its earlier state, just before somebody looks. */
final class FlipFaults {
    private final Faults faults;

    FlipFaults(Faults faults) {
        this.faults = faults;
    }

    void strike(Request request, Instant now) {
        // Without a date of the last update on any document, the silent flip is the same.
        if (faults.strikes(Fault.FLIP_BACK, request.occasion())
                || faults.strikes(Fault.FLIP_BACK_SILENT, request.occasion())) {
            Chronicle chronicle = request.tenant().chronicle();
            chronicle.all().stream()
                    .filter(story -> story.beforeNewest().isPresent())
                    .max(Comparator.comparing(story -> story.newest().changed()))
                    .ifPresent(story -> chronicle.happen(
                            story, story.beforeNewest().orElseThrow().status(), Actor.MICROSOFT, now));
        }
    }
}
