/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * From Amazon's words to the canonical status. The first row that fits decides; a line without words or quantities fits
 * only where the row says so.
 * <table>
 * <caption>apis/amazon-vendor-orders.md 5.3 and 7</caption>
 * <tr><th>purchaseOrderStatus</th><th>lines</th><th>status</th></tr>
 * <tr><td>another word, or none</td><td>any</td><td>unknown</td></tr>
 * <tr><td>any</td><td>a line with another word than Amazon documents</td><td>unknown</td></tr>
 * <tr><td>CLOSED</td><td>something was received</td><td>completed</td></tr>
 * <tr><td>CLOSED</td><td>all were rejected</td><td>rejected</td></tr>
 * <tr><td>CLOSED</td><td>nothing was received of any: Amazon closes what is received, rejected or cancelled</td>
 * <td>cancelled</td></tr>
 * <tr><td>CLOSED</td><td>whether anything was received is not said</td><td>completed</td></tr>
 * <tr><td>OPEN</td><td>something was received, and all that was confirmed; no line waits for its answer</td>
 * <td>received</td></tr>
 * <tr><td>OPEN</td><td>something was received</td><td>partially-received</td></tr>
 * <tr><td>OPEN</td><td>at least one was accepted, accepted in part or rejected</td><td>acknowledged</td></tr>
 * <tr><td>OPEN</td><td>none was answered, or nothing is said of them</td><td>open</td></tr>
 * </table>
 */
final class AmazonVendorStatuses {

    static final String CONFIRMATION = "confirmationStatus";
    static final String RECEIVE = "receiveStatus";

    private static final Set<String> STATES = Set.of("OPEN", "CLOSED");
    private static final Set<String> ANSWERS = Set.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REJECTED");
    private static final Set<String> ALL_ANSWERS = Set.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REJECTED", "UNCONFIRMED");
    private static final Set<String> RECEIPTS = Set.of("PARTIALLY_RECEIVED", "RECEIVED");
    private static final Set<String> ALL_RECEIPTS = Set.of("PARTIALLY_RECEIVED", "RECEIVED", "NOT_RECEIVED");

    private AmazonVendorStatuses() {}

    static Status status(PurchaseOrderSummary order) {
        if (order.vendorStatus() == null || !unknownWords(order).isEmpty()) {
            return Status.UNKNOWN;
        }
        List<PurchaseOrderLine> lines = lines(order);
        return order.vendorStatus().equals("OPEN") ? open(lines) : closed(lines);
    }

    /** Words of the order and its lines that the table does not have. */
    static Set<String> unknownWords(PurchaseOrderSummary order) {
        Set<String> unknown = new TreeSet<>();
        note("purchaseOrderStatus", order.vendorStatus(), STATES, unknown);
        for (PurchaseOrderLine line : lines(order)) {
            note(CONFIRMATION, line.vendorStatuses().get(CONFIRMATION), ALL_ANSWERS, unknown);
            note(RECEIVE, line.vendorStatuses().get(RECEIVE), ALL_RECEIPTS, unknown);
        }
        return unknown;
    }

    private static void note(String field, String word, Set<String> known, Set<String> unknown) {
        if (word != null && !known.contains(word)) {
            unknown.add(field + "=" + word);
        }
    }

    private static List<PurchaseOrderLine> lines(PurchaseOrderSummary order) {
        return order.lines() == null ? List.of() : order.lines();
    }

    private static Status open(List<PurchaseOrderLine> lines) {
        if (lines.stream().anyMatch(AmazonVendorStatuses::isReceivedFrom)) {
            return all(lines, AmazonVendorStatuses::isDone) ? Status.RECEIVED : Status.PARTIALLY_RECEIVED;
        }
        return lines.stream().anyMatch(AmazonVendorStatuses::isAnswered) ? Status.ACKNOWLEDGED : Status.OPEN;
    }

    private static Status closed(List<PurchaseOrderLine> lines) {
        if (lines.stream().anyMatch(AmazonVendorStatuses::isReceivedFrom)) {
            return Status.COMPLETED;
        }
        if (all(lines, line -> is(line, CONFIRMATION, "REJECTED"))) {
            return Status.REJECTED;
        }
        return all(lines, AmazonVendorStatuses::isSurelyNotReceived) ? Status.CANCELLED : Status.COMPLETED;
    }

    private static boolean isAnswered(PurchaseOrderLine line) {
        return ANSWERS.contains(line.vendorStatuses().getOrDefault(CONFIRMATION, ""));
    }

    private static boolean isReceivedFrom(PurchaseOrderLine line) {
        BigDecimal received = line.receivedQuantity();
        return received == null
                ? RECEIPTS.contains(line.vendorStatuses().getOrDefault(RECEIVE, ""))
                : received.signum() > 0;
    }

    /** Rejected lines are never received, whatever is left out about them. */
    private static boolean isSurelyNotReceived(PurchaseOrderLine line) {
        return line.receivedQuantity() != null
                || is(line, RECEIVE, "NOT_RECEIVED")
                || is(line, CONFIRMATION, "REJECTED");
    }

    /** Nothing more is to come of it: rejected, cancelled, or all that was confirmed has arrived. */
    private static boolean isDone(PurchaseOrderLine line) {
        boolean nothingOrdered =
                line.orderedQuantity() != null && line.orderedQuantity().signum() == 0;
        boolean settledByWord = is(line, CONFIRMATION, "REJECTED") || is(line, RECEIVE, "RECEIVED");
        return nothingOrdered || settledByWord || isAnswered(line) && hasAllThatWasConfirmed(line);
    }

    private static boolean hasAllThatWasConfirmed(PurchaseOrderLine line) {
        return line.acceptedQuantity() != null
                && line.receivedQuantity() != null
                && line.receivedQuantity().compareTo(line.acceptedQuantity()) >= 0;
    }

    private static boolean is(PurchaseOrderLine line, String name, String word) {
        return word.equals(line.vendorStatuses().get(name));
    }

    private static boolean all(List<PurchaseOrderLine> lines, Predicate<PurchaseOrderLine> condition) {
        return !lines.isEmpty() && lines.stream().allMatch(condition);
    }
}
