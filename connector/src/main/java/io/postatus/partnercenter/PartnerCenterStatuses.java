/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import java.util.List;
import java.util.Map;

/**
 * From Microsoft's words to the canonical status.
 * <table>
 * <caption>apis/partner-center-orders.md 8</caption>
 * <tr><th>status</th><th>canonical</th><th>final</th></tr>
 * <tr><td>pending_po_upload: the partner has to upload the customer's purchase order</td><td>open</td><td>no</td></tr>
 * <tr><td>pending_review: Microsoft looks at it, and may ask for documents</td><td>in-review</td><td>no</td></tr>
 * <tr><td>po_upload_complete: the purchase order came in and is being looked at; not done</td><td>in-review</td>
 * <td>no</td></tr>
 * <tr><td>pending: Microsoft has taken the order and works on it</td><td>acknowledged</td><td>no</td></tr>
 * <tr><td>suspended</td><td>suspended</td><td>no</td></tr>
 * <tr><td>completed</td><td>completed</td><td>yes, though it can be suspended or cancelled</td></tr>
 * <tr><td>cancelled</td><td>cancelled</td><td>yes</td></tr>
 * <tr><td>po_review_rejected</td><td>rejected</td><td>yes</td></tr>
 * <tr><td>partial_success, error: what is missing has to be bought anew</td><td>error</td><td>yes</td></tr>
 * <tr><td>unknown, another word, or none</td><td>unknown</td><td>no</td></tr>
 * </table>
 * Orders that are not final are watched one by one; final ones only in the lists of their customers.
 */
final class PartnerCenterStatuses {

    private static final Map<String, Status> CANONICAL = Map.ofEntries(
            Map.entry("pending_po_upload", Status.OPEN),
            Map.entry("pending_review", Status.IN_REVIEW),
            Map.entry("po_upload_complete", Status.IN_REVIEW),
            Map.entry("pending", Status.ACKNOWLEDGED),
            Map.entry("suspended", Status.SUSPENDED),
            Map.entry("completed", Status.COMPLETED),
            Map.entry("cancelled", Status.CANCELLED),
            Map.entry("po_review_rejected", Status.REJECTED),
            Map.entry("partial_success", Status.ERROR),
            Map.entry("error", Status.ERROR),
            Map.entry("unknown", Status.UNKNOWN));

    private PartnerCenterStatuses() {}

    static Status status(String word) {
        return word == null ? Status.UNKNOWN : CANONICAL.getOrDefault(word, Status.UNKNOWN);
    }

    /** Words of the order that the table does not have. */
    static List<String> unknownWords(PurchaseOrderSummary order) {
        String word = order.vendorStatus();
        return word == null || CANONICAL.containsKey(word) ? List.of() : List.of("status=" + word);
    }
}
