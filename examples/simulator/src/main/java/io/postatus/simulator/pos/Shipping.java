/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;

/** How the tickets travel. */
record Shipping(BigDecimal cost, String type, String trackingNumber, String carrier, String service) {
    static final Shipping UNDECIDED = new Shipping(BigDecimal.ZERO, "Physical", "", "None", "");

    Shipping cost(BigDecimal other) {
        return new Shipping(other, type, trackingNumber, carrier, service);
    }

    Shipping type(String other) {
        return new Shipping(cost, other, trackingNumber, carrier, service);
    }

    Shipping trackingNumber(String other) {
        return new Shipping(cost, type, other, carrier, service);
    }

    Shipping carrier(String other) {
        return new Shipping(cost, type, trackingNumber, other, service);
    }

    Shipping service(String other) {
        return new Shipping(cost, type, trackingNumber, carrier, other);
    }
}
