/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * The answer of getTransaction.
 *
 * <p>See apis/amazon-vendor-orders.md 6.4.
 */
@WireRecord
public record GetTransactionResponse(TransactionStatus payload, List<ApiError> errors) {
    public GetTransactionResponse {
        errors = WireList.copy(errors);
    }
}
