/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.Permission;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.PlanRequest;
import io.postatus.core.poll.Slice;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Customers;
import io.postatus.core.state.Evidence;
import io.postatus.core.state.Lease;
import io.postatus.core.state.MemoryPollState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StateStoreException;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.VirtualTimeline;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A stream polled every minute: an hour may pass quietly, and half an hour without reading further. */
class StreamPulseTest {
    private static final StreamId STREAM = new StreamId("sim", "acme", "default");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTimeline time = new VirtualTimeline();
    private final Instant start = time.now();
    private final PollState store = new MemoryPollState(((InstantSource) time::now).withZone(ZoneOffset.UTC));
    private final Lease lease =
            store.acquire(STREAM, "node", Duration.ofDays(9)).orElseThrow();
    private Service service = new Service();
    private StreamPulse pulse = pulse(Duration.ofHours(1), Duration.ofMinutes(30));

    private static class Service implements StatusSource {
        @Override
        public String coverageKey() {
            return "updated";
        }

        @Override
        public Status status(PurchaseOrderSummary summary) {
            return Status.OPEN;
        }

        @Override
        public List<String> unknownWords(PurchaseOrderSummary summary) {
            return List.of();
        }

        @Override
        public List<Slice> planRange(TimeWindow range, Instant now) {
            return List.of();
        }

        @Override
        public List<Slice> plan(PlanRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChronoUnit grain() {
            return ChronoUnit.HOURS;
        }

        @Override
        public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
            throw new UnsupportedOperationException();
        }
    }

    private StreamPulse pulse(Duration quiet, Duration horizon) {
        return new StreamPulse(
                STREAM, store, service, (state, report) -> List.of(), time, new HealthThresholds(quiet, horizon));
    }

    private enum Poll {
        /** Reads up to now and tells a change. */
        TELLS,
        /** Reads up to now, and nothing has changed. */
        READS,
        /** Ends, but the first stretch of its time stays open. */
        STAYS
    }

    /** Polls once a minute. */
    private void polls(Duration howLong, Poll how) {
        for (Instant end = time.now().plus(howLong); time.now().isBefore(end); ) {
            pulse.goOn();
            store.start(lease, start.minus(MINUTE), start);
            Instant began = time.now();
            if (how != Poll.STAYS) {
                close(start.minus(MINUTE), began);
            }
            store.save(lease, List.of(), how == Poll.TELLS ? 1 : 0);
            pulse.look(null);
            pulse.say();
            time.advance(MINUTE);
        }
    }

    private void close(Instant from, Instant to) {
        store.close(
                lease,
                "updated",
                new Closing(new TimeWindow(from, to), Duration.ZERO, false, new Evidence(1, to, to, 1, 0, 0, 0)));
    }

    @Test
    void itIsQuietTooLongWhenNothingWasToldForMoreThanTheThresholdAndWellAgainWithTheNextChange() {
        polls(MINUTE.multipliedBy(10), Poll.TELLS);
        polls(MINUTE.multipliedBy(59), Poll.READS);
        assertThat(pulse.troubles()).isEmpty();

        polls(MINUTE, Poll.READS);
        assertThat(pulse.troubles())
                .containsExactly("Stream sim/acme/default is quiet too long: no change was told since "
                        + "2026-03-02T10:09:00Z, for more than quietThreshold (PT1H). Look at the service whether orders"
                        + " have changed since then: if so, its filters or rights hide them from this account; if not,"
                        + " and that is usual, raise quietThreshold.");
        assertThat(pulse.details())
                .containsEntry("lastChange", "2026-03-02T10:09:00Z")
                .containsEntry("readUpTo", "2026-03-02T11:09:00Z")
                .containsEntry("readUpToSince", "2026-03-02T11:09:00Z")
                .containsEntry("quietThreshold", "PT1H")
                .containsEntry("horizonThreshold", "PT30M");

        polls(MINUTE, Poll.TELLS);
        assertThat(pulse.troubles()).isEmpty();
    }

    @Test
    void theHorizonStandsStillWhenAStretchOfTimeStaysOpenThoughChangesAreTold() {
        polls(MINUTE.multipliedBy(5), Poll.READS);
        polls(MINUTE.multipliedBy(29), Poll.STAYS);
        assertThat(pulse.troubles()).isEmpty();
        store.save(lease, List.of(), 1);

        polls(MINUTE, Poll.STAYS);
        assertThat(pulse.troubles())
                .singleElement()
                .asString()
                .startsWith(
                        "The horizon of stream sim/acme/default"
                                + " stands still: everything was read up to 2026-03-02T10:04:00Z, and no further since"
                                + " 2026-03-02T10:04:00Z, for more than horizonThreshold (PT30M), though the stream is polled.");

        polls(MINUTE, Poll.READS);
        assertThat(pulse.troubles()).isEmpty();
    }

    /** Its store may hold a change of last year: who stopped the stream knows that it was stopped. */
    @Test
    void aStreamThatStartsOrGoesOnIsNotQuietSinceItWasLastRunning() {
        polls(MINUTE.multipliedBy(5), Poll.TELLS);
        time.advance(Duration.ofDays(300));

        pulse = pulse(Duration.ofHours(1), Duration.ofMinutes(30));
        polls(MINUTE.multipliedBy(30), Poll.STAYS);
        assertThat(pulse.troubles()).isEmpty();
        polls(MINUTE.multipliedBy(32), Poll.STAYS);
        assertThat(pulse.troubles())
                .hasSize(2)
                .first()
                .asString()
                .contains("no change was told since 2026-12-27T10:05:00Z, when it started, for more");

        time.advance(Duration.ofDays(1));
        pulse.resume();
        assertThat(pulse.troubles()).isEmpty();
        assertThat(pulse.readUpTo()).as("until it is looked at").isNull();
        assertThat(pulse.parked()).isEqualTo(-1);
    }

    @Test
    void thresholdsThatAreOffAreNeverPassed() {
        pulse = pulse(null, null);
        polls(MINUTE.multipliedBy(5), Poll.READS);
        time.advance(Duration.ofDays(300));
        assertThat(pulse.troubles()).isEmpty();
        assertThat(pulse.details()).doesNotContainKeys("quietThreshold", "horizonThreshold");
    }

    /** It reads three months in one poll: what it has closed by now counts. */
    @Test
    void aLongPollThatComesOnIsNoStandstill() {
        polls(MINUTE, Poll.READS);
        time.advance(Duration.ofMinutes(40));
        close(start.minus(MINUTE), start.plus(MINUTE));
        pulse.look(null);
        assertThat(pulse.troubles()).isEmpty();
    }

    /** Another process of the cluster has the lease. */
    @Test
    void whatAnotherProcessTellsAndReadsCounts() {
        polls(MINUTE, Poll.READS);
        time.advance(Duration.ofMinutes(70));
        store.save(lease, List.of(), 1);
        close(start.minus(MINUTE), time.now());
        pulse.look(null);
        pulse.say();
        assertThat(pulse.troubles()).isEmpty();
    }

    /** Read customer by customer, the oldest look is the horizon, and a new customer has none. */
    @Test
    void aHorizonThatFallsBackAndCatchesUpHasNotMovedOn() {
        Instant[] horizon = {start};
        service = new Service() {
            @Override
            public Instant readUpTo(StreamState stream, Customers customers) {
                return horizon[0];
            }
        };
        pulse = pulse(null, Duration.ofMinutes(30));
        pulse.goOn();
        for (int i = 0; i < 31; i++) {
            time.advance(MINUTE);
            horizon[0] = i % 2 == 0 ? start.minus(MINUTE) : start;
            pulse.look(null);
            pulse.say();
        }
        assertThat(pulse.troubles())
                .singleElement()
                .asString()
                .contains("was read up to " + start + ", and no further since");
        assertThat(pulse.readUpTo()).as("fallen back").isEqualTo(start.minus(MINUTE));

        horizon[0] = start.plus(MINUTE);
        pulse.look(null);
        pulse.say();
        assertThat(pulse.troubles()).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsNoAnswer() {
        polls(MINUTE, Poll.READS);
        PollState away = (PollState) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PollState.class}, (p, method, a) -> {
                    throw new StateStoreException("away", null);
                });
        StreamPulse blind = new StreamPulse(
                STREAM,
                away,
                service,
                (state, report) -> List.of(),
                time,
                new HealthThresholds(Duration.ofHours(1), Duration.ofMinutes(30)));
        blind.goOn();
        blind.look(null);
        time.advance(Duration.ofMinutes(61));
        assertThat(blind.parked()).isEqualTo(-1);
        assertThat(blind.details()).doesNotContainKeys("parked", "gaps");
        assertThat(blind.troubles()).singleElement().asString().contains("is quiet too long");
    }

    @Test
    void theLogSaysOnceThatItBeginsAndOnceThatItIsOver() {
        try (LogLines log = new LogLines()) {
            polls(MINUTE, Poll.READS);
            polls(MINUTE.multipliedBy(50), Poll.STAYS);
            polls(MINUTE, Poll.READS);

            assertThat(log.warnings()).singleElement().asString().contains("stands still");
            assertThat(log.all())
                    .filteredOn(line -> line.contains("comes on again"))
                    .singleElement()
                    .asString()
                    .startsWith("sim/acme/default: comes on again, ");
        }
    }
}
