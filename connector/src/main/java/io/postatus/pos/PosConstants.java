/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.PurchaseOrderConstants;
import org.apache.camel.spi.Metadata;

/** Headers of producers. Those of requests have options of the same meaning, and the header wins. */
public final class PosConstants extends PurchaseOrderConstants {

    @Metadata(
            label = "producer",
            javaType = "int",
            description =
                    "Rows to ask for in a page. The service documents neither default nor maximum, and may give fewer.")
    public static final String LIMIT = "CamelPosLimit";

    @Metadata(
            label = "producer",
            javaType = "int",
            description =
                    "searchPurchaseOrders: which page, from 1; the header CamelPosNextPage of the answer before gives the next. All other parameters must be repeated.")
    public static final String PAGE = "CamelPosPage";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "searchPurchaseOrders: by which column of the rows to sort, for example PONumber.")
    public static final String ORDER_BY = "CamelPosOrderBy";

    @Metadata(label = "producer", javaType = "String", description = "searchPurchaseOrders: ASC or DESC.")
    public static final String SORT_ORDER = "CamelPosSortOrder";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description =
                    "searchPurchaseOrders: orders updated since this date-time. getPayments: payments updated since then. Without a zone, for example 2026-03-02T10:00, it is one of timeZone. An Instant, another java.time type, a Date or text.")
    public static final String UPDATED_FROM = "CamelPosUpdatedFrom";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description =
                    "searchPurchaseOrders: orders updated up to this date-time. getPayments: payments updated up to then. An Instant, another java.time type, a Date or text.")
    public static final String UPDATED_TO = "CamelPosUpdatedTo";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description =
                    "searchPurchaseOrders: the updated date; either this or updatedFrom and updatedTo. An Instant, another java.time type, a Date or text.")
    public static final String DATE_UPDATED = "CamelPosDateUpdated";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description =
                    "searchPurchaseOrders: orders of this date-time or later (PurchaseOrderDate). An Instant, another java.time type, a Date or text.")
    public static final String ORDERED_FROM = "CamelPosOrderedFrom";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description =
                    "searchPurchaseOrders: orders of this date-time or earlier (PurchaseOrderDate). An Instant, another java.time type, a Date or text.")
    public static final String ORDERED_TO = "CamelPosOrderedTo";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "Whether the times of ranges count, or only their days.")
    public static final String FILTER_BY_TIME = "CamelPosFilterByTime";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "getPurchaseOrder, getRevisions, getPayments: the order, by its PurchaseOrderId. searchPurchaseOrders: only this order.")
    public static final String PURCHASE_ORDER_ID = "CamelPosPurchaseOrderId";

    @Metadata(label = "producer", javaType = "long", description = "searchPurchaseOrders: the order with this number.")
    public static final String PO_NUMBER = "CamelPosPoNumber";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "searchPurchaseOrders: orders with this external order number.")
    public static final String EXTERNAL_ORDER_NUMBER = "CamelPosExternalOrderNumber";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "searchPurchaseOrders: orders from the vendor with this id.")
    public static final String CUSTOMER_ID = "CamelPosCustomerId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "searchPurchaseOrders: orders from the vendor with this e-mail address.")
    public static final String EMAIL = "CamelPosEmail";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "searchPurchaseOrders: orders from the vendor with this company name.")
    public static final String COMPANY = "CamelPosCompany";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "searchPurchaseOrders: orders with one of these order statuses, names or numbers, separated by commas.")
    public static final String PURCHASE_ORDER_STATUS = "CamelPosPurchaseOrderStatus";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "searchPurchaseOrders: orders with one of these payment statuses, names or numbers, separated by commas.")
    public static final String PAYMENT_STATUS = "CamelPosPaymentStatus";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "searchPurchaseOrders: orders with one of these shipping statuses, names or numbers, separated by commas.")
    public static final String SHIPPING_STATUS = "CamelPosShippingStatus";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "searchPurchaseOrders: orders of one of these types, Standard or Consignment, separated by commas.")
    public static final String PO_TYPE = "CamelPosPoType";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "searchPurchaseOrders: orders with this ticket group.")
    public static final String TICKET_GROUP_ID = "CamelPosTicketGroupId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "searchPurchaseOrders: orders linked to this invoice.")
    public static final String INVOICE_ID = "CamelPosInvoiceId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "searchPurchaseOrders: orders with these tags, separated by commas.")
    public static final String TAGS = "CamelPosTags";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "Answer of searchPurchaseOrders: the number of the next page, to be sent as CamelPosPage. Removed"
                            + " on the last page.")
    public static final String NEXT_PAGE = "CamelPosNextPage";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "Answer of searchPurchaseOrders: whether more pages follow.")
    public static final String HAS_MORE = "CamelPosHasMore";

    @Metadata(label = "producer", javaType = "int", description = "Answer: the HTTP status.")
    public static final String STATUS_CODE = "CamelPosStatusCode";

    private PosConstants() {}
}
