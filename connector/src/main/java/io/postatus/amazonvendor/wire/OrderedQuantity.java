/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * What is ordered of a line now, and how it came to that.
 *
 * @param orderedQuantityDetails in no promised order
 */
@WireRecord
public record OrderedQuantity(ItemQuantity orderedQuantity, List<OrderedQuantityDetails> orderedQuantityDetails) {
    public OrderedQuantity {
        orderedQuantityDetails = WireList.copy(orderedQuantityDetails);
    }
}
