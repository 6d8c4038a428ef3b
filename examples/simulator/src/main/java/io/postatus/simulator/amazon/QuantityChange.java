/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Instant;

/** One entry of a line's history of ordered quantities: units added, or cancelled where negative. */
record QuantityChange(Instant at, int units) {}
