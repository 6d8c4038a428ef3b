/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * How far a transaction is.
 *
 * @param status {@code Processing}, {@code Success}, {@code Failure}
 * @param errors what went wrong, with a failure
 */
@WireRecord
public record Transaction(String transactionId, String status, List<ApiError> errors) {
    public Transaction {
        errors = WireList.copy(errors);
    }
}
