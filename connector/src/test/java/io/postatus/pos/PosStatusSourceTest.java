/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import static io.postatus.simulator.pos.PosOperation.GET_PURCHASE_ORDER;
import static io.postatus.simulator.pos.PosOperation.SEARCH_PURCHASE_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Mention;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.PlanRequest;
import io.postatus.core.poll.Slice;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.pos.DateForm;
import io.postatus.simulator.pos.NotFound;
import io.postatus.simulator.pos.PosOptions;
import io.postatus.simulator.pos.PosSubscriber;
import io.postatus.simulator.pos.RowOrder;
import io.postatus.simulator.pos.UnsetDate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows of ids and orders by id, against the simulator and its switches. */
class PosStatusSourceTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");
    private Simulator simulator;
    private PosSubscriber tickets;
    private PosBench bench;
    private PosStatusSource source;

    @AfterEach
    void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void timeIsCutIntoWindowsOfTheSizeAsked() {
        start(pos -> {});
        Instant now = clock.instant();
        TimeWindow week = new TimeWindow(now.minus(Duration.ofDays(7)), now);

        assertThat(source.plan(new PlanRequest(List.of(week), now))).hasSize(8).allSatisfy(slice -> assertThat(
                        ((Slice.Window) slice).asked().length())
                .isLessThanOrEqualTo(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @EnumSource(RowOrder.class)
    void windowNamesEveryOrderOnceInWhateverOrderRowsCome(RowOrder order) {
        start(pos -> pos.rowOrder(order).rowHints(false));
        Set<String> placed = place(25);

        assertThat(readAll(window("2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z")))
                .hasSize(25)
                .hasSameElementsAs(placed);
        assertThat(simulator.pos().requests(GET_PURCHASE_ORDER)).isEmpty();
    }

    @Test
    void rowsThatAreDrawnByLotWhateverIsAskedAreAllFound() {
        start(pos -> {});
        Set<String> placed = place(25);
        simulator.faults().always(Fault.ROW_ORDER_MOVES);

        assertThat(readAll(window("2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z")))
                .containsAll(placed);
    }

    @Test
    void bareRowsWithoutEnvelopeAreAllFound() {
        start(pos -> pos.envelope(false));
        Set<String> placed = place(25);

        assertThat(readAll(window("2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z")))
                .containsAll(placed);
    }

    @Test
    void windowWhoseNumbersNeverAddUpIsSplitAndStaysOpenInTheEnd() {
        start(pos -> {});
        place(3);
        simulator.faults().always(Fault.WRONG_RECORDS);

        assertThatThrownBy(() -> readAll(window("2026-03-02T10:00:00Z", "2026-03-02T10:08:00Z")))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("Account 'tickets-1', searchPurchaseOrders: what was updated in"
                        + " 2026-03-02T10:00:00Z/2026-03-02T10:01:00Z cannot be read in full, its rows did not add up")
                .hasMessageContaining("read again with the next poll");
        assertThat(simulator.pos().requests(SEARCH_PURCHASE_ORDERS)).hasSizeLessThan(60);
    }

    @Test
    void windowWithTooManyOrdersIsReadInPieces() {
        start(pos -> {});
        for (int i = 0; i < PosSearchWalk.MOST_ROWS / 2 + 1; i++) {
            tickets.place(order -> order.line("Hawks vs. Bears", 1, "10"));
        }
        clock.advance(Duration.ofMinutes(30));
        for (int i = 0; i < PosSearchWalk.MOST_ROWS / 2; i++) {
            tickets.place(order -> order.line("Hawks vs. Bears", 1, "10"));
        }

        List<Page> pages = readPages(window("2026-03-02T09:59:30Z", "2026-03-02T11:00:00Z"));

        assertThat(pages).hasSize(3);
        assertThat(pages.get(0).mentions()).isEmpty();
        assertThat(pages.get(1).mentions()).hasSize(PosSearchWalk.MOST_ROWS / 2 + 1);
        assertThat(pages.get(2).mentions()).hasSize(PosSearchWalk.MOST_ROWS / 2);
    }

    @Test
    void piecesAreTheSameTextForTheSameWindowAndCoverItWhole() {
        TimeWindow whole = new TimeWindow(Instant.parse("2026-03-02T10:00:30Z"), Instant.parse("2026-03-02T10:07:10Z"));
        PageToken token = PosRemainder.of(whole, null).withFirstSplit();

        assertThat(token.value())
                .isEqualTo("2026-03-02T10:00:30Z/2026-03-02T10:04:00Z 2026-03-02T10:04:00Z/2026-03-02T10:07:10Z");
        assertThat(PosRemainder.of(whole, token).afterFirst().value())
                .isEqualTo("2026-03-02T10:04:00Z/2026-03-02T10:07:10Z");
        TimeWindow minute =
                new TimeWindow(Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-02T10:01:00Z"));
        assertThat(PosRemainder.of(minute, null).withFirstSplit()).isNull();
        assertThat(PosRemainder.of(minute, null).afterFirst()).isNull();
    }

    @Test
    void orderIsReadByItsIdInFull() {
        start(pos -> {});
        String id = place(1).iterator().next();
        tickets.receive(id);

        Page page = bench.answer(source.read(new Slice.Order(id), null, Permission.ALWAYS));

        assertThat(page.orders()).singleElement().satisfies(order -> {
            assertThat(order.status().id()).isEqualTo(id);
            assertThat(order.status().status()).hasToString("received");
        });
        assertThat(page.next()).isNull();
        assertThat(simulator.pos().requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(NotFound.class)
    void orderThatIsGoneIsNotFound(NotFound shape) {
        start(pos -> pos.notFound(shape));

        assertThatThrownBy(() -> bench.answer(source.read(new Slice.Order("0NOTHERE"), null, Permission.ALWAYS)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void emptyWindowThatIsRefusedIsAnEmptyPage() {
        start(pos -> pos.emptyRefused(true));

        assertThat(readAll(window("2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void lifeOfAnOrderIsToldInOurWords() {
        start(pos -> {});
        String id = place(1).iterator().next();
        List<String> life = new ArrayList<>(List.of(statusOf(id)));
        tickets.ship(id, "7700123");
        life.add(statusOf(id));
        tickets.receive(id);
        life.add(statusOf(id));
        tickets.cancel(id, "Vendor cannot deliver");
        life.add(statusOf(id));

        assertThat(life).containsExactly("open", "open", "received", "cancelled");
    }

    @ParameterizedTest
    @EnumSource(UnsetDate.class)
    void datesThatAreNotSetAreNoEvidenceHoweverThatIsWritten(UnsetDate form) {
        start(pos -> pos.unsetDates(form));

        assertThat(statusOf(place(1).iterator().next())).isEqualTo("open");
    }

    @ParameterizedTest
    @EnumSource(DateForm.class)
    void datesAreReadInWhateverFormInTheZoneThatIsSet(DateForm form) {
        start(pos -> pos.dates(form).zone(ZoneId.of("America/New_York")));
        String id = place(1).iterator().next();
        PosBench there = PosBench.at(simulator, tickets, PosSignedPath.DECODED, "America/New_York");

        Page page = there.answer(there.source(10).read(new Slice.Order(id), null, Permission.ALWAYS));

        assertThat(page.orders().get(0).status().created())
                .isBetween(Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-02T10:01:00Z"));
    }

    @Test
    void ordersOfTheHourThatComesTwiceAreFoundByWindowsOnEitherSide() {
        clock.set(Instant.parse("2026-11-01T05:15:00Z"));
        simulator = Simulator.builder()
                .clock(clock)
                .pos(pos -> pos.zone(ZoneId.of("America/New_York")))
                .build()
                .start();
        tickets = simulator.pos().subscriber("tickets-1");
        PosStatusSource there = PosBench.at(simulator, tickets, PosSignedPath.DECODED, "America/New_York")
                .source(10);
        bench = PosBench.at(simulator, tickets, PosSignedPath.DECODED, "America/New_York");
        source = bench.source(10);
        String before = place(1).iterator().next();
        clock.set(Instant.parse("2026-11-01T06:15:00Z"));
        String after = place(1).iterator().next();

        assertThat(there.coverageKey()).isEqualTo(source.coverageKey());
        assertThat(readAll(window("2026-11-01T05:10:00Z", "2026-11-01T05:20:00Z")))
                .contains(before);
        assertThat(readAll(window("2026-11-01T06:10:00Z", "2026-11-01T06:20:00Z")))
                .contains(after);
        assertThat(readAll(window("2026-11-01T05:50:00Z", "2026-11-01T06:20:00Z")))
                .contains(after);
    }

    @Test
    void endOfARangeThatIsExcludedCostsNothing() {
        start(pos -> pos.endExcluded(true));
        clock.set(Instant.parse("2026-03-02T10:04:30Z"));
        Set<String> placed = place(1);

        assertThat(readAll(window("2026-03-02T10:00:00Z", "2026-03-02T10:04:40Z")))
                .containsAll(placed);
    }

    @Test
    void pageThatIsOddInEveryDocumentedWayIsStillRead() {
        start(pos -> {});
        String id = place(1).iterator().next();
        for (Fault fault : List.of(
                Fault.UNKNOWN_FIELDS, Fault.MISSING_FIELDS, Fault.UNKNOWN_WORDS, Fault.BOM, Fault.NUMBERS_FOR_ENUMS)) {
            simulator.faults().always(fault);
        }

        assertThat(readAll(window("2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z")))
                .containsExactly(id);
        assertThat(statusOf(id)).isEqualTo("open");
    }

    @Test
    void everyRequestHasBothBoundsAndAsksForTheTimes() {
        start(pos -> {});
        place(12);
        readAll(window("2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z"));

        List<RecordedRequest> requests = simulator.pos().requests(SEARCH_PURCHASE_ORDERS);
        assertThat(requests).hasSizeGreaterThan(2).allSatisfy(request -> assertThat(request.query())
                .containsEntry("UpdatedSince.FromDate", "2026-03-02T09:00")
                .containsEntry("UpdatedSince.ToDate", "2026-03-02T12:00")
                .containsEntry("UpdatedSince.FilterByTime", "true")
                .containsEntry("ItemsPerPage", "10"));
    }

    @Test
    void coverageBelongsToHostAndZone() {
        start(pos -> {});
        String key = source.coverageKey();

        assertThat(key).startsWith("updated-").isEqualTo(bench.source(50).coverageKey());
        assertThat(PosBench.at(simulator, tickets, PosSignedPath.DECODED, "America/New_York")
                        .source(10)
                        .coverageKey())
                .isNotEqualTo(key);
        assertThat(PosBench.with(request -> null).source(10).coverageKey()).isNotEqualTo(key);
    }

    private void start(Consumer<PosOptions> options) {
        simulator = Simulator.builder().clock(clock).pos(options).build().start();
        tickets = simulator.pos().subscriber("tickets-1");
        bench = PosBench.at(simulator, tickets);
        source = bench.source(10);
    }

    private Set<String> place(int count) {
        Set<String> placed = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            placed.add(tickets.place(order -> order.line("Hawks vs. Bears", 4, "125.00")));
            clock.advance(Duration.ofSeconds(count == 1 ? 0 : 150));
        }
        return placed;
    }

    private String statusOf(String id) {
        Page page = bench.answer(source.read(new Slice.Order(id), null, Permission.ALWAYS));
        return page.orders().get(0).status().status().toString();
    }

    private static Slice.Window window(String from, String to) {
        TimeWindow window = new TimeWindow(Instant.parse(from), Instant.parse(to));
        return new Slice.Window(window, window);
    }

    private List<String> readAll(Slice slice) {
        return readPages(slice).stream()
                .flatMap(page -> page.mentions().stream())
                .map(Mention::orderId)
                .toList();
    }

    private List<Page> readPages(Slice slice) {
        List<Page> pages = new ArrayList<>();
        PageToken token = null;
        do {
            Page page = bench.answer(source.read(slice, token, Permission.ALWAYS));
            pages.add(page);
            token = page.next();
        } while (token != null);
        return pages;
    }
}
