/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.math.BigDecimal;

/** What a line is about; never changes. */
record Goods(
        String asin,
        String vendorSku,
        BigDecimal netCost,
        BigDecimal listPrice,
        String currency,
        String unit,
        int size) {}
