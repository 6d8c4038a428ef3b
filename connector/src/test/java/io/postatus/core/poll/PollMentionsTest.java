/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.NotFoundException;
import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only speaks of an order never tells: at most it has the order read by its id, and its slice waits for that. */
class PollMentionsTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final ScriptedRoute route = fixture.route;
    /** What the service shows by id. */
    private final Map<String, Observed> orders = new HashMap<>();

    private List<Mention> mentions = List.of();

    @BeforeEach
    void serveById() {
        service.answering = this::answer;
    }

    private CompletionStage<Page> answer(ScriptedService.Request request) {
        if (request.slice() instanceof Slice.Order one) {
            Observed shown = orders.get(one.orderId());
            return shown == null
                    ? ScriptedService.fails(new NotFoundException("acme", "read", 404, null, "no such order"))
                    : pages(page(null, shown));
        }
        return pages(Page.ofMentions(mentions, List.of(), null, null));
    }

    private PollReport nextPoll() {
        fixture.nextInterval();
        service.requests.clear();
        route.told.clear();
        return fixture.run();
    }

    private static Observed undated(String id, String word) {
        return order(id, word, null);
    }

    /** As a list shows it: taken apart by other rules, and without the lines. */
    private static Mention.Row row(String id, String word, Instant created) {
        PurchaseOrderStatus full = undated(id, word).status();
        PurchaseOrderStatus bare = new PurchaseOrderStatus(
                full.source(), full.account(), id, id, created, full.status(), word, null, null, null, full.document());
        return new Mention.Row(new Observed(bare, 0, Collections.emptySortedMap()));
    }

    private Instant before() {
        return fixture.now().minus(Duration.ofDays(9));
    }

    @Test
    void anOrderThatMovedIsReadByIdAndTold() {
        mentions = List.of(new Mention.Moved("1"));
        orders.put("1", undated("1", "A"));
        PollReport report = fixture.run();

        assertThat(route.story()).containsExactly("1 A 1");
        assertThat(report.closed()).isEqualTo(report.planned());
        assertThat(fixture.coverage().covered().windows()).isNotEmpty();
    }

    @Test
    void anOrderThatMovedIsReadEveryTimeAndToldIfItDiffers() {
        mentions = List.of(new Mention.Moved("1"));
        orders.put("1", undated("1", "A"));
        fixture.run();
        nextPoll();
        assertThat(service.asked()).contains("order 1");
        assertThat(route.story()).isEmpty();

        orders.put("1", undated("1", "B"));
        nextPoll();
        assertThat(route.story()).containsExactly("1 B 2");
    }

    @Test
    void theSliceStaysOpenIfAMentionedOrderCannotBeRead() {
        mentions = List.of(new Mention.Moved("1"), new Mention.Moved("2"));
        orders.put("2", undated("2", "A"));
        service.answering = request -> request.isFor("1") ? ScriptedService.unavailable() : answer(request);
        PollReport report = fixture.run();

        assertThat(route.story()).containsExactly("2 A 1");
        assertThat(report.failed()).isEqualTo(2);
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    @Test
    void anOrderMentionedTwiceIsReadOnce() {
        mentions = List.of(new Mention.Moved("1"), new Mention.Moved("1"));
        orders.put("1", undated("1", "A"));
        PollReport report = fixture.run();

        assertThat(service.asked().stream().filter("order 1"::equals)).hasSize(1);
        assertThat(report.closed()).isEqualTo(report.planned());
    }

    @Test
    void aRequestThatWasSentBeforeTheMentionDoesNotCount() {
        fixture.slicesInFlight = 2;
        Instant now = fixture.now();
        service.planning = request -> List.of(new Slice.Order("1"), new Slice.CustomerList());
        orders.put("1", undated("1", "A"));
        boolean[] asked = new boolean[1];
        service.answering = request -> {
            if (!request.isFor("1")) {
                return service.after(
                        Duration.ofSeconds(1), Page.ofMentions(List.of(new Mention.Moved("1")), List.of(), null, now));
            }
            Observed shown = orders.get("1");
            orders.put("1", undated("1", "B"));
            boolean first = !asked[0];
            asked[0] = true;
            return first ? service.after(Duration.ofSeconds(5), page(null, shown)) : pages(page(null, orders.get("1")));
        };
        fixture.run();

        assertThat(route.story()).endsWith("1 B " + route.story().size());
    }

    @Test
    void anOrderThatExistsIsReadOnlyIfNothingIsKnownOfIt() {
        mentions = List.of(new Mention.Exists("1"));
        orders.put("1", undated("1", "A"));
        fixture.run();
        assertThat(route.story()).containsExactly("1 A 1");

        orders.put("1", undated("1", "B"));
        nextPoll();
        assertThat(service.asked()).doesNotContain("order 1");
    }

    /** Its window would be credited without it: seed 4864 of the simulation. */
    @Test
    void anOrderThatWasSoughtTooEarlyIsReadAtOnceWhenALogSaysThatItExists() {
        fixture.store.queue(PollFixture.STREAM, List.of("1"), fixture.now());
        fixture.run();
        assertThat(fixture.stored("1").missingSince()).isNotNull();

        mentions = List.of(new Mention.Exists("1"));
        orders.put("1", undated("1", "A"));
        nextPoll();
        assertThat(route.story()).containsExactly("1 A 1");
    }

    /** Lists showed it when the stream began, and nobody wanted to hear of it then. */
    @Test
    void aBackfillTellsWhatWasTakenInSilentlyAndIsOfItsTime() {
        mentions = List.of(row("1", "A", before()), row("2", "A", before()));
        orders.put("1", undated("1", "A"));
        orders.put("2", undated("2", "A"));
        fixture.run();
        assertThat(route.story()).isEmpty();

        mentions = List.of();
        TimeWindow range = new TimeWindow(
                fixture.now().minus(Duration.ofDays(4)), fixture.now().minus(Duration.ofDays(3)));
        fixture.operations().backfill(range);
        service.answering = request -> request.slice() instanceof Slice.Window window
                        && window.credited().to().isBefore(range.to().plusSeconds(1))
                ? pages(Page.ofMentions(List.of(new Mention.Exists("1")), List.of(), null, null))
                : answer(request);
        nextPoll();

        assertThat(route.story()).containsExactly("1 A 1");
        assertThat(route.last().change().kind()).isEqualTo(ChangeKind.FIRST_SEEN);
        assertThat(route.last().change().previous()).isNull();
        nextPoll();
        assertThat(route.story()).as("once").isEmpty();
    }

    @Test
    void aBackfillOfAStreamThatTakesHistoryInSilentlyTellsNothing() {
        fixture.initialState = InitialState.prime;
        mentions = List.of(row("1", "A", before()));
        orders.put("1", undated("1", "A"));
        fixture.run();
        TimeWindow range = new TimeWindow(
                fixture.now().minus(Duration.ofDays(4)), fixture.now().minus(Duration.ofDays(3)));
        fixture.operations().backfill(range);
        mentions = List.of(new Mention.Exists("1"));
        nextPoll();

        assertThat(route.story()).isEmpty();
    }

    @Test
    void aMentionedOrderThatIsNotThereYetIsAskedForAgainAfterAQuarterOfAnHour() {
        mentions = List.of(new Mention.Exists("1"));
        fixture.run();
        mentions = List.of();
        orders.put("1", undated("1", "A"));
        nextPoll();
        assertThat(service.asked()).doesNotContain("order 1");
        fixture.virtual.advance(Duration.ofMinutes(15));
        nextPoll();
        assertThat(route.story()).containsExactly("1 A 1");
    }

    @Test
    void aRowOfAnOrderPlacedBeforeTheStartIsTakenInSilently() {
        mentions = List.of(row("old", "A", before()));
        fixture.run();

        assertThat(service.asked()).doesNotContain("order old");
        assertThat(route.story()).isEmpty();
        assertThat(fixture.stored("old").lastKnown()).isNotNull();
    }

    @Test
    void aRowOfAnOrderPlacedSinceTheStartIsReadAndTold() {
        mentions = List.of(row("new", "A", fixture.now().minus(Duration.ofMinutes(59))), row("undated", "A", null));
        orders.put("new", undated("new", "A"));
        orders.put("undated", undated("undated", "A"));
        fixture.run();

        assertThat(route.story()).containsExactlyInAnyOrder("new A 1", "undated A 1");
    }

    @Test
    void withPrimeEvenAnOrderPlacedSinceStartFromIsTakenInSilently() {
        fixture.initialState = InitialState.prime;
        mentions = List.of(row("new", "A", fixture.now().minus(Duration.ofMinutes(59))));
        fixture.run();

        assertThat(route.story()).isEmpty();
    }

    @Test
    void aRowThatLooksTheSameIsNotRead() {
        mentions = List.of(row("1", "A", null));
        orders.put("1", undated("1", "A"));
        fixture.run();
        nextPoll();

        assertThat(service.asked()).doesNotContain("order 1");
        assertThat(route.story()).isEmpty();
    }

    @Test
    void aRowThatDiffersHasTheOrderReadAndOnlyThatTells() {
        mentions = List.of(row("1", "A", null));
        orders.put("1", undated("1", "A"));
        fixture.run();
        mentions = List.of(row("1", "B", null));
        nextPoll();
        assertThat(service.asked()).contains("order 1");
        assertThat(route.story())
                .as("by id it is still A: the list is ahead or wrong")
                .isEmpty();

        orders.put("1", undated("1", "B"));
        nextPoll();
        assertThat(route.story()).containsExactly("1 B 2");
    }

    @Test
    void whatOnlyTheReadingByIdShowsIsNoChangeAgainstARow() {
        mentions = List.of(row("old", "A", before()));
        fixture.run();
        assertThat(fixture.stored("old").lastKnown().knowledge().summary().lines())
                .isNull();
        mentions = List.of(new Mention.Moved("old"));
        orders.put("old", undated("old", "A"));
        nextPoll();
        assertThat(service.asked()).contains("order old");
        assertThat(route.story())
                .as("its lines were not known, and are no change")
                .isEmpty();

        orders.put("old", undated("old", "CLOSED"));
        nextPoll();
        assertThat(route.story()).containsExactly("old CLOSED 1");
        PurchaseOrderSummary now = fixture.stored("old").lastKnown().knowledge().summary();
        assertThat(now.lines()).hasSize(1);
    }

    @Test
    void aRowOfAnOrderWhoseChangeWasNotConfirmedHasItToldAgain() {
        mentions = List.of(row("1", "A", null));
        orders.put("1", undated("1", "A"));
        route.answering = ScriptedRoute.FAILS;
        fixture.run();
        route.answering = ScriptedRoute.CONFIRMS;
        nextPoll();

        assertThat(route.story()).containsExactly("1 A 1");
    }

    @Test
    void whatAPageMentionsIsReadBeforeTheNextPage() {
        orders.put("1", undated("1", "A"));
        orders.put("2", undated("2", "A"));
        service.planning = request -> List.of(new Slice.CustomerList());
        service.answering = request -> request.slice() instanceof Slice.Order
                ? answer(request)
                : pages(Page.ofMentions(
                        List.of(new Mention.Moved(request.token() == null ? "1" : "2")),
                        List.of(),
                        request.token() == null ? PageToken.of("more") : null,
                        null));
        fixture.run();

        assertThat(service.asked()).containsExactly("list of customers", "order 1", "list of customers", "order 2");
    }

    @Test
    void whatIsMentionedIsReadByNoMoreRequestsAtATimeThanAreAllowed() {
        fixture.slicesInFlight = 2;
        mentions = IntStream.range(0, 9)
                .<Mention>mapToObj(i -> new Mention.Moved("" + i))
                .toList();
        service.answering = request -> request.slice() instanceof Slice.Order ? request.answer() : answer(request);
        fixture.started();

        assertThat(service.asked()).hasSize(3).endsWith("order 0", "order 1");
    }

    @Test
    void anOddIdCostsItsOrderAndNotThePoll() {
        mentions = List.of(new Mention.Moved("odd"), new Mention.Moved("2"));
        orders.put("2", undated("2", "A"));
        service.answering = request -> {
            if (request.isFor("odd")) {
                throw new IllegalArgumentException("no id");
            }
            return answer(request);
        };
        PollReport report = fixture.run();

        assertThat(report.ended()).isEqualTo(PollReport.Ended.DONE);
        assertThat(route.story()).containsExactly("2 A 1");
    }
}
