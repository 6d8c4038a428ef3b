/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** One operation as the activity log keeps it. */
record AuditRecord(long place, String id, String operation, OrderVersion order, Instant at) {
    static final String RESOURCE_TYPE = "order";

    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
