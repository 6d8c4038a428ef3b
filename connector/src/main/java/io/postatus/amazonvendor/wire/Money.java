/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DecimalText;
import io.postatus.core.wire.WireRecord;
import java.math.BigDecimal;

/**
 * An amount of money, exact.
 *
 * @param amount a JSON string on the wire
 * @param unitOfMeasure {@code POUNDS}, {@code OUNCES}, {@code GRAMS}, {@code KILOGRAMS}; null if priced by each
 */
@WireRecord
public record Money(String currencyCode, @DecimalText BigDecimal amount, String unitOfMeasure) {}
