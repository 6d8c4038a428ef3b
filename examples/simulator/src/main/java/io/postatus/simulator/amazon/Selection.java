/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.util.function.Predicate;

/**
 * Which orders a page shows: in order of creation, from a place on.
 *
 * @param number the one order asked for, or {@code null}
 * @param from the last row of the page before, or {@code null}
 */
record Selection(
        String number,
        TimeRange created,
        TimeRange updated,
        Predicate<OrderVersion> filter,
        boolean ascending,
        OrderKey from,
        int limit) {

    boolean matches(OrderVersion order) {
        return created.contains(order.created())
                && updated.contains(order.lastUpdated())
                && (from == null || follows(OrderKey.created(order)))
                && filter.test(order);
    }

    private boolean follows(OrderKey key) {
        return ascending ? key.compareTo(from) > 0 : key.compareTo(from) < 0;
    }
}
