/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.StatusConfiguration;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** Options of the component {@code pos}. Those of the requests are headers as well, and the header wins. */
@UriParams
@Configurer(extended = true)
public class PosConfiguration extends StatusConfiguration {

    private static final URI SERVICE = URI.create("https://api.ticketutils.com");
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(10);
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 50;

    @UriPath(
            description = "What to do: purchaseOrderStatus tells every change of every order; coverage,"
                    + " parked, verify, replay, backfill and forget ask of its stream; detectChange is for sweeps;"
                    + " the others ask the"
                    + " service. Its operations have no names of their own.")
    @Metadata(required = true)
    private PosOperation operation;

    @UriParam(
            displayName = "API Key",
            label = "security",
            secret = true,
            description = "The API token of the account: Trading API product, Configuration. Sent as X-Token.")
    private String apiKey;

    @UriParam(
            label = "security",
            secret = true,
            description = "The secret that belongs to the API token. Requests are signed with it; it is never sent.")
    private String secretKey;

    @UriParam(
            enums = "decoded,as-sent",
            label = "security,advanced",
            defaultValue = "decoded",
            description =
                    "Which reading of path and query is signed: decoded, or as-sent, percent-encoded. The vendor's"
                            + " samples differ. It matters only for requests with something encoded, such as getPayments with"
                            + " updatedFrom.")
    private PosSignedPath signedPath = PosSignedPath.DECODED;

    @UriParam(
            label = "common",
            defaultValue = "UTC",
            description = "The zone of the service's dates, for example America/New_York: they come without one, and"
                    + " nobody documents it. Changing it has all time read anew.")
    private String timeZone = "UTC";

    @UriParam(
            label = "common,advanced",
            defaultValue = "2",
            description = "The most requests a second, 0.01 to 50. The service publishes no limit. One request is under"
                    + " way at a time; all endpoints of an account must have the same value.")
    private double requestsPerSecond = 2;

    /** Not in core, nor is windowSize: default, bounds and reason are this service's, and Camel reads them off the field. */
    @UriParam(
            label = "consumer",
            defaultValue = "5m",
            javaType = "java.time.Duration",
            description = "How late the service may show an entry. Every stretch of time is read again until a reading"
                    + " began this long after it, and every order in it is asked for again.")
    private Duration lookback = Duration.ofMinutes(5);

    @UriParam(
            label = "consumer",
            defaultValue = "6h",
            javaType = "java.time.Duration",
            description = "After which an open order is read again by its id, whether or not the service says that it"
                    + " changed: which changes move its date of update is not documented.")
    private Duration openOrderInterval = Duration.ofHours(6);

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "1d",
            javaType = "java.time.Duration",
            description = "The longest stretch of time to search at once, 10 minutes or more. The service documents no"
                    + " limit; a stretch with more than 2000 orders is split.")
    private Duration windowSize = Duration.ofDays(1);

    @UriParam(
            label = "common",
            description = "What POStatus means in this account, names or numbers, for example"
                    + " Closed=completed,4=cancelled. The vendor documents none of its words. An order that is completed,"
                    + " cancelled or rejected is not looked at any more unless the service says that it changed.")
    private String statuses;

    @UriParam(
            label = "common",
            defaultValue = "100",
            description =
                    "Rows to ask for in a page. The service documents neither default nor maximum, and may give fewer.")
    private int limit = 100;

    @UriParam(
            label = "producer",
            description =
                    "searchPurchaseOrders: which page, from 1; the header CamelPosNextPage of the answer before gives the next. All other parameters must be repeated.")
    private Integer page;

    @UriParam(
            label = "producer",
            description = "searchPurchaseOrders: by which column of the rows to sort, for example PONumber.")
    private String orderBy;

    @UriParam(enums = "ASC,DESC", label = "producer", description = "searchPurchaseOrders: ASC or DESC.")
    private String sortOrder;

    @UriParam(
            label = "producer",
            description =
                    "searchPurchaseOrders: orders updated since this date-time. getPayments: payments updated since then. Without a zone, for example 2026-03-02T10:00, it is one of timeZone.")
    private String updatedFrom;

    @UriParam(
            label = "producer",
            description =
                    "searchPurchaseOrders: orders updated up to this date-time. getPayments: payments updated up to then.")
    private String updatedTo;

    @UriParam(
            label = "producer",
            description = "searchPurchaseOrders: the updated date; either this or updatedFrom and updatedTo.")
    private String dateUpdated;

    @UriParam(
            label = "producer",
            description = "searchPurchaseOrders: orders of this date-time or later (PurchaseOrderDate).")
    private String orderedFrom;

    @UriParam(
            label = "producer",
            description = "searchPurchaseOrders: orders of this date-time or earlier (PurchaseOrderDate).")
    private String orderedTo;

    @UriParam(
            defaultValue = "true",
            label = "producer",
            description = "Whether the times of ranges count, or only their days.")
    private boolean filterByTime = true;

    @UriParam(
            label = "producer",
            description =
                    "getPurchaseOrder, getRevisions, getPayments: the order, by its PurchaseOrderId. searchPurchaseOrders: only this order.")
    private String purchaseOrderId;

    @UriParam(
            displayName = "PO Number",
            label = "producer",
            description = "searchPurchaseOrders: the order with this number.")
    private Long poNumber;

    @UriParam(label = "producer", description = "searchPurchaseOrders: orders with this external order number.")
    private String externalOrderNumber;

    @UriParam(label = "producer", description = "searchPurchaseOrders: orders from the vendor with this id.")
    private String customerId;

    @UriParam(
            label = "producer",
            description = "searchPurchaseOrders: orders from the vendor with this e-mail address.")
    private String email;

    @UriParam(label = "producer", description = "searchPurchaseOrders: orders from the vendor with this company name.")
    private String company;

    @UriParam(
            label = "producer",
            description =
                    "searchPurchaseOrders: orders with one of these order statuses, names or numbers, separated by commas.")
    private String purchaseOrderStatus;

    @UriParam(
            label = "producer",
            description =
                    "searchPurchaseOrders: orders with one of these payment statuses, names or numbers, separated by commas.")
    private String paymentStatus;

    @UriParam(
            label = "producer",
            description =
                    "searchPurchaseOrders: orders with one of these shipping statuses, names or numbers, separated by commas.")
    private String shippingStatus;

    @UriParam(
            displayName = "PO Type",
            label = "producer",
            description =
                    "searchPurchaseOrders: orders of one of these types, Standard or Consignment, separated by commas.")
    private String poType;

    @UriParam(label = "producer", description = "searchPurchaseOrders: orders with this ticket group.")
    private String ticketGroupId;

    @UriParam(label = "producer", description = "searchPurchaseOrders: orders linked to this invoice.")
    private String invoiceId;

    @UriParam(label = "producer", description = "searchPurchaseOrders: orders with these tags, separated by commas.")
    private String tags;

    @Override
    protected URI toBaseUrl() {
        return getBaseUrl() == null ? SERVICE : address("baseUrl", getBaseUrl(), SERVICE);
    }

    /** @throws IllegalArgumentException naming the option that is missing or cannot work */
    PosAccount toAccount() {
        return new PosAccount(
                getAccount(), toBaseUrl(), apiKey, secretKey, signedPath, toTime().zone(), toRequestsPerSecond());
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    PosTime toTime() {
        try {
            return new PosTime(ZoneId.of(timeZone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "timeZone is '" + timeZone + "', allowed is a zone such as UTC, America/New_York or -05:00", e);
        }
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    double toRequestsPerSecond() {
        if (!(requestsPerSecond >= SLOWEST && requestsPerSecond <= FASTEST)) {
            throw new IllegalArgumentException(
                    "requestsPerSecond is " + requestsPerSecond + ", allowed is " + SLOWEST + " to " + FASTEST);
        }
        return requestsPerSecond;
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    PosStatuses toStatuses() {
        return PosStatuses.parse(statuses);
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    Duration toWindow() {
        if (windowSize.compareTo(SHORTEST_WINDOW) < 0) {
            throw new IllegalArgumentException(
                    "windowSize is " + windowSize + ", allowed is PT10M (ten minutes) or more");
        }
        return windowSize;
    }

    @Override
    public PosConfiguration copy() {
        return (PosConfiguration) super.copy();
    }

    @Override
    public PosOperation getOperation() {
        return operation;
    }

    public void setOperation(PosOperation operation) {
        this.operation = operation;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    public PosSignedPath getSignedPath() {
        return signedPath;
    }

    public void setSignedPath(PosSignedPath signedPath) {
        this.signedPath = signedPath;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    public void setRequestsPerSecond(double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    @Override
    public Duration getLookback() {
        return lookback;
    }

    public void setLookback(Duration lookback) {
        this.lookback = lookback;
    }

    public Duration getOpenOrderInterval() {
        return openOrderInterval;
    }

    public void setOpenOrderInterval(Duration openOrderInterval) {
        this.openOrderInterval = openOrderInterval;
    }

    public Duration getWindowSize() {
        return windowSize;
    }

    public void setWindowSize(Duration windowSize) {
        this.windowSize = windowSize;
    }

    public String getStatuses() {
        return statuses;
    }

    public void setStatuses(String statuses) {
        this.statuses = statuses;
    }

    public int getLimit() {
        return limit;
    }

    public void setLimit(int limit) {
        this.limit = limit;
    }

    public Integer getPage() {
        return page;
    }

    public void setPage(Integer page) {
        this.page = page;
    }

    public String getOrderBy() {
        return orderBy;
    }

    public void setOrderBy(String orderBy) {
        this.orderBy = orderBy;
    }

    public String getSortOrder() {
        return sortOrder;
    }

    public void setSortOrder(String sortOrder) {
        this.sortOrder = sortOrder;
    }

    public String getUpdatedFrom() {
        return updatedFrom;
    }

    public void setUpdatedFrom(String updatedFrom) {
        this.updatedFrom = updatedFrom;
    }

    public String getUpdatedTo() {
        return updatedTo;
    }

    public void setUpdatedTo(String updatedTo) {
        this.updatedTo = updatedTo;
    }

    public String getDateUpdated() {
        return dateUpdated;
    }

    public void setDateUpdated(String dateUpdated) {
        this.dateUpdated = dateUpdated;
    }

    public String getOrderedFrom() {
        return orderedFrom;
    }

    public void setOrderedFrom(String orderedFrom) {
        this.orderedFrom = orderedFrom;
    }

    public String getOrderedTo() {
        return orderedTo;
    }

    public void setOrderedTo(String orderedTo) {
        this.orderedTo = orderedTo;
    }

    public boolean isFilterByTime() {
        return filterByTime;
    }

    public void setFilterByTime(boolean filterByTime) {
        this.filterByTime = filterByTime;
    }

    public String getPurchaseOrderId() {
        return purchaseOrderId;
    }

    public void setPurchaseOrderId(String purchaseOrderId) {
        this.purchaseOrderId = purchaseOrderId;
    }

    public Long getPoNumber() {
        return poNumber;
    }

    public void setPoNumber(Long poNumber) {
        this.poNumber = poNumber;
    }

    public String getExternalOrderNumber() {
        return externalOrderNumber;
    }

    public void setExternalOrderNumber(String externalOrderNumber) {
        this.externalOrderNumber = externalOrderNumber;
    }

    public String getCustomerId() {
        return customerId;
    }

    public void setCustomerId(String customerId) {
        this.customerId = customerId;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getPurchaseOrderStatus() {
        return purchaseOrderStatus;
    }

    public void setPurchaseOrderStatus(String purchaseOrderStatus) {
        this.purchaseOrderStatus = purchaseOrderStatus;
    }

    public String getPaymentStatus() {
        return paymentStatus;
    }

    public void setPaymentStatus(String paymentStatus) {
        this.paymentStatus = paymentStatus;
    }

    public String getShippingStatus() {
        return shippingStatus;
    }

    public void setShippingStatus(String shippingStatus) {
        this.shippingStatus = shippingStatus;
    }

    public String getPoType() {
        return poType;
    }

    public void setPoType(String poType) {
        this.poType = poType;
    }

    public String getTicketGroupId() {
        return ticketGroupId;
    }

    public void setTicketGroupId(String ticketGroupId) {
        this.ticketGroupId = ticketGroupId;
    }

    public String getInvoiceId() {
        return invoiceId;
    }

    public void setInvoiceId(String invoiceId) {
        this.invoiceId = invoiceId;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }
}
