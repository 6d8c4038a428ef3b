/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * The body of submitAcknowledgement.
 *
 * <p>See apis/amazon-vendor-orders.md 6.3.
 */
@WireRecord
public record SubmitAcknowledgementRequest(List<OrderAcknowledgement> acknowledgements) {
    public SubmitAcknowledgementRequest {
        acknowledgements = WireList.copy(acknowledgements);
    }
}
