/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/** One page of orders. */
@WireRecord
public record OrderList(Pagination pagination, List<Order> orders) {
    public OrderList {
        orders = WireList.copy(orders);
    }
}
