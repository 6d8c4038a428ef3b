/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;
import java.util.List;

/** The vendor's answer to one order. A line that is left out counts as rejected. */
@WireRecord
public record OrderAcknowledgement(
        String purchaseOrderNumber,
        PartyIdentification sellingParty,
        @DateTime Instant acknowledgementDate,
        List<OrderAcknowledgementItem> items) {
    public OrderAcknowledgement {
        items = WireList.copy(items);
        acknowledgementDate = Millis.of(acknowledgementDate);
    }
}
