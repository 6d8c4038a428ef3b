/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** One thread, one clock: events happen in the order of their times, and those of one time in an order that the seed picks. */
final class SimulatedTime extends Clock {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final Random random;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::time).thenComparing(Event::tie));
    private Instant now = START;

    private record Event(Instant time, long tie, Runnable step) {}

    SimulatedTime(Random random) {
        this.random = random;
    }

    void at(Instant time, Runnable step) {
        events.add(new Event(time.isBefore(now) ? now : time, random.nextLong(), step));
    }

    void after(Duration delay, Runnable step) {
        at(now.plus(delay), step);
    }

    /** Whole seconds, so that things happen at one instant often. */
    Duration upTo(int seconds) {
        return Duration.ofSeconds(random.nextInt(seconds + 1));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int pick(int bound) {
        return random.nextInt(bound);
    }

    void runUntil(Instant end) {
        while (!events.isEmpty() && !events.peek().time().isAfter(end)) {
            Event event = events.poll();
            now = event.time();
            try {
                event.step().run();
            } catch (SimulatedCrash crash) {
                // the node that threw it is gone; the world goes on
            }
        }
        now = end;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
