/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.Paged;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * The answer of getPurchaseOrders.
 *
 * <p>See apis/amazon-vendor-orders.md 6.1.
 */
@WireRecord
public record GetPurchaseOrdersResponse(OrderList payload, List<ApiError> errors) implements Paged {
    public GetPurchaseOrdersResponse {
        errors = WireList.copy(errors);
    }

    @Override
    public String nextToken() {
        return payload == null || payload.pagination() == null
                ? null
                : payload.pagination().nextToken();
    }
}
