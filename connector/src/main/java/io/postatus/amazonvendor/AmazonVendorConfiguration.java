/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.camel.OAuthConfiguration;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/**
 * Options of the component {@code amazonvendor}. Those of the requests are headers as well, and the header wins.
 *
 * <p>Tokens come from Login with Amazon: {@code tokenUrl} is {@link AmazonVendorRegion#TOKEN_URL} unless it is set, Amazon
 * wants {@code clientSecret} rotated every 180 days, and {@code refreshToken} is what the consent of the vendor group gave.
 */
@UriParams
@Configurer(extended = true)
public class AmazonVendorConfiguration extends OAuthConfiguration {

    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

    @UriPath(
            description = "What to do: purchaseOrderStatus tells every change of every order; coverage,"
                    + " parked, verify, replay, backfill and forget ask of its stream; detectChange and findAbsent are for sweeps;"
                    + " the others are Amazon's"
                    + " operations by name.")
    @Metadata(required = true)
    private AmazonVendorOperation operation;

    @UriParam(
            label = "common",
            defaultValue = "EU",
            description = "Where the account lives: NA, EU or FE. Decides the host, unless baseUrl " + "is set.")
    private AmazonVendorRegion region = AmazonVendorRegion.EU;

    @UriParam(
            label = "common",
            defaultValue = "false",
            description = "Whether to ask Amazon's static sandbox, which gives canned answers.")
    private boolean sandbox;

    /** Not in core, nor is windowSize: default, bounds and reason are this service's, and Camel reads them off the field. */
    @UriParam(
            label = "consumer",
            defaultValue = "1h",
            javaType = "java.time.Duration",
            description = "How late the service may show an entry. Every stretch of time is read again until a reading"
                    + " began this long after it.")
    private Duration lookback = Duration.ofHours(1);

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "7d",
            javaType = "java.time.Duration",
            description = "The longest stretch of time to ask for in one request; Amazon searches 7 days at most.")
    private Duration windowSize = AmazonVendorStatusSource.LONGEST_WINDOW;

    @UriParam(label = "producer", defaultValue = "100", description = "Orders in a page, 1 to 100.")
    private int limit = 100;

    @UriParam(
            enums = "ASC,DESC",
            label = "producer",
            description = "ASC or DESC, by date of creation. Amazon does not always honour it.")
    private String sortOrder;

    @UriParam(
            label = "producer",
            description = "The next page, as the header CamelAmazonVendorNextToken of the answer "
                    + "before gave it. All other parameters must be repeated.")
    private String nextToken;

    @UriParam(
            label = "producer",
            description = "Orders that became available after this date-time, for example "
                    + "2026-03-02T00:00:00Z. Amazon searches 7 days at most.")
    private String createdAfter;

    @UriParam(label = "producer", description = "Orders that became available before this date-time.")
    private String createdBefore;

    @UriParam(
            label = "producer",
            description = "getPurchaseOrdersStatus: orders last updated after this date-time. "
                    + "Receipts may not count as updates.")
    private String updatedAfter;

    @UriParam(label = "producer", description = "getPurchaseOrdersStatus: orders last updated before this date-time.")
    private String updatedBefore;

    @UriParam(
            label = "producer",
            description = "getPurchaseOrders: orders that changed after this date-time. Those that "
                    + "never changed since they were placed are left out.")
    private String changedAfter;

    @UriParam(label = "producer", description = "getPurchaseOrders: orders that changed before this date-time.")
    private String changedBefore;

    @UriParam(
            label = "producer",
            description = "getPurchaseOrder: the order. getPurchaseOrdersStatus: only this order.")
    private String purchaseOrderNumber;

    @UriParam(
            enums = "OPEN,CLOSED",
            label = "common",
            description = "Only orders that are OPEN or CLOSED. A consumer with OPEN never tells "
                    + "that an order was closed.")
    private String purchaseOrderStatus;

    @UriParam(
            enums = "ACCEPTED,PARTIALLY_ACCEPTED,REJECTED,UNCONFIRMED",
            label = "common",
            description = "Only orders with a line that is ACCEPTED, PARTIALLY_ACCEPTED, REJECTED " + "or UNCONFIRMED.")
    private String itemConfirmationStatus;

    @UriParam(
            enums = "NOT_RECEIVED,PARTIALLY_RECEIVED,RECEIVED",
            label = "common",
            description = "Only orders with a line that is NOT_RECEIVED, PARTIALLY_RECEIVED or " + "RECEIVED.")
    private String itemReceiveStatus;

    @UriParam(label = "common", description = "Only orders to this vendor code; default all codes of the vendor group.")
    private String orderingVendorCode;

    @UriParam(label = "common", description = "Only orders for this fulfilment center.")
    private String shipToPartyId;

    @UriParam(
            defaultValue = "true",
            label = "producer",
            description =
                    "getPurchaseOrders: whether more than number and state is wanted. " + "Amazon's default is true.")
    private Boolean includeDetails;

    @UriParam(
            displayName = "PO Item State",
            enums = "Cancelled",
            label = "producer",
            description = "getPurchaseOrders: Cancelled for orders with a line that Amazon " + "cancelled.")
    private String poItemState;

    @UriParam(
            displayName = "Is PO Changed",
            label = "producer",
            description = "getPurchaseOrders: true for only those orders that changed since they " + "were placed.")
    private Boolean isPOChanged;

    @UriParam(
            enums = "New,Acknowledged,Closed",
            label = "producer",
            description = "getPurchaseOrders: only orders that are New, Acknowledged or Closed.")
    private String purchaseOrderState;

    @UriParam(label = "producer", description = "getTransaction: what submitAcknowledgement answered.")
    private String transactionId;

    @Override
    protected URI toBaseUrl() {
        URI regions = sandbox ? region.sandboxUrl() : region.url();
        return getBaseUrl() == null ? regions : address("baseUrl", getBaseUrl(), regions);
    }

    private URI toTokenUrl() {
        return getTokenUrl() == null
                ? AmazonVendorRegion.TOKEN_URL
                : address("tokenUrl", getTokenUrl(), AmazonVendorRegion.TOKEN_URL);
    }

    /** @throws IllegalArgumentException naming the option that is missing or cannot work */
    AmazonVendorAccount toAccount() {
        return new AmazonVendorAccount(
                getAccount(), toBaseUrl(), sandbox, toTokenUrl(), getClientId(), getClientSecret(), getRefreshToken());
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    Duration toWindow() {
        if (windowSize.compareTo(AmazonVendorStatusSource.LONGEST_WINDOW) > 0
                || windowSize.compareTo(SHORTEST_WINDOW) < 0) {
            throw new IllegalArgumentException("windowSize is " + windowSize
                    + ", allowed is PT1M (a minute) to P7D (7 days), the most that Amazon searches");
        }
        return windowSize;
    }

    AmazonVendorFilter toFilter() {
        return new AmazonVendorFilter(
                purchaseOrderStatus, itemConfirmationStatus, itemReceiveStatus, orderingVendorCode, shipToPartyId);
    }

    @Override
    public AmazonVendorConfiguration copy() {
        return (AmazonVendorConfiguration) super.copy();
    }

    @Override
    public AmazonVendorOperation getOperation() {
        return operation;
    }

    public void setOperation(AmazonVendorOperation operation) {
        this.operation = operation;
    }

    public AmazonVendorRegion getRegion() {
        return region;
    }

    public void setRegion(AmazonVendorRegion region) {
        this.region = region;
    }

    public boolean isSandbox() {
        return sandbox;
    }

    public void setSandbox(boolean sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Duration getLookback() {
        return lookback;
    }

    public void setLookback(Duration lookback) {
        this.lookback = lookback;
    }

    public Duration getWindowSize() {
        return windowSize;
    }

    public void setWindowSize(Duration windowSize) {
        this.windowSize = windowSize;
    }

    public int getLimit() {
        return limit;
    }

    public void setLimit(int limit) {
        this.limit = limit;
    }

    public String getSortOrder() {
        return sortOrder;
    }

    public void setSortOrder(String sortOrder) {
        this.sortOrder = sortOrder;
    }

    public String getNextToken() {
        return nextToken;
    }

    public void setNextToken(String nextToken) {
        this.nextToken = nextToken;
    }

    public String getCreatedAfter() {
        return createdAfter;
    }

    public void setCreatedAfter(String createdAfter) {
        this.createdAfter = createdAfter;
    }

    public String getCreatedBefore() {
        return createdBefore;
    }

    public void setCreatedBefore(String createdBefore) {
        this.createdBefore = createdBefore;
    }

    public String getUpdatedAfter() {
        return updatedAfter;
    }

    public void setUpdatedAfter(String updatedAfter) {
        this.updatedAfter = updatedAfter;
    }

    public String getUpdatedBefore() {
        return updatedBefore;
    }

    public void setUpdatedBefore(String updatedBefore) {
        this.updatedBefore = updatedBefore;
    }

    public String getChangedAfter() {
        return changedAfter;
    }

    public void setChangedAfter(String changedAfter) {
        this.changedAfter = changedAfter;
    }

    public String getChangedBefore() {
        return changedBefore;
    }

    public void setChangedBefore(String changedBefore) {
        this.changedBefore = changedBefore;
    }

    public String getPurchaseOrderNumber() {
        return purchaseOrderNumber;
    }

    public void setPurchaseOrderNumber(String purchaseOrderNumber) {
        this.purchaseOrderNumber = purchaseOrderNumber;
    }

    public String getPurchaseOrderStatus() {
        return purchaseOrderStatus;
    }

    public void setPurchaseOrderStatus(String purchaseOrderStatus) {
        this.purchaseOrderStatus = purchaseOrderStatus;
    }

    public String getItemConfirmationStatus() {
        return itemConfirmationStatus;
    }

    public void setItemConfirmationStatus(String itemConfirmationStatus) {
        this.itemConfirmationStatus = itemConfirmationStatus;
    }

    public String getItemReceiveStatus() {
        return itemReceiveStatus;
    }

    public void setItemReceiveStatus(String itemReceiveStatus) {
        this.itemReceiveStatus = itemReceiveStatus;
    }

    public String getOrderingVendorCode() {
        return orderingVendorCode;
    }

    public void setOrderingVendorCode(String orderingVendorCode) {
        this.orderingVendorCode = orderingVendorCode;
    }

    public String getShipToPartyId() {
        return shipToPartyId;
    }

    public void setShipToPartyId(String shipToPartyId) {
        this.shipToPartyId = shipToPartyId;
    }

    public Boolean getIncludeDetails() {
        return includeDetails;
    }

    public void setIncludeDetails(Boolean includeDetails) {
        this.includeDetails = includeDetails;
    }

    public String getPoItemState() {
        return poItemState;
    }

    public void setPoItemState(String poItemState) {
        this.poItemState = poItemState;
    }

    public Boolean getIsPOChanged() {
        return isPOChanged;
    }

    public void setIsPOChanged(Boolean isPOChanged) {
        this.isPOChanged = isPOChanged;
    }

    public String getPurchaseOrderState() {
        return purchaseOrderState;
    }

    public void setPurchaseOrderState(String purchaseOrderState) {
        this.purchaseOrderState = purchaseOrderState;
    }

    public String getTransactionId() {
        return transactionId;
    }

    public void setTransactionId(String transactionId) {
        this.transactionId = transactionId;
    }
}
