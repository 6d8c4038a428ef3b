/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import io.postatus.core.wire.DecimalNumber;
import java.math.BigDecimal;

/**
 * An amount of money, exact.
 *
 * @param currency undocumented, presumably ISO 4217
 */
@PosRecord
public record Money(String currency, @DecimalNumber BigDecimal amount) {}
