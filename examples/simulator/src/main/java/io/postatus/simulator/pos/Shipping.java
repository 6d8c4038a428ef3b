/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;

/** How the tickets travel. */
record Shipping(BigDecimal cost, String type, String trackingNumber, String carrier, String service) {
    static final Shipping UNDECIDED = new Shipping(BigDecimal.ZERO, "Physical", "", "None", "");

    Shipping cost(BigDecimal other) {
        return new Shipping(other, type, trackingNumber, carrier, service);
    }

    Shipping tracked(String number, String by) {
        return new Shipping(cost, type, number, by, service);
    }
}
