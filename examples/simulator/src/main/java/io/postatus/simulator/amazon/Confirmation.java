/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Instant;

/** One acknowledgement of a line, a full snapshot; backordered units count as accepted (reference, section 5.3). */
record Confirmation(Instant at, int accepted, int rejected) {}
