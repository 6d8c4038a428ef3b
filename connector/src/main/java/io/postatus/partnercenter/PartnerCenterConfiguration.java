/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.auth.RefreshTokenListener;
import io.postatus.core.camel.OAuthConfiguration;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/**
 * Options of the component {@code partnercenter}. Those of the requests are headers as well, and the header wins.
 *
 * <p>Tokens come from Microsoft Entra, where the application is registered: {@code tokenUrl} is the tenant's token endpoint
 * unless it is set, and {@code refreshToken} is that of a user who signed in with MFA and consented. With it requests speak
 * for application and user, without for the application alone, which is enough for all but getProvisioningStatus.
 */
@UriParams
@Configurer(extended = true)
public class PartnerCenterConfiguration extends OAuthConfiguration {

    @UriPath(
            description = "What to do: purchaseOrderStatus tells every change of every order; coverage,"
                    + " parked, verify, replay, backfill and forget ask of its stream; detectChange is for sweeps;"
                    + " the others ask Partner"
                    + " Center once.")
    @Metadata(required = true)
    private PartnerCenterOperation operation;

    @UriParam(
            label = "common",
            defaultValue = "global",
            description = "Where the tenant lives: global, usGov or china (operated by 21Vianet). "
                    + "Decides the hosts, unless baseUrl and tokenUrl are set.")
    private PartnerCenterCloud cloud = PartnerCenterCloud.global;

    @UriParam(
            label = "common",
            description = "The partner's own tenant, as GUID or domain such as "
                    + "contoso.onmicrosoft.com; not a customer's.")
    private String tenant;

    @UriParam(
            label = "advanced",
            defaultValue = "v2",
            description = "The form of the token endpoint: v2 asks for a scope, v1 for a " + "resource.")
    private PartnerCenterTokenVersion tokenVersion = PartnerCenterTokenVersion.v2;

    @UriParam(
            label = "advanced",
            description = "What access tokens are asked for; by default the API of the cloud. Old "
                    + "applications may need https://graph.windows.net.")
    private String resource;

    @UriParam(
            label = "security,advanced",
            description = "A bean that is handed every refresh token that Microsoft Entra gives "
                    + "in place of the one before, to store it where refreshToken comes from. "
                    + "Without one, the new token is used until the process ends, and the "
                    + "next start needs refreshToken to be still good.")
    private RefreshTokenListener refreshTokenListener;

    @UriParam(
            label = "advanced",
            defaultValue = "240",
            description = "How many requests a minute the account may send, 1 to 500, of the 500 "
                    + "that Microsoft allows the tenant. All applications of the tenant share "
                    + "those. The same on all endpoints of an account.")
    private int requestsPerMinute = 240;

    @UriParam(
            label = "consumer",
            description = "Only the orders of these customers: ids with commas between. Without "
                    + "customers and orders, those of all customers.")
    private String customers;

    @UriParam(
            label = "consumer",
            description = "These orders, read at every poll whatever their status: "
                    + "CUSTOMER-ID/ORDER-ID with commas between. Without customers, only " + "these.")
    private String orders;

    @UriParam(
            javaType = "java.time.Duration",
            label = "consumer",
            defaultValue = "5m",
            description = "After which an order that is not final is looked at again. The default "
                    + "lets 1200 customers with open orders be looked at within " + "requestsPerMinute.")
    private Duration openOrderInterval = Duration.ofMinutes(5);

    @UriParam(
            javaType = "java.time.Duration",
            label = "consumer",
            defaultValue = "1h",
            description = "After which the list of each customer's orders is looked at again, and "
                    + "the list of customers. New orders and changes of final ones are "
                    + "noticed that late at most; new orders sooner where there is an " + "activity log.")
    private Duration customerInterval = Duration.ofHours(1);

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "true",
            description = "Whether new orders are looked for in the partner's activity log. By "
                    + "default where the cloud has one, which china has not.")
    private Boolean activityLog;

    @UriParam(
            label = "common",
            defaultValue = "false",
            description = "Whether lists show what Microsoft orders by itself, such as renewals.")
    private boolean includeSystemPurchases;

    @UriParam(
            label = "producer",
            description = "The customer whose orders are meant, by the GUID of its tenant. "
                    + "Without it, that of the header CamelPurchaseOrderId.")
    private String customerId;

    @UriParam(label = "producer", description = "The order. Without it, that of the header CamelPurchaseOrderId.")
    private String orderId;

    @UriParam(label = "producer", description = "getAttachment: the document, as getAttachments named it.")
    private String attachmentId;

    @UriParam(
            label = "producer",
            defaultValue = "100",
            description = "getCustomers and getAuditRecords: how many there are in a page, 1 to " + "500.")
    private int size = 100;

    @UriParam(
            label = "producer",
            description = "The next page, as the header CamelPartnerCenterNextToken of the answer " + "before gave it.")
    private String nextToken;

    @UriParam(
            label = "producer",
            description = "getOrders: only orders with this billing cycle, for example onetime or " + "monthly.")
    private String billingType;

    @UriParam(label = "producer", description = "getOrders: only orders of this indirect reseller.")
    private String indirectResellerId;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "getOrder and getOrders: whether prices are wanted, for which the "
                    + "account needs access to them.")
    private boolean includePrice;

    @UriParam(
            label = "producer",
            description = "getAuditRecords: the first day (UTC), for example 2026-05-04; at most "
                    + "90 days ago. Default 30 days ago.")
    private String startDate;

    @UriParam(label = "producer", description = "getAuditRecords: the last day, at most 30 days after the first.")
    private String endDate;

    @UriParam(label = "producer", description = "uploadAttachment: what the customer pays.")
    private String customerPrice;

    @UriParam(label = "producer", description = "uploadAttachment: of the price, for example EUR.")
    private String currency;

    @UriParam(label = "producer", description = "uploadAttachment: the rate of exchange, if currencies differ.")
    private String fxRate;

    @UriParam(
            displayName = "Is Part Of Tender",
            label = "producer",
            description = "uploadAttachment: whether the order is part of a tender.")
    private Boolean isPartOfTender;

    @UriParam(
            label = "producer",
            description = "uploadAttachment: where the tender is to be found; needed if the order " + "is part of one.")
    private String tenderLink;

    @Override
    protected URI toBaseUrl() {
        return getBaseUrl() == null ? cloud.url() : address("baseUrl", getBaseUrl(), cloud.url());
    }

    private URI toTokenUrl() {
        return getTokenUrl() == null
                ? cloud.tokenUrl(tenant, tokenVersion)
                : address("tokenUrl", getTokenUrl(), cloud.tokenUrl("contoso.onmicrosoft.com", tokenVersion));
    }

    /** @throws IllegalArgumentException naming the option that is missing or cannot work */
    PartnerCenterAccount toAccount() {
        if (tenant != null && !tenant.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("tenant is '" + tenant
                    + "', allowed is the GUID or a domain of the partner's tenant, such as contoso.onmicrosoft.com");
        }
        return new PartnerCenterAccount(
                getAccount(),
                tenant,
                toBaseUrl(),
                toTokenUrl(),
                tokenVersion,
                resource == null ? cloud.resource() : resource,
                getClientId(),
                getClientSecret(),
                getRefreshToken(),
                toRequestsPerMinute());
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    int toRequestsPerMinute() {
        if (requestsPerMinute < 1 || requestsPerMinute > PartnerCenterLimits.MOST_A_MINUTE) {
            throw new IllegalArgumentException("requestsPerMinute is " + requestsPerMinute + ", allowed are 1 to "
                    + PartnerCenterLimits.MOST_A_MINUTE + ", the most that Microsoft allows a tenant");
        }
        return requestsPerMinute;
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    PartnerCenterSelection toSelection() {
        return PartnerCenterSelection.parse(customers, orders);
    }

    /** @throws IllegalArgumentException naming the option and what is allowed */
    PartnerCenterPlan toPlan() {
        if (customerInterval.compareTo(openOrderInterval) < 0) {
            throw new IllegalArgumentException("customerInterval is " + customerInterval
                    + ", allowed is openOrderInterval (" + openOrderInterval + ") or more");
        }
        return new PartnerCenterPlan(
                toSelection(),
                openOrderInterval,
                customerInterval,
                readsActivityLog() ? new ActivityLogDays(ActivityLogDays.LATEST_RECORD) : null);
    }

    /** Single orders are read whatever the log says. */
    boolean readsActivityLog() {
        boolean wanted = activityLog == null ? cloud.hasActivityLog() : activityLog;
        return wanted && toSelection().hasCustomers();
    }

    @Override
    public PartnerCenterConfiguration copy() {
        return (PartnerCenterConfiguration) super.copy();
    }

    @Override
    public PartnerCenterOperation getOperation() {
        return operation;
    }

    public void setOperation(PartnerCenterOperation operation) {
        this.operation = operation;
    }

    public PartnerCenterCloud getCloud() {
        return cloud;
    }

    public void setCloud(PartnerCenterCloud cloud) {
        this.cloud = cloud;
    }

    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    public PartnerCenterTokenVersion getTokenVersion() {
        return tokenVersion;
    }

    public void setTokenVersion(PartnerCenterTokenVersion tokenVersion) {
        this.tokenVersion = tokenVersion;
    }

    public String getResource() {
        return resource;
    }

    public void setResource(String resource) {
        this.resource = resource;
    }

    public RefreshTokenListener getRefreshTokenListener() {
        return refreshTokenListener;
    }

    public void setRefreshTokenListener(RefreshTokenListener refreshTokenListener) {
        this.refreshTokenListener = refreshTokenListener;
    }

    public int getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public String getCustomers() {
        return customers;
    }

    public void setCustomers(String customers) {
        this.customers = customers;
    }

    public String getOrders() {
        return orders;
    }

    public void setOrders(String orders) {
        this.orders = orders;
    }

    public Duration getOpenOrderInterval() {
        return openOrderInterval;
    }

    public void setOpenOrderInterval(Duration openOrderInterval) {
        this.openOrderInterval = openOrderInterval;
    }

    public Duration getCustomerInterval() {
        return customerInterval;
    }

    public void setCustomerInterval(Duration customerInterval) {
        this.customerInterval = customerInterval;
    }

    public Boolean getActivityLog() {
        return activityLog;
    }

    public void setActivityLog(Boolean activityLog) {
        this.activityLog = activityLog;
    }

    public boolean isIncludeSystemPurchases() {
        return includeSystemPurchases;
    }

    public void setIncludeSystemPurchases(boolean includeSystemPurchases) {
        this.includeSystemPurchases = includeSystemPurchases;
    }

    public String getCustomerId() {
        return customerId;
    }

    public void setCustomerId(String customerId) {
        this.customerId = customerId;
    }

    public String getOrderId() {
        return orderId;
    }

    public void setOrderId(String orderId) {
        this.orderId = orderId;
    }

    public String getAttachmentId() {
        return attachmentId;
    }

    public void setAttachmentId(String attachmentId) {
        this.attachmentId = attachmentId;
    }

    public int getSize() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }

    public String getNextToken() {
        return nextToken;
    }

    public void setNextToken(String nextToken) {
        this.nextToken = nextToken;
    }

    public String getBillingType() {
        return billingType;
    }

    public void setBillingType(String billingType) {
        this.billingType = billingType;
    }

    public String getIndirectResellerId() {
        return indirectResellerId;
    }

    public void setIndirectResellerId(String indirectResellerId) {
        this.indirectResellerId = indirectResellerId;
    }

    public boolean isIncludePrice() {
        return includePrice;
    }

    public void setIncludePrice(boolean includePrice) {
        this.includePrice = includePrice;
    }

    public String getStartDate() {
        return startDate;
    }

    public void setStartDate(String startDate) {
        this.startDate = startDate;
    }

    public String getEndDate() {
        return endDate;
    }

    public void setEndDate(String endDate) {
        this.endDate = endDate;
    }

    public String getCustomerPrice() {
        return customerPrice;
    }

    public void setCustomerPrice(String customerPrice) {
        this.customerPrice = customerPrice;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getFxRate() {
        return fxRate;
    }

    public void setFxRate(String fxRate) {
        this.fxRate = fxRate;
    }

    public Boolean getIsPartOfTender() {
        return isPartOfTender;
    }

    public void setIsPartOfTender(Boolean isPartOfTender) {
        this.isPartOfTender = isPartOfTender;
    }

    public String getTenderLink() {
        return tenderLink;
    }

    public void setTenderLink(String tenderLink) {
        this.tenderLink = tenderLink;
    }
}
