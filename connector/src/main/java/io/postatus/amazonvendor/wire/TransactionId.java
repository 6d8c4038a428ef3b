/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireRecord;

/** The name of a transaction, to be asked for by getTransaction. */
@WireRecord
public record TransactionId(String transactionId) {}
