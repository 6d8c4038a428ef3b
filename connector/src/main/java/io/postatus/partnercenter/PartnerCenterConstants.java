/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.camel.PurchaseOrderConstants;
import org.apache.camel.spi.Metadata;

/** Headers of producers. Those of requests have options of the same meaning, and the header wins. */
public final class PartnerCenterConstants extends PurchaseOrderConstants {

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "Whether lists show what Microsoft orders by itself, such as renewals.")
    public static final String INCLUDE_SYSTEM_PURCHASES = "CamelPartnerCenterIncludeSystemPurchases";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "The customer whose orders are meant, by the GUID of its tenant. "
                    + "Without it, that of the header CamelPurchaseOrderId.")
    public static final String CUSTOMER_ID = "CamelPartnerCenterCustomerId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "The order. Without it, that of the header CamelPurchaseOrderId.")
    public static final String ORDER_NUMBER = "CamelPartnerCenterOrderId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getAttachment: the document, as getAttachments named it.")
    public static final String ATTACHMENT_ID = "CamelPartnerCenterAttachmentId";

    @Metadata(
            label = "producer",
            javaType = "int",
            description = "getCustomers and getAuditRecords: how many there are in a page, 1 to " + "500.")
    public static final String SIZE = "CamelPartnerCenterSize";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "The next page, as the header CamelPartnerCenterNextToken of the answer " + "before gave it.")
    public static final String PAGE_TOKEN = "CamelPartnerCenterPageToken";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getOrders: only orders with this billing cycle, for example onetime or " + "monthly.")
    public static final String BILLING_TYPE = "CamelPartnerCenterBillingType";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getOrders: only orders of this indirect reseller.")
    public static final String INDIRECT_RESELLER_ID = "CamelPartnerCenterIndirectResellerId";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "getOrder and getOrders: whether prices are wanted, for which the "
                    + "account needs access to them.")
    public static final String INCLUDE_PRICE = "CamelPartnerCenterIncludePrice";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getAuditRecords: the first day (UTC), for example 2026-05-04; at most "
                    + "90 days ago. Default 30 days ago.")
    public static final String START_DATE = "CamelPartnerCenterStartDate";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "getAuditRecords: the last day, at most 30 days after the first.")
    public static final String END_DATE = "CamelPartnerCenterEndDate";

    @Metadata(label = "producer", javaType = "String", description = "uploadAttachment: what the customer pays.")
    public static final String CUSTOMER_PRICE = "CamelPartnerCenterCustomerPrice";

    @Metadata(label = "producer", javaType = "String", description = "uploadAttachment: of the price, for example EUR.")
    public static final String CURRENCY = "CamelPartnerCenterCurrency";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "uploadAttachment: the rate of exchange, if currencies differ.")
    public static final String FX_RATE = "CamelPartnerCenterFxRate";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "uploadAttachment: whether the order is part of a tender.")
    public static final String IS_PART_OF_TENDER = "CamelPartnerCenterIsPartOfTender";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "uploadAttachment: where the tender is to be found; needed if the order " + "is part of one.")
    public static final String TENDER_LINK = "CamelPartnerCenterTenderLink";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Answer of a list operation: how to get the next page, to be sent as "
                    + "CamelPartnerCenterPageToken. Removed on the last page.")
    public static final String NEXT_TOKEN = "CamelPartnerCenterNextToken";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "Answer of a list operation: whether more pages follow.")
    public static final String HAS_MORE = "CamelPartnerCenterHasMore";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Answer: the name of the request, for Microsoft's support.")
    public static final String REQUEST_ID = "CamelPartnerCenterRequestId";

    @Metadata(label = "producer", javaType = "int", description = "Answer: the HTTP status.")
    public static final String STATUS_CODE = "CamelPartnerCenterStatusCode";

    private PartnerCenterConstants() {}
}
