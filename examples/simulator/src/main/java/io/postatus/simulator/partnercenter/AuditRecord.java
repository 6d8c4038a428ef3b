/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.time.Instant;

/** One operation as the activity log keeps it. */
record AuditRecord(long place, String id, String operation, OrderVersion order, Instant at) {}
