/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.Coverage;
import io.postatus.core.state.Lease;
import io.postatus.core.state.MemoryPollState;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.Timeline;
import io.postatus.core.time.VirtualTimeline;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One stream on virtual time: a scripted service before it, a scripted route behind it, a store that can fail. */
final class PollFixture {
    static final StreamId STREAM = new StreamId("sim", "acme", "default");
    private static final Duration PATIENCE = Duration.ofHours(3);

    final VirtualTimeline virtual = new VirtualTimeline();
    final CountedAlarms time = new CountedAlarms(virtual);
    final ScriptedService service = new ScriptedService(time);
    final ScriptedRoute route = new ScriptedRoute();
    final PollState store = failing(new MemoryPollState(clock()));
    /** What the store throws, by the name of the method called. */
    final Map<String, Supplier<Throwable>> storeFailures = new HashMap<>();
    /** What the store answers in place of the truth, by the name of the method called. */
    final Map<String, Object> storeAnswers = new HashMap<>();
    /** What runs right before a call of the store, by the name of the method. */
    final Map<String, Runnable> beforeStore = new HashMap<>();

    Function<String, Observed> decoder = document -> {
        throw new IllegalArgumentException("it has no number");
    };
    ServiceClock clock = new ServiceClock(time);
    Duration interval = Duration.ofMinutes(1);
    StartFrom startFrom = StartFrom.parse("PT1H");
    InitialState initialState = InitialState.tell;
    Duration lookback = Duration.ofMinutes(5);
    Duration safetyLag = Duration.ofSeconds(30);
    Duration retention = Duration.ofDays(30);
    Duration shown = retention;
    Duration watchInterval = null;
    int slicesInFlight = 3;
    int maxUnconfirmed = 100;
    Duration confirmTimeout = Duration.ofMinutes(10);
    Duration leaseLife = Duration.ofSeconds(30);

    Poll poll() {
        return poll(time);
    }

    Poll poll(Timeline timeline) {
        return new Poll(STREAM, settings(), service, store, route, timeline, clock, "node");
    }

    StreamOperations operations() {
        return new StreamOperations(STREAM, settings(), service, store, time, decoder);
    }

    private PollSettings settings() {
        return new PollSettings(
                interval,
                startFrom,
                initialState,
                lookback,
                safetyLag,
                retention,
                shown,
                watchInterval,
                slicesInFlight,
                maxUnconfirmed,
                confirmTimeout,
                leaseLife);
    }

    /** A whole poll, as far as virtual time goes; it must end. */
    PollReport run() {
        return end(started());
    }

    Poll started() {
        Poll poll = poll();
        poll.start();
        settle();
        return poll;
    }

    PollReport end(Poll poll) {
        for (Duration waited = Duration.ZERO; poll.progress().ended() == null; waited = waited.plusSeconds(1)) {
            assertThat(waited).as("time that this poll takes to end").isLessThan(PATIENCE);
            virtual.advance(Duration.ofSeconds(1));
        }
        return poll.progress();
    }

    /** Everything that needs no time happens. */
    void settle() {
        virtual.advance(Duration.ZERO);
    }

    void nextInterval() {
        virtual.advance(interval);
    }

    Instant now() {
        return virtual.now();
    }

    StreamState state() {
        return store.load(STREAM, service.coverageKey());
    }

    Coverage coverage() {
        return state().coverage();
    }

    OrderState stored(String number) {
        return store.find(STREAM, List.of(number)).get(number);
    }

    boolean leaseIsFree() {
        Optional<Lease> taken = store.acquire(STREAM, "asks whether it is free", leaseLife);
        taken.ifPresent(store::release);
        return taken.isPresent();
    }

    private Clock clock() {
        InstantSource source = virtual::now;
        return source.withZone(ZoneOffset.UTC);
    }

    private PollState failing(PollState memory) {
        return (PollState) Proxy.newProxyInstance(
                PollState.class.getClassLoader(), new Class<?>[] {PollState.class}, (proxy, method, arguments) -> {
                    beforeStore.getOrDefault(method.getName(), () -> {}).run();
                    if (storeFailures.containsKey(method.getName())) {
                        throw storeFailures.get(method.getName()).get();
                    }
                    if (storeAnswers.containsKey(method.getName())) {
                        return storeAnswers.get(method.getName());
                    }
                    try {
                        return method.invoke(memory, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Counts the alarms that are set: whoever sets them without end fills the memory. */
    static final class CountedAlarms implements Timeline {
        private final Timeline timeline;
        int waiting;

        CountedAlarms(Timeline timeline) {
            this.timeline = timeline;
        }

        @Override
        public Instant now() {
            return timeline.now();
        }

        @Override
        public long nanos() {
            return timeline.nanos();
        }

        @Override
        public void execute(Runnable step) {
            timeline.execute(step);
        }

        @Override
        public Alarm after(Duration delay, Runnable step) {
            boolean[] over = new boolean[1];
            Alarm alarm = timeline.after(delay, () -> {
                over[0] = true;
                waiting--;
                step.run();
            });
            waiting++;
            return () -> {
                alarm.cancel();
                waiting -= over[0] ? 0 : 1;
                over[0] = true;
            };
        }
    }
}
