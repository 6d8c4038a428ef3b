/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DecimalNumber;
import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireRecord;
import java.math.BigDecimal;

/**
 * How many.
 *
 * @param unitOfMeasure {@code Cases} or {@code Eaches}; other cases of these words occur, apis/amazon-vendor-orders.md 5.3
 * @param unitSize units in a case
 */
@WireRecord
public record ItemQuantity(@DecimalNumber BigDecimal amount, String unitOfMeasure, @WholeNumber Integer unitSize) {}
