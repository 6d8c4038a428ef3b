/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.amazonvendor.wire.Millis;
import io.postatus.core.camel.RequestMessage;
import io.postatus.core.http.Query;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one exchange asks Amazon for: every documented parameter, its header and its option. */
record AmazonVendorParameters(RequestMessage message, AmazonVendorConfiguration options) {

    private static final Duration LONGEST_RANGE = Duration.ofDays(7);
    private static final int LARGEST_PAGE = 100;

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseordersstatus">getPurchaseOrdersStatus</a> */
    Query statusQuery() {
        Instant updatedAfter = instant(AmazonVendorConstants.UPDATED_AFTER, options.getUpdatedAfter());
        Instant updatedBefore = instant(AmazonVendorConstants.UPDATED_BEFORE, options.getUpdatedBefore());
        checkRange("updated", updatedAfter, updatedBefore);
        return listQuery()
                .with("updatedAfter", updatedAfter)
                .with("updatedBefore", updatedBefore)
                .with(
                        "purchaseOrderNumber",
                        text(AmazonVendorConstants.PURCHASE_ORDER_NUMBER, options.getPurchaseOrderNumber()))
                .with(
                        "purchaseOrderStatus",
                        text(AmazonVendorConstants.PURCHASE_ORDER_STATUS, options.getPurchaseOrderStatus()))
                .with(
                        "itemConfirmationStatus",
                        text(AmazonVendorConstants.ITEM_CONFIRMATION_STATUS, options.getItemConfirmationStatus()))
                .with(
                        "itemReceiveStatus",
                        text(AmazonVendorConstants.ITEM_RECEIVE_STATUS, options.getItemReceiveStatus()))
                .with("shipToPartyId", text(AmazonVendorConstants.SHIP_TO_PARTY_ID, options.getShipToPartyId()));
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseorders">getPurchaseOrders</a> */
    Query ordersQuery() {
        Instant changedAfter = instant(AmazonVendorConstants.CHANGED_AFTER, options.getChangedAfter());
        Instant changedBefore = instant(AmazonVendorConstants.CHANGED_BEFORE, options.getChangedBefore());
        checkRange("changed", changedAfter, changedBefore);
        return listQuery()
                .with("changedAfter", changedAfter)
                .with("changedBefore", changedBefore)
                .with(
                        "includeDetails",
                        message.flag(AmazonVendorConstants.INCLUDE_DETAILS, options.getIncludeDetails()))
                .with("poItemState", text(AmazonVendorConstants.PO_ITEM_STATE, options.getPoItemState()))
                .with("isPOChanged", message.flag(AmazonVendorConstants.IS_PO_CHANGED, options.getIsPOChanged()))
                .with(
                        "purchaseOrderState",
                        text(AmazonVendorConstants.PURCHASE_ORDER_STATE, options.getPurchaseOrderState()));
    }

    /** Which creation is asked for, if it has both bounds. */
    Optional<TimeWindow> created() {
        return createdAfter() == null || createdBefore() == null
                ? Optional.empty()
                : TimeWindow.between(createdAfter(), createdBefore());
    }

    private Instant createdAfter() {
        return instant(AmazonVendorConstants.CREATED_AFTER, options.getCreatedAfter());
    }

    private Instant createdBefore() {
        return instant(AmazonVendorConstants.CREATED_BEFORE, options.getCreatedBefore());
    }

    String purchaseOrderNumber() {
        return message.required(
                AmazonVendorConstants.PURCHASE_ORDER_NUMBER, options.getPurchaseOrderNumber(), "purchaseOrderNumber");
    }

    String transactionId() {
        return message.required(AmazonVendorConstants.TRANSACTION_ID, options.getTransactionId(), "transactionId");
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    static int checkedLimit(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("limit " + limit + " is not possible: 1 to " + LARGEST_PAGE);
        }
        return limit;
    }

    /** What both lists can be asked for. */
    private Query listQuery() {
        checkRange("created", createdAfter(), createdBefore());
        return Query.NONE
                .with("limit", checkedLimit(message.number(AmazonVendorConstants.LIMIT, options.getLimit())))
                .with("sortOrder", text(AmazonVendorConstants.SORT_ORDER, options.getSortOrder()))
                .with("nextToken", text(AmazonVendorConstants.PAGE_TOKEN, options.getNextToken()))
                .with("createdAfter", createdAfter())
                .with("createdBefore", createdBefore())
                .with(
                        "orderingVendorCode",
                        text(AmazonVendorConstants.ORDERING_VENDOR_CODE, options.getOrderingVendorCode()));
    }

    private String text(String header, String option) {
        return message.text(header, option);
    }

    private Instant instant(String header, String option) {
        return Millis.of(message.instant(header, option));
    }

    /** A longer range may be answered in part, without an error: apis/amazon-vendor-orders.md 5.2. */
    private void checkRange(String pair, Instant after, Instant before) {
        boolean tooLong = after != null
                && before != null
                && Duration.between(after, before).compareTo(LONGEST_RANGE) > 0;
        if (tooLong && !options.isSandbox()) {
            throw new IllegalArgumentException(pair + "After and " + pair
                    + "Before are more than 7 days apart, which is the most that Amazon searches: split the range");
        }
    }
}
