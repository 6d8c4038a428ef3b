/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Hands changes to the route, the next when the last was taken, and watches that each exchange ends in time. Runs on the
 * poll's strand; the route may answer late, twice and from any thread.
 */
final class Handover {
    private final Teller teller;
    private final Timeline timeline;
    private final Duration confirmTimeout;
    private final Consumer<Runnable> steps;
    private final BiConsumer<Telling, Teller.Outcome> ended;
    private final Consumer<String> stuck;

    /** What failed before waits for what was never tried: a few orders that fail each time must not keep others back. */
    private final Deque<Telling> untried = new ArrayDeque<>();

    private final Deque<Telling> triedBefore = new ArrayDeque<>();
    /** Handed over, and not ended or not even taken; the oldest first. */
    private final Set<Telling> underWay = new LinkedHashSet<>();

    private Telling atTheRoute;
    private Timeline.Alarm watch;
    long told;

    /**
     * @param ended what became of an exchange; the first of its answers counts
     * @param stuck the route keeps its thread longer than an exchange may take
     */
    Handover(
            Teller teller,
            Timeline timeline,
            Duration confirmTimeout,
            Consumer<Runnable> steps,
            BiConsumer<Telling, Teller.Outcome> ended,
            Consumer<String> stuck) {
        this.teller = teller;
        this.timeline = timeline;
        this.confirmTimeout = confirmTimeout;
        this.steps = steps;
        this.ended = ended;
        this.stuck = stuck;
    }

    void add(Telling telling) {
        (telling.news.intended().intent().tries() == 0 ? untried : triedBefore).add(telling);
    }

    boolean isEmpty() {
        return untried.isEmpty() && triedBefore.isEmpty();
    }

    boolean isFree() {
        return atTheRoute == null;
    }

    boolean isTelling() {
        return !underWay.isEmpty();
    }

    void next() {
        Telling telling = untried.isEmpty() ? triedBefore.remove() : untried.remove();
        atTheRoute = telling;
        underWay.add(telling);
        told++;
        telling.deadlineNanos = timeline.nanos() + confirmTimeout.toNanos();
        if (watch == null) {
            watchFor(confirmTimeout);
        }
        try {
            teller.tell(telling.news.change(), new Answers(telling));
        } catch (RuntimeException | Error e) { // such as no further thread
            new Answers(telling).threw(e);
        }
    }

    private final class Answers implements Teller.Receipt {
        private final Telling telling;

        private Answers(Telling telling) {
            this.telling = telling;
        }

        @Override
        public void taken() {
            steps.accept(() -> takenFromUs(telling));
        }

        @Override
        public void completed(Teller.Outcome outcome) {
            steps.accept(() -> end(telling, outcome));
        }

        private void threw(Throwable e) {
            completed(Teller.Outcome.failed(Reason.of(e)));
            taken();
        }
    }

    private void takenFromUs(Telling telling) {
        if (telling == atTheRoute) {
            atTheRoute = null;
            forgetIfOver(telling);
        }
    }

    private void end(Telling telling, Teller.Outcome outcome) {
        try {
            ended.accept(telling, outcome);
        } finally {
            forgetIfOver(telling);
        }
    }

    private void forgetIfOver(Telling telling) {
        if (telling.outcome != null && telling != atTheRoute) {
            underWay.remove(telling);
        }
    }

    private void watchFor(Duration delay) {
        watch = timeline.after(delay, () -> steps.accept(this::giveUpWaiting));
    }

    private void giveUpWaiting() {
        watch = null;
        for (Telling oldest : List.copyOf(underWay)) {
            Duration left = Duration.ofNanos(oldest.deadlineNanos - timeline.nanos());
            if (!left.isNegative() && !left.isZero()) {
                watchFor(left);
                return;
            }
            underWay.remove(oldest);
            ended.accept(oldest, Teller.Outcome.failed("the exchange did not complete within " + confirmTimeout));
            if (oldest == atTheRoute) {
                stuck.accept("it has not come back within " + confirmTimeout + " from order " + oldest.orderId());
            }
        }
    }

    /** Takes back what the route was not handed yet. */
    List<Telling> takeBack() {
        List<Telling> back = new ArrayList<>(untried);
        back.addAll(triedBefore);
        untried.clear();
        triedBefore.clear();
        return back;
    }

    /** Watches no longer: the poll has ended. */
    void close() {
        if (watch != null) {
            watch.cancel();
        }
    }
}
