/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What will happen and when. Events of the same instant happen in the order in which they were entered. */
final class Agenda {
    private record Event(Instant due, long sequence, Consumer<Instant> action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::due).thenComparing(Event::sequence));
    private long sequence;

    void add(Instant due, Consumer<Instant> action) {
        events.add(new Event(due, sequence++, action));
    }

    /** Lets everything happen that is due, each event at its own instant, also those entered meanwhile. */
    void runUntil(Instant now) {
        while (!events.isEmpty() && !events.peek().due().isAfter(now)) {
            Event event = events.poll();
            event.action().accept(event.due());
        }
    }
}
