/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.util.ArrayList;
import java.util.List;

/** One change on its way through the route, from its intent to the end of its exchange. */
final class Telling {
    final Finding.News news;
    /** The slices that cannot close before this change is confirmed. */
    final List<SliceReading> owing;
    /** At most one unconfirmed change an order: what is observed meanwhile waits, the newest only. */
    Observation later;

    final List<SliceReading> owingLater = new ArrayList<>();
    long deadlineNanos;
    Teller.Outcome outcome;

    Telling(Finding.News news, List<SliceReading> readings) {
        this.news = news;
        this.owing = readings;
    }

    String orderId() {
        return news.intended().id();
    }

    void await(Observation observation, SliceReading reading) {
        if (later == null || observation.sent().isAfter(later.sent())) {
            later = observation;
        }
        owingLater.add(reading);
    }
}
