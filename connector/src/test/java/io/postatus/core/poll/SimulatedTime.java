/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** One thread, one clock: events happen in the order of their times, and those of one time in an order that the seed picks. */
final class SimulatedTime extends Clock {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** Neighbouring seeds have nothing in common, unlike those of {@link java.util.Random}, which all begin alike. */
    private final SplittableRandom random;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::time).thenComparing(Event::tie));
    private Instant now = START;

    private record Event(Instant time, long tie, Runnable step) {}

    SimulatedTime(long seed) {
        this.random = new SplittableRandom(seed);
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

    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    /** May be called from within an event, of a process that is frozen in the middle of a step while the world goes on. */
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
        now = end.isAfter(now) ? end : now;
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
