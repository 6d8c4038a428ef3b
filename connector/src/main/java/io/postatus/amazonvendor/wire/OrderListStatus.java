/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/** One page of orders with their status. */
@WireRecord
public record OrderListStatus(Pagination pagination, List<OrderStatus> ordersStatus) {
    public OrderListStatus {
        ordersStatus = WireList.copy(ordersStatus);
    }
}
