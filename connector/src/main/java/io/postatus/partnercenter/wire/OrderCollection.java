/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.Paged;
import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;
import java.util.Map;

/** The answer of getOrders: all orders of a customer. Not paged as documented; a next page is followed should one come. */
@WireRecord
public record OrderCollection(
        @WholeNumber Integer totalCount, List<Order> items, Map<String, Link> links, Attributes attributes)
        implements Paged {
    public OrderCollection {
        items = WireList.copy(items);
    }

    @Override
    public String nextToken() {
        return Link.nextToken(links);
    }
}
