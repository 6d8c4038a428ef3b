/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.DecimalNumber;
import io.postatus.core.wire.WireRecord;
import java.math.BigDecimal;

/** What a savings plan commits to. */
@WireRecord
public record PurchaseCommitment(@DecimalNumber BigDecimal amount, String currency, String grain) {}
