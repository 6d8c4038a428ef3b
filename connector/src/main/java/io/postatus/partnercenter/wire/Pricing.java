/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.DecimalNumber;
import io.postatus.core.wire.WireRecord;
import java.math.BigDecimal;

/** What a line costs, before tax; only if asked for. */
@WireRecord
public record Pricing(
        @DecimalNumber BigDecimal listPrice,
        @DecimalNumber BigDecimal discountedPrice,
        @DecimalNumber BigDecimal proratedPrice,
        @DecimalNumber BigDecimal price,
        @DecimalNumber BigDecimal extendedPrice) {}
