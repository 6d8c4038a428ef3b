/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

/** How the addresses in links are written; samples show both (apis/partner-center-orders.md 4). */
public enum LinkStyle {
    /** {@code /customers}: relative to the version, the usual way. */
    UNPREFIXED,
    /** {@code /v1/customers}. */
    PREFIXED
}
