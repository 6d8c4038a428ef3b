/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.camel.PurchaseOrderConstants;
import org.apache.camel.spi.Metadata;

/** Headers of producers. Those of requests have options of the same meaning, and the header wins. */
public final class AmazonVendorConstants extends PurchaseOrderConstants {

    @Metadata(label = "producer", javaType = "int", description = "Orders in a page, 1 to 100.")
    public static final String LIMIT = "CamelAmazonVendorLimit";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "ASC or DESC, by date of creation. Amazon does not always honour it.")
    public static final String SORT_ORDER = "CamelAmazonVendorSortOrder";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "The next page, as the header CamelAmazonVendorNextToken of the answer "
                    + "before gave it. All other parameters must be repeated.")
    public static final String PAGE_TOKEN = "CamelAmazonVendorPageToken";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Orders that became available after this date-time, for example "
                    + "2026-03-02T00:00:00Z. Amazon searches 7 days at most. An Instant, "
                    + "another java.time type, a Date or text.")
    public static final String CREATED_AFTER = "CamelAmazonVendorCreatedAfter";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Orders that became available before this date-time. An Instant, another "
                    + "java.time type, a Date or text.")
    public static final String CREATED_BEFORE = "CamelAmazonVendorCreatedBefore";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "getPurchaseOrdersStatus: orders last updated after this date-time. "
                    + "Receipts may not count as updates. An Instant, another java.time type, "
                    + "a Date or text.")
    public static final String UPDATED_AFTER = "CamelAmazonVendorUpdatedAfter";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "getPurchaseOrdersStatus: orders last updated before this date-time. An "
                    + "Instant, another java.time type, a Date or text.")
    public static final String UPDATED_BEFORE = "CamelAmazonVendorUpdatedBefore";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "getPurchaseOrders: orders that changed after this date-time. Those that "
                    + "never changed since they were placed are left out. An Instant, another "
                    + "java.time type, a Date or text.")
    public static final String CHANGED_AFTER = "CamelAmazonVendorChangedAfter";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "getPurchaseOrders: orders that changed before this date-time. An "
                    + "Instant, another java.time type, a Date or text.")
    public static final String CHANGED_BEFORE = "CamelAmazonVendorChangedBefore";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getPurchaseOrder: the order. getPurchaseOrdersStatus: only this order.")
    public static final String PURCHASE_ORDER_NUMBER = "CamelAmazonVendorPurchaseOrderNumber";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Only orders that are OPEN or CLOSED. A consumer with OPEN never tells "
                    + "that an order was closed.")
    public static final String PURCHASE_ORDER_STATUS = "CamelAmazonVendorPurchaseOrderStatus";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Only orders with a line that is ACCEPTED, PARTIALLY_ACCEPTED, REJECTED " + "or UNCONFIRMED.")
    public static final String ITEM_CONFIRMATION_STATUS = "CamelAmazonVendorItemConfirmationStatus";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Only orders with a line that is NOT_RECEIVED, PARTIALLY_RECEIVED or " + "RECEIVED.")
    public static final String ITEM_RECEIVE_STATUS = "CamelAmazonVendorItemReceiveStatus";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Only orders to this vendor code; default all codes of the vendor group.")
    public static final String ORDERING_VENDOR_CODE = "CamelAmazonVendorOrderingVendorCode";

    @Metadata(label = "producer", javaType = "String", description = "Only orders for this fulfilment center.")
    public static final String SHIP_TO_PARTY_ID = "CamelAmazonVendorShipToPartyId";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description =
                    "getPurchaseOrders: whether more than number and state is wanted. " + "Amazon's default is true.")
    public static final String INCLUDE_DETAILS = "CamelAmazonVendorIncludeDetails";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getPurchaseOrders: Cancelled for orders with a line that Amazon " + "cancelled.")
    public static final String PO_ITEM_STATE = "CamelAmazonVendorPoItemState";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "getPurchaseOrders: true for only those orders that changed since they " + "were placed.")
    public static final String IS_PO_CHANGED = "CamelAmazonVendorIsPOChanged";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getPurchaseOrders: only orders that are New, Acknowledged or Closed.")
    public static final String PURCHASE_ORDER_STATE = "CamelAmazonVendorPurchaseOrderState";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getTransaction: what submitAcknowledgement answered.")
    public static final String TRANSACTION_ID = "CamelAmazonVendorTransactionId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Answer of a list operation: how to get the next page, to be sent as "
                    + "CamelAmazonVendorPageToken. Removed on the last page.")
    public static final String NEXT_TOKEN = "CamelAmazonVendorNextToken";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "Answer of a list operation: whether more pages follow.")
    public static final String HAS_MORE = "CamelAmazonVendorHasMore";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Answer: Amazon's name of the request, for its support.")
    public static final String REQUEST_ID = "CamelAmazonVendorRequestId";

    @Metadata(label = "producer", javaType = "int", description = "Answer: the HTTP status.")
    public static final String STATUS_CODE = "CamelAmazonVendorStatusCode";

    private AmazonVendorConstants() {}
}
