/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By which an order is asked for: orders are found only by customer. GUIDs are the same in either case, so they are kept
 * in lower case; other ids are kept as they are.
 */
record PartnerCenterOrderId(String customerId, String orderId) {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    PartnerCenterOrderId {
        customerId = canonical(customerId);
        orderId = canonical(orderId);
    }

    /** @throws IllegalArgumentException if the text is no customer and order with a slash between */
    static PartnerCenterOrderId parse(String text) {
        String[] parts = text.trim().split("/", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException("'" + text.trim()
                    + "' is no order: it is written CUSTOMER-ID/ORDER-ID, both as Partner Center has them");
        }
        return new PartnerCenterOrderId(parts[0], parts[1]);
    }

    static String canonical(String id) {
        String trimmed = id.trim();
        return GUID.matcher(trimmed).matches() ? trimmed.toLowerCase(Locale.ROOT) : trimmed;
    }

    @Override
    public String toString() {
        return customerId + "/" + orderId;
    }
}
