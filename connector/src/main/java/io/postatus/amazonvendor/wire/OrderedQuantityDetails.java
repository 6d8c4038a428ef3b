/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;

/** One step to the ordered quantity. Entries are differences: 150, then 50 cancelled, gives 100. */
@WireRecord
public record OrderedQuantityDetails(
        @DateTime Instant updatedDate, ItemQuantity orderedQuantity, ItemQuantity cancelledQuantity) {}
