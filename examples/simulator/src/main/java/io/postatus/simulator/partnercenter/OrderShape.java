/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

/** The kinds of order that differ in the look of their ids and documents (apis/partner-center-orders.md 6.1). */
public enum OrderShape {
    /** 12 hexadecimal digits, and the same as {@code alternateId}. */
    NEW_COMMERCE,
    /** About 33 signs with {@code -} and {@code _}. */
    MODERN,
    /** A GUID, an entity tag, neither transaction type nor symbol of the currency. */
    LEGACY
}
