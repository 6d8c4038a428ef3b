/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.RequestMessage;
import io.postatus.core.http.Query;
import io.postatus.pos.wire.DateRange;
import io.postatus.pos.wire.PurchaseOrderSearch;
import java.util.Arrays;
import java.util.List;

/** What one exchange asks the service for: every documented parameter, its header and its option. */
record PosParameters(RequestMessage message, PosConfiguration options) {

    /** See apis/ticketutils-pos.md 4.2. */
    PurchaseOrderSearch search() {
        return new PurchaseOrderSearch(
                message.longNumber(PosConstants.PO_NUMBER, options.getPoNumber()),
                text(PosConstants.EXTERNAL_ORDER_NUMBER, options.getExternalOrderNumber()),
                text(PosConstants.CUSTOMER_ID, options.getCustomerId()),
                text(PosConstants.EMAIL, options.getEmail()),
                text(PosConstants.COMPANY, options.getCompany()),
                words(PosConstants.SHIPPING_STATUS, options.getShippingStatus()),
                words(PosConstants.PAYMENT_STATUS, options.getPaymentStatus()),
                words(PosConstants.PURCHASE_ORDER_STATUS, options.getPurchaseOrderStatus()),
                words(PosConstants.PO_TYPE, options.getPoType()),
                range(
                        time(PosConstants.ORDERED_FROM, options.getOrderedFrom()),
                        time(PosConstants.ORDERED_TO, options.getOrderedTo())),
                text(PosConstants.TICKET_GROUP_ID, options.getTicketGroupId()),
                text(PosConstants.PURCHASE_ORDER_ID, options.getPurchaseOrderId()),
                text(PosConstants.INVOICE_ID, options.getInvoiceId()),
                words(PosConstants.TAGS, options.getTags()),
                text(PosConstants.ORDER_BY, options.getOrderBy()),
                text(PosConstants.SORT_ORDER, options.getSortOrder()),
                time(PosConstants.DATE_UPDATED, options.getDateUpdated()),
                range(updatedFrom(), updatedTo()),
                message.number(PosConstants.PAGE, options.getPage()),
                checkedLimit(message.number(PosConstants.LIMIT, options.getLimit())));
    }

    /** See apis/ticketutils-pos.md 4.6. */
    Query payments() {
        String from = updatedFrom();
        String to = updatedTo();
        return Query.NONE
                .with("FromDate", from)
                .with("ToDate", to)
                .with("FilterByTime", from == null && to == null ? null : filterByTime());
    }

    String purchaseOrderId() {
        return message.required(PosConstants.PURCHASE_ORDER_ID, options.getPurchaseOrderId(), "purchaseOrderId");
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    static int checkedLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " is not possible: 1 or more");
        }
        return limit;
    }

    private String updatedFrom() {
        return time(PosConstants.UPDATED_FROM, options.getUpdatedFrom());
    }

    private String updatedTo() {
        return time(PosConstants.UPDATED_TO, options.getUpdatedTo());
    }

    /** Without filter rather than with an empty one, of which nobody knows what it does. */
    private DateRange range(String from, String to) {
        return from == null && to == null ? null : new DateRange(from, to, filterByTime());
    }

    private Boolean filterByTime() {
        return message.flag(PosConstants.FILTER_BY_TIME, options.isFilterByTime());
    }

    private String time(String header, String option) {
        PosTime time = options.toTime();
        return time.text(message.instant(header, option, time.zone()));
    }

    private List<String> words(String header, String option) {
        String words = text(header, option);
        return words == null
                ? null
                : Arrays.stream(words.split(","))
                        .map(String::trim)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private String text(String header, String option) {
        return message.text(header, option);
    }
}
