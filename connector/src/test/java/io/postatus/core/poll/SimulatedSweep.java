/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.Permission;
import io.postatus.core.http.Turns;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.FencedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The route of a sweep: windows of creation, page by page, order by order, each exchange waited for; then those that did
 * not appear, by their ids. A window that fails is left to the next pass.
 */
final class SimulatedSweep {
    private static final Duration BETWEEN_PASSES = Duration.ofMinutes(5);
    private static final int WINDOWS = 3;

    private final SimulatedTime time;
    private final SimulatedService service;
    private final SimulatedNode node;
    private final Turns turns;
    private final Sweep sweep;
    private final Teller teller;
    private final boolean onlyOpen;
    private final Deque<TimeWindow> windows = new ArrayDeque<>();

    SimulatedSweep(
            SimulatedTime time,
            SimulatedService service,
            SimulatedNode node,
            Turns turns,
            Sweep sweep,
            Teller teller,
            SwitchedOff off) {
        this.time = time;
        this.service = service;
        this.node = node;
        this.turns = turns;
        this.sweep = sweep;
        this.teller = teller;
        this.onlyOpen = off == SwitchedOff.R14;
    }

    /** One pass after the other, for as long as the process lives. */
    void begin() {
        Instant from = SimulatedTime.START.minus(SimulatedConditions.HISTORY).minus(Duration.ofMinutes(11));
        Instant to = service.now().plusSeconds(1);
        long step = Duration.between(from, to).toSeconds() / WINDOWS + 1;
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(step)) {
            windows.add(new TimeWindow(at, at.plusSeconds(step)));
        }
        next();
    }

    private void next() {
        if (windows.isEmpty()) {
            node.after(BETWEEN_PASSES, this::begin);
        } else {
            TimeWindow window = windows.remove();
            read(() -> service.created(window, onlyOpen, null), window);
        }
    }

    private void read(Supplier<Page> question, TimeWindow window) {
        Instant sent = node.now();
        service.ask(node, turns, Permission.ALWAYS, question)
                .whenComplete((page, failure) -> attempt(() -> {
                    if (failure != null) {
                        next();
                    } else {
                        take(new ArrayDeque<>(page.orders()), sent, window, () -> turn(page.next(), window));
                    }
                }));
    }

    private void turn(PageToken token, TimeWindow window) {
        if (token != null) {
            read(() -> service.created(window, onlyOpen, token), window);
        } else {
            readAbsent(new ArrayDeque<>(onlyOpen ? List.of() : sweep.absent(window)));
        }
    }

    private void readAbsent(Deque<String> absent) {
        if (absent.isEmpty()) {
            next();
            return;
        }
        String number = absent.remove();
        Instant sent = node.now();
        service.ask(node, turns, Permission.ALWAYS, () -> service.ofOrder(number))
                .whenComplete((page, failure) -> attempt(() -> {
                    List<Observed> found = failure == null ? page.orders() : new ArrayList<>();
                    take(new ArrayDeque<>(found), sent, null, () -> readAbsent(absent));
                }));
    }

    private void take(Deque<Observed> orders, Instant sent, TimeWindow window, Runnable then) {
        if (orders.isEmpty()) {
            then.run();
            return;
        }
        sweep.weigh(orders.remove(), sent, window)
                .ifPresentOrElse(
                        told -> teller.tell(told.change(), new Teller.Receipt() {
                            @Override
                            public void taken() {}

                            @Override
                            public void completed(Teller.Outcome outcome) {
                                attempt(() -> {
                                    told.completed(outcome);
                                    take(orders, sent, window, then);
                                });
                            }
                        }),
                        () -> take(orders, sent, window, then));
    }

    /** A pass that loses its stream ends, and comes again. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (StreamTakenException | FencedException e) {
            windows.clear();
            node.after(BETWEEN_PASSES, this::begin);
        }
    }
}
