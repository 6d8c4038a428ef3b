/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.camel.LogLines;
import io.postatus.core.http.Permission;
import io.postatus.core.model.Coverage;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Customers;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.VirtualTimeline;
import io.postatus.core.wire.FieldDrift;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a service does beyond its documentation is counted, whatever becomes of its orders. */
class DriftTest {
    private static final StreamState STARTED =
            new StreamState(Instant.EPOCH, Instant.EPOCH, Coverage.NONE, 0, 0, null, null);

    private final VirtualTimeline time = new VirtualTimeline();
    private final ScriptedService service = new ScriptedService(time);
    private final Drift drift = new Drift(service, time);

    private void read(Observed... orders) {
        service.answering = request -> pages(page(null, orders));
        drift.read(new Slice.Order("1"), null, Permission.ALWAYS);
    }

    private static Observed order(String id, String word) {
        return ScriptedService.order(id, word, null);
    }

    private static Observed order(String id, List<String> unknown, List<String> missing) {
        Observed plain = order(id, "OPEN");
        return new Observed(
                plain.status(),
                plain.shapeVersion(),
                plain.fields(),
                new FieldDrift(new TreeSet<>(unknown), new TreeSet<>(missing)));
    }

    @Test
    void rangesAreCutAsTheSourceSays() {
        service.grain = ChronoUnit.DAYS;
        assertThat(drift.grain()).isEqualTo(ChronoUnit.DAYS);
    }

    @Test
    void everyReadingCountsAndTheFirstOrderIsTheSample() {
        Instant first = time.now();
        read(order("1", "MELTED"), order("2", "OPEN"));
        time.advance(Duration.ofHours(1));
        read(order("3", "MELTED"), order("4", List.of("a", "b[].c"), List.of()));
        read(order("5", List.of("a"), List.of("d")));

        assertThat(drift.sightings())
                .containsExactly(
                        new Sighting(DriftKind.UNKNOWN_WORD, "word=MELTED", 2, first, "1"),
                        new Sighting(DriftKind.UNKNOWN_FIELD, "a", 2, time.now(), "4"),
                        new Sighting(DriftKind.UNKNOWN_FIELD, "b[].c", 1, time.now(), "4"),
                        new Sighting(DriftKind.MISSING_FIELD, "d", 1, time.now(), "5"));
        assertThat(drift.orders(DriftKind.UNKNOWN_WORD)).isEqualTo(2);
        assertThat(drift.orders(DriftKind.UNKNOWN_FIELD))
                .as("orders, not fields")
                .isEqualTo(2);
        assertThat(drift.orders(DriftKind.MISSING_FIELD)).isEqualTo(1);
    }

    @Test
    void whoReadsTheLogIsToldOnceWhatItIsAndWhatToDo() {
        try (LogLines log = new LogLines()) {
            read(order("1", List.of("a"), List.of()));
            read(order("2", List.of("a"), List.of("d")));

            assertThat(log.warnings()).hasSize(2);
            assertThat(log.warnings().get(0))
                    .contains("sim account 'acme': order 1 has a field that the connector does not know: a.")
                    .contains("It is told all the same")
                    .contains("report it");
            assertThat(log.warnings().get(1))
                    .contains("order 2 lacks a field that should always be there: d.")
                    .contains("ask the service");
        }
    }

    @Test
    void aNameIsShownInFullUpToTwoHundredCharacters() {
        String longest = "x".repeat(200);
        read(order("1", List.of(longest, longest + "x"), List.of()));
        assertThat(drift.sightings()).extracting(Sighting::what).containsExactly(longest, longest + "...");
    }

    @Test
    void aSightingSaysInALineWhatWasSeenHowOftenAndWhere() {
        read(order("1", List.of("a"), List.of()), order("2", List.of("a"), List.of()));
        assertThat(drift.sightings())
                .singleElement()
                .hasToString("unknown-field a: read 2 times since " + time.now() + ", first in order 1");
    }

    /** Whoever is watched is used as if nobody watched. */
    @Test
    void everythingElseIsLeftToTheService() {
        PurchaseOrderSummary melted = order("1", "MELTED").status().summary();
        PlanRequest request =
                new PlanRequest(List.of(new TimeWindow(time.now().minusSeconds(9), time.now())), time.now());
        Page page = page("more", order("1", "OPEN"));
        service.answering = asked -> pages(page);

        assertThat(drift.coverageKey()).isEqualTo(service.coverageKey());
        assertThat(drift.status(melted)).isEqualTo(service.status(melted));
        assertThat(drift.unknownWords(melted)).containsExactly("word=MELTED");
        assertThat(drift.readUpTo(STARTED, Customers.NONE)).isEqualTo(STARTED.startFrom());
        assertThat(drift.plan(request)).hasSize(1).isEqualTo(service.plan(request));
        assertThat(drift.planRange(request.unsettled().get(0), time.now())).isEqualTo(drift.plan(request));
        assertThat(drift.orderId(" 1 ")).isEqualTo("1");
        assertThat(drift.read(new Slice.Order("1"), null, Permission.ALWAYS)).isCompletedWithValue(page);
    }

    /** A kind that has filled up leaves room for the others. */
    @Test
    void aServiceThatMakesNamesUpFillsNeitherTheMemoryNorTheLog() {
        String endless = "x".repeat(10_000);
        read(order("1", List.of(endless + "\nERROR all is lost"), List.of("new\nline")));
        for (int i = 0; i < 500; i++) {
            read(order("1", List.of("field" + i), List.of()));
        }
        assertThat(drift.orders(DriftKind.UNKNOWN_FIELD)).isEqualTo(501);
        assertThat(drift.sightings()).hasSize(101).allSatisfy(sighting -> assertThat(sighting.what())
                .hasSizeLessThan(210)
                .doesNotContain("\n"));
        read(order("1", "MELTED"));
        assertThat(drift.sightings()).hasSize(102);
    }
}
