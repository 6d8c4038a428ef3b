/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * From the service's words to the canonical status. The words themselves are not documented, so only dates speak, and the
 * user. The first row that fits decides.
 * <table>
 * <caption>apis/ticketutils-pos.md 7</caption>
 * <tr><th>the order</th><th>status</th></tr>
 * <tr><td>DateVoided or VoidReason is set</td><td>cancelled</td></tr>
 * <tr><td>the user says what its POStatus means</td><td>that</td></tr>
 * <tr><td>DateReceived is set</td><td>received</td></tr>
 * <tr><td>anything else</td><td>open</td></tr>
 * </table>
 *
 * @param words what the user says of POStatus, names or numbers
 */
record PosStatuses(Map<String, Status> words) {

    static final String PAYMENT = "PaymentStatus";
    static final String SHIPPING = "ShippingStatus";
    static final String VOIDED = "DateVoided";
    static final String VOID_REASON = "VoidReason";
    static final String RECEIVED = "DateReceived";

    PosStatuses {
        words = Map.copyOf(words);
    }

    /**
     * @param option {@code Closed=completed,4=cancelled}; null or blank for none
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static PosStatuses parse(String option) {
        Map<String, Status> words = new HashMap<>();
        if (option != null && !option.isBlank()) {
            for (String pair : option.split(",")) {
                int equals = pair.lastIndexOf('=');
                if (equals < 1) {
                    throw misfit(pair);
                }
                words.put(
                        pair.substring(0, equals).trim(),
                        canonical(pair, pair.substring(equals + 1).trim()));
            }
        }
        return new PosStatuses(words);
    }

    private static Status canonical(String pair, String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> misfit(pair));
    }

    private static IllegalArgumentException misfit(String pair) {
        return new IllegalArgumentException("statuses has '" + pair.trim()
                + "', allowed are pairs such as Closed=completed,4=cancelled: a POStatus and one of "
                + Arrays.toString(Status.values()));
    }

    Status status(PurchaseOrderSummary order) {
        if (isSet(order, VOIDED) || isSet(order, VOID_REASON)) {
            return Status.CANCELLED;
        }
        Status said = order.vendorStatus() == null ? null : words.get(order.vendorStatus());
        if (said != null) {
            return said;
        }
        return isSet(order, RECEIVED) ? Status.RECEIVED : Status.OPEN;
    }

    private static boolean isSet(PurchaseOrderSummary order, String name) {
        return !PosTime.isUnset(order.vendorStatuses().get(name));
    }
}
