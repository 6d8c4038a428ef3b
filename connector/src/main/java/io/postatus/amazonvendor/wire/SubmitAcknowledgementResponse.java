/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/** The answer of submitAcknowledgement: received, not yet applied. */
@WireRecord
public record SubmitAcknowledgementResponse(TransactionId payload, List<ApiError> errors) {
    public SubmitAcknowledgementResponse {
        errors = WireList.copy(errors);
    }
}
