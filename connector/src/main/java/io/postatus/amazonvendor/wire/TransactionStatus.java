/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireRecord;

/** The frame around a transaction. */
@WireRecord
public record TransactionStatus(Transaction transactionStatus) {}
