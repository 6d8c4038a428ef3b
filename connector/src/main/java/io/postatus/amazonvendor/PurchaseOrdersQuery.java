/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.http.ApiRequest;
import io.postatus.core.http.QueryParameter;
import io.postatus.core.wire.DateTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What getPurchaseOrders is asked for: every documented parameter, all optional. Each method returns a changed copy; null takes the
 * parameter out. Amazon searches 7 days at most and wants one pair of dates: apis/amazon-vendor-orders.md 5.2 and 6.1.
 *
 * @param parameters in the order in which they were set
 * @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseorders">getPurchaseOrders</a>
 */
public record PurchaseOrdersQuery(List<QueryParameter> parameters) {

    /** Everything the service shows by itself, a hundred orders a page. */
    public static final PurchaseOrdersQuery ALL = new PurchaseOrdersQuery(List.of()).limit(100);

    public PurchaseOrdersQuery {
        parameters = List.copyOf(parameters);
    }

    /** Orders in a page, 1 to 100. */
    public PurchaseOrdersQuery limit(Integer limit) {
        if (limit != null && (limit < 1 || limit > 100)) {
            throw new IllegalArgumentException("limit " + limit + " is not possible: 1 to 100");
        }
        return with("limit", limit);
    }

    /** {@code ASC} or {@code DESC}, by the date of creation. Amazon does not always honour it. */
    public PurchaseOrdersQuery sortOrder(String sortOrder) {
        return with("sortOrder", sortOrder);
    }

    /** The next page, with all other parameters as they were. */
    public PurchaseOrdersQuery nextToken(String nextToken) {
        return with("nextToken", nextToken);
    }

    /** Orders that became available after this. */
    public PurchaseOrdersQuery createdAfter(Instant createdAfter) {
        return with("createdAfter", DateTimes.toMillis(createdAfter));
    }

    /** Orders that became available before this. */
    public PurchaseOrdersQuery createdBefore(Instant createdBefore) {
        return with("createdBefore", DateTimes.toMillis(createdBefore));
    }

    /** Orders that changed after this. Those that never changed since they were placed are left out. */
    public PurchaseOrdersQuery changedAfter(Instant changedAfter) {
        return with("changedAfter", DateTimes.toMillis(changedAfter));
    }

    /** Orders that changed before this. */
    public PurchaseOrdersQuery changedBefore(Instant changedBefore) {
        return with("changedBefore", DateTimes.toMillis(changedBefore));
    }

    /** Whether more than number and state is wanted; Amazon's default is true. */
    public PurchaseOrdersQuery includeDetails(Boolean includeDetails) {
        return with("includeDetails", includeDetails);
    }

    /** {@code Cancelled}: orders with a line that Amazon cancelled. */
    public PurchaseOrdersQuery poItemState(String poItemState) {
        return with("poItemState", poItemState);
    }

    /** True: only orders that changed since they were placed. */
    public PurchaseOrdersQuery isPOChanged(Boolean isPOChanged) {
        return with("isPOChanged", isPOChanged);
    }

    /** {@code New}, {@code Acknowledged} or {@code Closed}. */
    public PurchaseOrdersQuery purchaseOrderState(String purchaseOrderState) {
        return with("purchaseOrderState", purchaseOrderState);
    }

    /** The vendor code of the ordering party; default all codes of the vendor group. */
    public PurchaseOrdersQuery orderingVendorCode(String orderingVendorCode) {
        return with("orderingVendorCode", orderingVendorCode);
    }

    ApiRequest on(ApiRequest request) {
        ApiRequest asked = request;
        for (QueryParameter parameter : parameters) {
            asked = asked.query(parameter.name(), parameter.value());
        }
        return asked;
    }

    boolean hasNextToken() {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals("nextToken"));
    }

    private PurchaseOrdersQuery with(String name, Object value) {
        List<QueryParameter> changed = new ArrayList<>(parameters);
        changed.removeIf(parameter -> parameter.name().equals(name));
        if (value != null) {
            changed.add(new QueryParameter(name, value.toString()));
        }
        return new PurchaseOrdersQuery(changed);
    }
}
