/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * The answer of getPurchaseOrder.
 *
 * <p>See apis/amazon-vendor-orders.md 6.2.
 */
@WireRecord
public record GetPurchaseOrderResponse(Order payload, List<ApiError> errors) {
    public GetPurchaseOrderResponse {
        errors = WireList.copy(errors);
    }
}
