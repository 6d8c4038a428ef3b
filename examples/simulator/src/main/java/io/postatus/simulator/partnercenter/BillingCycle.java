/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.util.Locale;

/** Billing cycles in the order of their numbers (apis/partner-center-orders.md 6.2). */
public enum BillingCycle {
    UNKNOWN,
    MONTHLY,
    ANNUAL,
    NONE,
    ONE_TIME,
    TRIENNIAL,
    BIENNIAL;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a request parameter, which takes {@code onetime}, {@code OneTime}, {@code one_time} or a number. */
    static BillingCycle parse(String value) {
        for (BillingCycle each : values()) {
            boolean named = each.name().replace("_", "").equalsIgnoreCase(value.replace("_", ""));
            if (named || Integer.toString(each.ordinal()).equals(value)) {
                return each;
            }
        }
        throw Refusal.badRequest("900126", "Unable to parse enum " + value);
    }
}
