/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * In which order rows come that nobody asked to be sorted, or that the chosen column leaves equal; the reference does
 * not say.
 */
public enum RowOrder {
    /** By number: a row keeps its place while one pages, as long as no row comes or goes before it. */
    BY_NUMBER {
        @Override
        void arrange(List<OrderVersion> rows, Random random) {
            rows.sort(Comparator.comparingLong(OrderVersion::number));
        }
    },
    /** The latest update first: a row that changes while one pages moves to the front and pushes others back. */
    LATEST_FIRST {
        @Override
        void arrange(List<OrderVersion> rows, Random random) {
            rows.sort(Comparator.comparing(OrderKey::of).reversed());
        }
    },
    /** Another order with each request, as a database may choose that nobody told to sort. */
    MOVING {
        @Override
        void arrange(List<OrderVersion> rows, Random random) {
            rows.sort(Comparator.comparingLong(OrderVersion::number));
            Collections.shuffle(rows, random);
        }
    };

    abstract void arrange(List<OrderVersion> rows, Random random);
}
