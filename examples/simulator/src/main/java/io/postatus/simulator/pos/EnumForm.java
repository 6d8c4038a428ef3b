/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

/** How enumerations are written: documented are names, seen in Search were numbers (apis/ticketutils-pos.md 3). */
public enum EnumForm {
    /** Names from every operation but Search, whose rows have numbers: as documented and as seen. */
    NUMBERS_IN_ROWS,
    /** Names everywhere. */
    NAMES,
    /** Numbers everywhere. */
    NUMBERS
}
