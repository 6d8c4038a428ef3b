/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.wire.DateTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.camel.Message;

/**
 * What one exchange asks for: the documented header if there is one, else the option. Nothing else of a message becomes
 * part of a request.
 */
record AmazonVendorParameters(Message message, AmazonVendorConfiguration options) {

    private static final Duration LONGEST_RANGE = Duration.ofDays(7);

    PurchaseOrdersStatusQuery statusQuery() {
        checkRange("updated", updatedAfter(), updatedBefore());
        checkRange("created", createdAfter(), createdBefore());
        return PurchaseOrdersStatusQuery.ALL
                .limit(limit())
                .sortOrder(text(AmazonVendorConstants.SORT_ORDER, options.getSortOrder()))
                .nextToken(text(AmazonVendorConstants.PAGE_TOKEN, options.getNextToken()))
                .createdAfter(createdAfter())
                .createdBefore(createdBefore())
                .updatedAfter(updatedAfter())
                .updatedBefore(updatedBefore())
                .purchaseOrderNumber(
                        text(AmazonVendorConstants.PURCHASE_ORDER_NUMBER, options.getPurchaseOrderNumber()))
                .purchaseOrderStatus(
                        text(AmazonVendorConstants.PURCHASE_ORDER_STATUS, options.getPurchaseOrderStatus()))
                .itemConfirmationStatus(
                        text(AmazonVendorConstants.ITEM_CONFIRMATION_STATUS, options.getItemConfirmationStatus()))
                .itemReceiveStatus(text(AmazonVendorConstants.ITEM_RECEIVE_STATUS, options.getItemReceiveStatus()))
                .orderingVendorCode(text(AmazonVendorConstants.ORDERING_VENDOR_CODE, options.getOrderingVendorCode()))
                .shipToPartyId(text(AmazonVendorConstants.SHIP_TO_PARTY_ID, options.getShipToPartyId()));
    }

    PurchaseOrdersQuery ordersQuery() {
        Instant changedAfter = instant(AmazonVendorConstants.CHANGED_AFTER, options.getChangedAfter());
        Instant changedBefore = instant(AmazonVendorConstants.CHANGED_BEFORE, options.getChangedBefore());
        checkRange("changed", changedAfter, changedBefore);
        checkRange("created", createdAfter(), createdBefore());
        return PurchaseOrdersQuery.ALL
                .limit(limit())
                .sortOrder(text(AmazonVendorConstants.SORT_ORDER, options.getSortOrder()))
                .nextToken(text(AmazonVendorConstants.PAGE_TOKEN, options.getNextToken()))
                .createdAfter(createdAfter())
                .createdBefore(createdBefore())
                .changedAfter(changedAfter)
                .changedBefore(changedBefore)
                .includeDetails(flag(AmazonVendorConstants.INCLUDE_DETAILS, options.getIncludeDetails()))
                .poItemState(text(AmazonVendorConstants.PO_ITEM_STATE, options.getPoItemState()))
                .isPOChanged(flag(AmazonVendorConstants.IS_PO_CHANGED, options.getIsPOChanged()))
                .purchaseOrderState(text(AmazonVendorConstants.PURCHASE_ORDER_STATE, options.getPurchaseOrderState()))
                .orderingVendorCode(text(AmazonVendorConstants.ORDERING_VENDOR_CODE, options.getOrderingVendorCode()));
    }

    /** Which creation is asked for, if it has both bounds. */
    Optional<TimeWindow> created() {
        return createdAfter() == null || createdBefore() == null
                ? Optional.empty()
                : TimeWindow.between(createdAfter(), createdBefore());
    }

    String purchaseOrderNumber() {
        return required(
                "purchaseOrderNumber",
                AmazonVendorConstants.PURCHASE_ORDER_NUMBER,
                text(AmazonVendorConstants.PURCHASE_ORDER_NUMBER, options.getPurchaseOrderNumber()));
    }

    String transactionId() {
        return required(
                "transactionId",
                AmazonVendorConstants.TRANSACTION_ID,
                text(AmazonVendorConstants.TRANSACTION_ID, options.getTransactionId()));
    }

    private Integer limit() {
        return message.getHeader(AmazonVendorConstants.LIMIT, options.getLimit(), Integer.class);
    }

    private Instant createdAfter() {
        return instant(AmazonVendorConstants.CREATED_AFTER, options.getCreatedAfter());
    }

    private Instant createdBefore() {
        return instant(AmazonVendorConstants.CREATED_BEFORE, options.getCreatedBefore());
    }

    private Instant updatedAfter() {
        return instant(AmazonVendorConstants.UPDATED_AFTER, options.getUpdatedAfter());
    }

    private Instant updatedBefore() {
        return instant(AmazonVendorConstants.UPDATED_BEFORE, options.getUpdatedBefore());
    }

    private String text(String header, String option) {
        return message.getHeader(header, option, String.class);
    }

    private Boolean flag(String header, Boolean option) {
        return message.getHeader(header, option, Boolean.class);
    }

    private Instant instant(String header, String option) {
        Object value = message.getHeader(header, option, Object.class);
        try {
            if (value instanceof Date date) {
                return Instant.ofEpochMilli(date.getTime());
            }
            // The text of a ZonedDateTime has the zone's name behind the offset.
            return value == null ? null : DateTimes.parse(value.toString());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "header " + header + " or its option is no date-time such as 2026-03-02T00:00:00Z");
        }
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

    private static String required(String option, String header, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("set the header " + header + " or the option " + option);
        }
        return value;
    }
}
