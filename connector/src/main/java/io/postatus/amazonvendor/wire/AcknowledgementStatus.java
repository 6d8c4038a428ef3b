/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * What the vendor answered for a line.
 *
 * @param confirmationStatus {@code ACCEPTED}, {@code PARTIALLY_ACCEPTED}, {@code REJECTED}, {@code UNCONFIRMED}
 * @param acceptedQuantity with the backordered units
 * @param acknowledgementStatusDetails one an answer, each the whole line; in no promised order
 */
@WireRecord
public record AcknowledgementStatus(
        String confirmationStatus,
        ItemQuantity acceptedQuantity,
        ItemQuantity rejectedQuantity,
        List<AcknowledgementStatusDetails> acknowledgementStatusDetails) {
    public AcknowledgementStatus {
        acknowledgementStatusDetails = WireList.copy(acknowledgementStatusDetails);
    }
}
