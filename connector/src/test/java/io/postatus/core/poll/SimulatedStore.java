/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Closing;
import io.postatus.core.state.Lease;
import io.postatus.core.state.MemoryPollState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A store that outlives its processes, each of which may be frozen while it asks, and die before or after any write. */
final class SimulatedStore {
    static final Duration LEASE_LIFE = Duration.ofSeconds(30);
    private static final Set<String> READS = Set.of(
            "load",
            "find",
            "due",
            "replays",
            "queued",
            "open",
            "watched",
            "customers",
            "parked",
            "backfills",
            "closings");
    private static final Set<String> OF_THE_LEASE = Set.of("renew", "release");

    private final SimulatedTime time;
    private final SwitchedOff off;
    private final PollState durable;
    private final Map<StreamId, Lease> held = new HashMap<>();
    /** Hears of every lease that is given out. */
    Consumer<Lease> granted = lease -> {};
    /** Hears of all that is credited, before it is. */
    Consumer<Closing> credited = closing -> {};

    SimulatedStore(SimulatedTime time, SwitchedOff off) {
        this.time = time;
        this.off = off;
        this.durable = new MemoryPollState(time);
    }

    /** As it is. */
    PollState durable() {
        return durable;
    }

    /** As one life of a process sees it. */
    PollState of(SimulatedNode node) {
        Instant[] started = new Instant[2];
        return (PollState) Proxy.newProxyInstance(
                PollState.class.getClassLoader(), new Class<?>[] {PollState.class}, (proxy, method, arguments) -> {
                    boolean write = !READS.contains(method.getName());
                    boolean diesAfter = time.chance(0.5);
                    node.freezePerhaps();
                    node.survive(write && !diesAfter);
                    try {
                        return ask(method, arguments, started);
                    } finally {
                        node.survive(write && diesAfter);
                    }
                });
    }

    private Object ask(Method method, Object[] arguments, Instant[] started) throws Throwable {
        switch (method.getName()) {
            case "acquire" -> {
                return acquire(arguments);
            }
            case "release" -> {
                return off == SwitchedOff.R1 ? null : invoke(method, arguments);
            }
            case "prune" -> {
                // R12: with one date for both, what finished before it is forgotten altogether
                return off == SwitchedOff.R12
                        ? invoke(method, arguments[0], arguments[1], arguments[1])
                        : invoke(method, arguments);
            }
            case "start" -> {
                started[0] = (Instant) arguments[1];
                started[1] = (Instant) arguments[2];
                return invoke(method, arguments);
            }
            case "load" -> {
                StreamState state = (StreamState) invoke(method, arguments);
                return off == SwitchedOff.R15 ? asStarted(state, started) : state;
            }
            case "close" -> {
                credited.accept((Closing) arguments[2]);
                return invoke(method, arguments);
            }
            default -> {
                return invoke(method, arguments);
            }
        }
    }

    private Optional<Lease> acquire(Object[] arguments) {
        StreamId stream = (StreamId) arguments[0];
        Optional<Lease> lease = durable.acquire(stream, (String) arguments[1], (Duration) arguments[2]);
        lease.ifPresent(taken -> {
            held.put(stream, taken);
            granted.accept(taken);
        });
        return off == SwitchedOff.R1 ? Optional.of(held.get(stream)) : lease;
    }

    private Object invoke(Method method, Object... arguments) throws Throwable {
        if (off == SwitchedOff.R10_IN_THE_STORE
                && !OF_THE_LEASE.contains(method.getName())
                && arguments[0] instanceof Lease lease) {
            arguments[0] = held.get(lease.stream());
        }
        try {
            return method.invoke(durable, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static StreamState asStarted(StreamState state, Instant[] started) {
        return new StreamState(
                started[0],
                started[1],
                state.coverage(),
                state.confirmed(),
                state.failures(),
                state.pausedUntil(),
                state.pauseReason());
    }
}
