/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.amazonvendor.wire.ItemQuantity;
import io.postatus.amazonvendor.wire.OrderItemStatus;
import io.postatus.amazonvendor.wire.OrderedQuantity;
import io.postatus.amazonvendor.wire.OrderedQuantityDetails;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What the quantities of one line count: the unit in which it was ordered. Amazon reports receipts in another one at
 * times, apis/amazon-vendor-orders.md 5.3.
 *
 * @param name {@code Eaches}, {@code Cases} or a word we do not know; null if the service does not say
 * @param caseSize units in a case; null if the service does not say
 */
record LineUnit(String name, Integer caseSize) {

    private static final String CASES = "Cases";
    private static final String EACHES = "Eaches";

    static LineUnit of(OrderItemStatus item) {
        ItemQuantity ordered =
                item.orderedQuantity() == null ? null : item.orderedQuantity().orderedQuantity();
        return ordered == null ? new LineUnit(null, null) : new LineUnit(canonical(ordered), ordered.unitSize());
    }

    /** The quantity in this unit; null if the service does not say, or says it in a unit that cannot be converted. */
    BigDecimal count(ItemQuantity quantity) {
        if (quantity == null || quantity.amount() == null) {
            return null;
        }
        String unit = canonical(quantity);
        if (name == null
                || unit == null
                || unit.equals(name)
                || quantity.amount().signum() == 0) {
            return quantity.amount();
        }
        Integer size = name.equals(CASES) ? caseSize : quantity.unitSize();
        if (size == null || size <= 0) {
            return null;
        }
        if (name.equals(EACHES) && unit.equals(CASES)) {
            return quantity.amount().multiply(BigDecimal.valueOf(size));
        }
        return name.equals(CASES) && unit.equals(EACHES)
                ? quantity.amount().divide(BigDecimal.valueOf(size), MathContext.DECIMAL32)
                : null;
    }

    /** The sum of what was cancelled; null if no history is told, or a part of it cannot be converted. */
    BigDecimal cancelled(OrderedQuantity ordered) {
        if (ordered == null || ordered.orderedQuantityDetails() == null) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (OrderedQuantityDetails step : ordered.orderedQuantityDetails()) {
            BigDecimal cancelled = count(step.cancelledQuantity());
            if (cancelled == null && step.cancelledQuantity() != null) {
                return null;
            }
            sum = cancelled == null ? sum : sum.add(cancelled);
        }
        return sum;
    }

    /** {@code CASES} occurs where {@code Cases} is documented. */
    private static String canonical(ItemQuantity quantity) {
        String word = quantity.unitOfMeasure();
        if (CASES.equalsIgnoreCase(word)) {
            return CASES;
        }
        return EACHES.equalsIgnoreCase(word) ? EACHES : word;
    }
}
