/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

/**
 * From and to, which the vendor calls DateValue.
 *
 * @param fromDate to the minute, without zone
 * @param filterByTime whether the times count, or only the days
 */
@PosRecord
public record DateRange(String fromDate, String toDate, Boolean filterByTime) {}
