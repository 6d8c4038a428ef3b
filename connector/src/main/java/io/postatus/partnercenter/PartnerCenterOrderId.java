/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By which an order is asked for: orders are found only by customer. GUIDs are the same in either case, so they are kept
 * in lower case; other ids are kept as they are.
 */
record PartnerCenterOrderId(String customerId, String orderId) {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOTHING = Set.of("", ".", "..");

    /** @throws IllegalArgumentException if one of them {@linkplain #isId is no id} */
    PartnerCenterOrderId {
        if (!isId(customerId) || !isId(orderId)) {
            throw noOrder(customerId + "/" + orderId);
        }
        customerId = canonical(customerId);
        orderId = canonical(orderId);
    }

    /** @throws IllegalArgumentException if the text is no customer and order with a slash between */
    static PartnerCenterOrderId parse(String text) {
        String[] parts = text.trim().split("/", 2);
        if (parts.length < 2) {
            throw noOrder(parts[0]);
        }
        return new PartnerCenterOrderId(parts[0], parts[1]);
    }

    private static IllegalArgumentException noOrder(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no order: it is written CUSTOMER-ID/ORDER-ID, both as Partner Center has them");
    }

    /** Whether it can be asked for: as one segment of a path, and told from what is beside it. */
    static boolean isId(String text) {
        return text != null && !NOTHING.contains(text.trim()) && !text.contains("/");
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
