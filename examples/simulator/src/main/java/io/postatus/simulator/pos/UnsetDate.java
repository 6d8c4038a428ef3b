/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

/** How a date is written that is not set; all three are possible (apis/ticketutils-pos.md 3). */
public enum UnsetDate {
    /** {@code null}. */
    NULL,
    /** The property is left out. */
    ABSENT,
    /** {@code 0001-01-01T00:00}, the first date of .NET. */
    FIRST_OF_ALL
}
