/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.http.ApiRequest;
import io.postatus.core.http.QueryParameter;
import io.postatus.core.wire.DateTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What getPurchaseOrdersStatus is asked for: every documented parameter, all optional. Each method returns a changed copy; null takes the
 * parameter out. Amazon searches 7 days at most and wants one pair of dates: apis/amazon-vendor-orders.md 5.1 and 5.2.
 *
 * @param parameters in the order in which they were set
 * @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseordersstatus">getPurchaseOrdersStatus</a>
 */
public record PurchaseOrdersStatusQuery(List<QueryParameter> parameters) {

    /** Everything the service shows by itself, a hundred orders a page. */
    public static final PurchaseOrdersStatusQuery ALL = new PurchaseOrdersStatusQuery(List.of()).limit(100);

    public PurchaseOrdersStatusQuery {
        parameters = List.copyOf(parameters);
    }

    /** Orders in a page, 1 to 100. */
    public PurchaseOrdersStatusQuery limit(Integer limit) {
        if (limit != null && (limit < 1 || limit > 100)) {
            throw new IllegalArgumentException("limit " + limit + " is not possible: 1 to 100");
        }
        return with("limit", limit);
    }

    /** {@code ASC} or {@code DESC}, by the date of creation. Amazon does not always honour it. */
    public PurchaseOrdersStatusQuery sortOrder(String sortOrder) {
        return with("sortOrder", sortOrder);
    }

    /** The next page, with all other parameters as they were. */
    public PurchaseOrdersStatusQuery nextToken(String nextToken) {
        return with("nextToken", nextToken);
    }

    /** Orders that became available after this. */
    public PurchaseOrdersStatusQuery createdAfter(Instant createdAfter) {
        return with("createdAfter", DateTimes.toMillis(createdAfter));
    }

    /** Orders that became available before this. */
    public PurchaseOrdersStatusQuery createdBefore(Instant createdBefore) {
        return with("createdBefore", DateTimes.toMillis(createdBefore));
    }

    /** Orders last updated after this. Receipts do not count as updates. */
    public PurchaseOrdersStatusQuery updatedAfter(Instant updatedAfter) {
        return with("updatedAfter", DateTimes.toMillis(updatedAfter));
    }

    /** Orders last updated before this. */
    public PurchaseOrdersStatusQuery updatedBefore(Instant updatedBefore) {
        return with("updatedBefore", DateTimes.toMillis(updatedBefore));
    }

    /** One order, without any other parameter. */
    public PurchaseOrdersStatusQuery purchaseOrderNumber(String purchaseOrderNumber) {
        return with("purchaseOrderNumber", purchaseOrderNumber);
    }

    /** {@code OPEN} or {@code CLOSED}. */
    public PurchaseOrdersStatusQuery purchaseOrderStatus(String purchaseOrderStatus) {
        return with("purchaseOrderStatus", purchaseOrderStatus);
    }

    /** Orders with a line that is {@code ACCEPTED}, {@code PARTIALLY_ACCEPTED}, {@code REJECTED} or {@code UNCONFIRMED}. */
    public PurchaseOrdersStatusQuery itemConfirmationStatus(String itemConfirmationStatus) {
        return with("itemConfirmationStatus", itemConfirmationStatus);
    }

    /** Orders with a line that is {@code NOT_RECEIVED}, {@code PARTIALLY_RECEIVED} or {@code RECEIVED}. */
    public PurchaseOrdersStatusQuery itemReceiveStatus(String itemReceiveStatus) {
        return with("itemReceiveStatus", itemReceiveStatus);
    }

    /** The vendor code of the ordering party; default all codes of the vendor group. */
    public PurchaseOrdersStatusQuery orderingVendorCode(String orderingVendorCode) {
        return with("orderingVendorCode", orderingVendorCode);
    }

    /** The code of the fulfilment center. */
    public PurchaseOrdersStatusQuery shipToPartyId(String shipToPartyId) {
        return with("shipToPartyId", shipToPartyId);
    }

    ApiRequest on(ApiRequest request) {
        ApiRequest asked = request;
        for (QueryParameter parameter : parameters) {
            asked = asked.query(parameter.name(), parameter.value());
        }
        return asked;
    }

    /** The one order that is asked for; null if none in particular. */
    String purchaseOrderNumber() {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals("purchaseOrderNumber"))
                .map(QueryParameter::value)
                .findFirst()
                .orElse(null);
    }

    boolean hasNextToken() {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals("nextToken"));
    }

    private PurchaseOrdersStatusQuery with(String name, Object value) {
        List<QueryParameter> changed = new ArrayList<>(parameters);
        changed.removeIf(parameter -> parameter.name().equals(name));
        if (value != null) {
            changed.add(new QueryParameter(name, value.toString()));
        }
        return new PurchaseOrdersStatusQuery(changed);
    }
}
