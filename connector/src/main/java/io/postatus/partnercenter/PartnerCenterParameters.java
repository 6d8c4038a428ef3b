/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.camel.RequestMessage;
import io.postatus.core.http.FormPart;
import io.postatus.core.http.Query;
import io.postatus.partnercenter.wire.AttachmentMetadata;
import io.postatus.partnercenter.wire.Link;
import java.math.BigDecimal;
import java.net.URLConnection;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** What one exchange asks Partner Center for: every documented parameter, its header and its option. */
record PartnerCenterParameters(RequestMessage message, PartnerCenterConfiguration options) {

    private static final int LARGEST_PAGE = 500;

    private static final String ANY_TYPE = "application/octet-stream";

    String customerId() {
        PartnerCenterOrderId told = told();
        String customer = text(PartnerCenterConstants.CUSTOMER_ID, options.getCustomerId());
        return customer == null && told != null
                ? told.customerId()
                : message.required(PartnerCenterConstants.CUSTOMER_ID, customer, "customerId");
    }

    String orderId() {
        PartnerCenterOrderId told = told();
        String order = text(PartnerCenterConstants.ORDER_NUMBER, options.getOrderId());
        return order == null && told != null
                ? told.orderId()
                : message.required(PartnerCenterConstants.ORDER_NUMBER, order, "orderId");
    }

    /** The order of an event that is passed on as it came; null if the message is none. */
    private PartnerCenterOrderId told() {
        String id = text(PartnerCenterConstants.ORDER_ID, null);
        return id == null ? null : PartnerCenterOrderId.parse(id);
    }

    String attachmentId() {
        return message.required(PartnerCenterConstants.ATTACHMENT_ID, options.getAttachmentId(), "attachmentId");
    }

    Query orderQuery() {
        return Query.NONE.with("include_price", yes(PartnerCenterConstants.INCLUDE_PRICE, options.isIncludePrice()));
    }

    Query ordersQuery() {
        return orderQuery()
                .with("billingType", text(PartnerCenterConstants.BILLING_TYPE, options.getBillingType()))
                .with(
                        "include_system_purchases",
                        yes(PartnerCenterConstants.INCLUDE_SYSTEM_PURCHASES, options.isIncludeSystemPurchases()))
                .with(
                        "indirect_reseller_id",
                        text(PartnerCenterConstants.INDIRECT_RESELLER_ID, options.getIndirectResellerId()));
    }

    Query customersQuery() {
        return Query.NONE.with("size", size());
    }

    Query auditQuery() {
        return Query.NONE
                .with("startDate", day(PartnerCenterConstants.START_DATE, options.getStartDate(), "startDate"))
                .with("endDate", day(PartnerCenterConstants.END_DATE, options.getEndDate(), "endDate"))
                .with("size", size());
    }

    /** Null for the first page. */
    String pageToken() {
        String token = text(PartnerCenterConstants.PAGE_TOKEN, options.getNextToken());
        try {
            return token == null || token.isBlank() || Link.of(token) == null ? null : token;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "header " + PartnerCenterConstants.PAGE_TOKEN + " or the option nextToken is not what "
                            + PartnerCenterConstants.NEXT_TOKEN + " of an answer was");
        }
    }

    AttachmentMetadata metadata() {
        AttachmentMetadata metadata = new AttachmentMetadata(
                message.flag(PartnerCenterConstants.IS_PART_OF_TENDER, options.getIsPartOfTender()),
                number(PartnerCenterConstants.CUSTOMER_PRICE, options.getCustomerPrice(), "customerPrice"),
                message.required(PartnerCenterConstants.CURRENCY, options.getCurrency(), "currency"),
                number(PartnerCenterConstants.FX_RATE, options.getFxRate(), "fxRate"),
                text(PartnerCenterConstants.TENDER_LINK, options.getTenderLink()));
        if (metadata.customerPrice() == null) {
            message.required(PartnerCenterConstants.CUSTOMER_PRICE, null, "customerPrice");
        }
        if (Boolean.TRUE.equals(metadata.partOfTender()) && metadata.tenderLink() == null) {
            message.required(PartnerCenterConstants.TENDER_LINK, null, "tenderLink");
        }
        return metadata;
    }

    /** The body is the document; a file brings its name along. */
    FormPart document() throws InvalidPayloadException {
        String path = text(Exchange.FILE_NAME, null);
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException(
                    "set the header " + Exchange.FILE_NAME + ": the document needs a name, such as po-4711.pdf");
        }
        String name = path.replaceFirst("^.*[/\\\\]", "");
        String guessed = URLConnection.guessContentTypeFromName(name);
        String type = text(Exchange.CONTENT_TYPE, guessed == null ? ANY_TYPE : guessed);
        return new FormPart("document", name, type, message.message().getMandatoryBody(byte[].class));
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    static int checkedSize(int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("size " + size + " is not possible: 1 to " + LARGEST_PAGE);
        }
        return size;
    }

    private int size() {
        return checkedSize(message.number(PartnerCenterConstants.SIZE, options.getSize()));
    }

    private String text(String header, String option) {
        return message.text(header, option);
    }

    /** @param name the option's */
    private BigDecimal number(String header, String option, String name) {
        String text = text(header, option);
        try {
            return text == null || text.isBlank() ? null : new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "header " + header + " or the option " + name + " is no number such as 512.40");
        }
    }

    /** Left out if it is not wanted: that is what Microsoft takes for granted. */
    private Boolean yes(String header, boolean option) {
        return message.flag(header, option) ? true : null;
    }

    private LocalDate day(String header, String option, String name) {
        String text = text(header, option);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "header " + header + " or the option " + name + " is no day such as 2026-05-04");
        }
    }
}
