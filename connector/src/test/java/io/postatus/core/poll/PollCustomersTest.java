/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.state.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that cannot be asked what changed: customers are looked at one by one, and open orders are watched. */
class PollCustomersTest {
    private static final Duration LOOK = Duration.ofHours(1);
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final ScriptedRoute route = fixture.route;
    /** The customers and the words of their orders, by id. */
    private final Map<String, Map<String, String>> world = new LinkedHashMap<>();

    private PlanRequest planned;

    @BeforeEach
    void noTimes() {
        fixture.retention = null;
        fixture.shown = null;
        fixture.watchInterval = Duration.ofMinutes(10);
        service.planning = this::plan;
        service.answering = this::answer;
        world.put("x", new LinkedHashMap<>());
        world.put("y", new LinkedHashMap<>());
    }

    private List<Slice> plan(PlanRequest request) {
        planned = request;
        List<Slice> slices = new ArrayList<>();
        Customers customers = request.customers();
        if (customers.listed() == null || !customers.listed().plus(LOOK).isAfter(request.now())) {
            slices.add(new Slice.CustomerList());
        }
        customers.looks().forEach((customer, look) -> {
            if (!look.plus(LOOK).isAfter(request.now())) {
                slices.add(new Slice.Customer(customer));
            }
        });
        return slices;
    }

    private CompletionStage<Page> answer(ScriptedService.Request request) {
        if (request.slice() instanceof Slice.CustomerList) {
            return pages(Page.ofCustomers(List.copyOf(world.keySet()), null, fixture.now()));
        }
        if (request.slice() instanceof Slice.Customer customer) {
            List<Mention> rows = world.get(customer.customerId()).entrySet().stream()
                    .<Mention>map(row -> new Mention.Row(new Observed(
                            order(row.getKey(), row.getValue(), null).status(), 0, Collections.emptySortedMap())))
                    .toList();
            return pages(Page.ofMentions(rows, List.of(), null, fixture.now()));
        }
        String id = ((Slice.Order) request.slice()).orderId();
        String word = world.values().stream()
                .filter(orders -> orders.containsKey(id))
                .map(orders -> orders.get(id))
                .findFirst()
                .orElseThrow();
        return pages(page(null, order(id, word, null)));
    }

    private PollReport pollAfter(Duration delay) {
        fixture.virtual.advance(delay);
        service.requests.clear();
        route.told.clear();
        return fixture.run();
    }

    @Test
    void theFirstPollListsTheCustomersAndLooksAtEachAtOnce() {
        world.get("x").put("1", "A");
        PollReport report = fixture.run();

        assertThat(service.asked())
                .containsExactlyInAnyOrder("list of customers", "customer x", "customer y", "order 1");
        assertThat(route.story()).containsExactly("1 A 1");
        assertThat(report.closed()).isEqualTo(report.planned());
    }

    /** How far its clock is behind is not known before the first answer, and then counts at once. */
    @Test
    void anOrderPlacedAfterTheStartByAClockThatIsBehindIsTold() {
        Instant theirs = fixture.now().minus(Duration.ofMinutes(10));
        Observed placed = order("1", "A", null, theirs.minus(Duration.ofMinutes(55)));
        Mention row = new Mention.Row(new Observed(placed.status(), 0, Collections.emptySortedMap()));
        service.answering = request -> {
            if (request.slice() instanceof Slice.CustomerList) {
                return pages(Page.ofCustomers(List.of("x"), null, theirs));
            }
            return pages(
                    request.slice() instanceof Slice.Customer
                            ? Page.ofMentions(List.of(row), List.of(), null, theirs)
                            : page(null, placed));
        };
        fixture.run();

        assertThat(route.story()).containsExactly("1 A 1");
    }

    @Test
    void nothingIsAskedByTimeAndNothingIsLost() {
        fixture.startFrom = StartFrom.parse("P900D");
        fixture.run();

        assertThat(planned.unsettled()).isEmpty();
        assertThat(fixture.coverage().covered().windows()).isEmpty();
        assertThat(fixture.state().startFrom()).isEqualTo(fixture.now().minus(Duration.ofDays(900)));
    }

    @Test
    void aLookBeginsWhenItsFirstRequestIsSent() {
        Instant start = fixture.now();
        service.answering = request -> request.slice() instanceof Slice.Customer
                ? service.after(Duration.ofSeconds(30), Page.ofMentions(List.of(), List.of(), null, null))
                : answer(request);
        fixture.run();

        assertThat(fixture.store.customers(PollFixture.STREAM).look("x")).isEqualTo(start);
    }

    @Test
    void aCustomerThatCouldNotBeReadWasNotLookedAt() {
        service.answering = request ->
                request.slice().equals(new Slice.Customer("x")) ? ScriptedService.unavailable() : answer(request);
        fixture.run();
        assertThat(fixture.store.customers(PollFixture.STREAM).look("x")).isEqualTo(Customers.NEVER);

        service.answering = this::answer;
        pollAfter(fixture.interval);
        assertThat(service.asked()).containsExactly("customer x");
    }

    @Test
    void aCustomerWhoseOrderWasNotToldWasNotLookedAt() {
        world.get("x").put("1", "A");
        route.answering = ScriptedRoute.FAILS;
        fixture.run();

        assertThat(fixture.store.customers(PollFixture.STREAM).look("x")).isEqualTo(Customers.NEVER);
        assertThat(fixture.store.customers(PollFixture.STREAM).look("y")).isNotEqualTo(Customers.NEVER);
    }

    @Test
    void anOpenOrderIsReadAgainWhenItsTurnComesAndAFinishedOneIsNot() {
        world.get("x").put("1", "A");
        world.get("y").put("2", "CLOSED");
        fixture.run();
        pollAfter(Duration.ofMinutes(9));
        assertThat(service.asked()).isEmpty();

        world.get("x").put("1", "B");
        pollAfter(Duration.ofMinutes(1));
        assertThat(service.asked()).containsExactly("order 1");
        assertThat(route.story()).containsExactly("1 B 2");
    }

    @Test
    void anOpenOrderThatDidNotChangeHasItsNextTurnAnIntervalLater() {
        world.get("x").put("1", "A");
        fixture.run();
        pollAfter(Duration.ofMinutes(10));
        assertThat(service.asked()).containsExactly("order 1");
        pollAfter(Duration.ofMinutes(9));
        assertThat(service.asked()).isEmpty();
        pollAfter(Duration.ofMinutes(1));
        assertThat(service.asked()).containsExactly("order 1");
    }

    @Test
    void planningKnowsWhoseTurnComesSoonAndALookInAListWillDo() {
        world.get("x").put("1", "A");
        world.get("x").put("2", "A");
        fixture.run();
        fixture.virtual.advance(Duration.ofMinutes(6));
        service.planning = request -> {
            planned = request;
            return List.of(new Slice.Customer("x"));
        };
        pollAfter(Duration.ofMinutes(0));
        assertThat(planned.watched()).containsExactlyInAnyOrder("1", "2");
        assertThat(service.asked()).containsExactly("customer x");

        service.planning = request -> List.of();
        pollAfter(Duration.ofMinutes(9));
        assertThat(service.asked())
                .as("their turns count from the look in the list")
                .isEmpty();
        pollAfter(Duration.ofMinutes(1));
        assertThat(service.asked()).containsExactlyInAnyOrder("order 1", "order 2");
    }

    @Test
    void anOrderWhoseTurnItIsIsNotReadIfAListShowsItTheSame() {
        world.get("x").put("1", "A");
        fixture.run();
        service.planning = request -> List.of(new Slice.Customer("x"));
        pollAfter(Duration.ofMinutes(10));

        assertThat(service.asked()).containsExactly("customer x");
    }

    @Test
    void anOrderWhoseTurnItIsIsReadThoughALogMentionsThatItExists() {
        world.get("x").put("1", "A");
        fixture.run();
        world.get("x").put("1", "B");
        service.planning = request -> List.of(new Slice.CustomerList());
        service.answering = request -> request.slice() instanceof Slice.Order
                ? answer(request)
                : pages(Page.ofMentions(List.of(new Mention.Exists("1")), List.of(), null, null));
        pollAfter(Duration.ofMinutes(10));

        assertThat(service.asked()).containsExactly("list of customers", "order 1");
        assertThat(route.story()).containsExactly("1 B 2");
    }

    @Test
    void anOrderThatASweepQueuedIsReadEvenIfAListShowsItTheSame() {
        world.get("x").put("1", "A");
        fixture.run();
        fixture.store.queue(PollFixture.STREAM, List.of("1"), fixture.now());
        service.planning = request -> List.of(new Slice.Customer("x"));
        pollAfter(Duration.ofMinutes(10));

        assertThat(service.asked()).contains("order 1");
    }

    @Test
    void aCustomerThatLeftIsNotLookedAtAnyMore() {
        fixture.run();
        world.remove("y");
        pollAfter(LOOK);
        assertThat(fixture.store.customers(PollFixture.STREAM).looks()).containsOnlyKeys("x");
    }

    @Test
    void anOrderThatWasGivenUpAsGoneIsWatchedAgainOnceAListShowsIt() {
        world.get("x").put("1", "A");
        fixture.run();
        String word = world.get("x").remove("1");
        service.answering = request -> request.isFor("1")
                ? ScriptedService.fails(new NotFoundException("acme", "read", 404, null, "no such order"))
                : answer(request);
        service.planning = request -> List.of();
        for (int hour = 0; hour < 26; hour++) {
            pollAfter(LOOK);
        }
        assertThat(fixture.stored("1").open()).isFalse();

        world.get("x").put("1", word);
        service.planning = request -> List.of(new Slice.Customer("x"));
        service.answering = this::answer;
        pollAfter(LOOK);
        assertThat(service.asked()).contains("order 1");
        service.planning = request -> List.of();
        world.get("x").put("1", "B");
        pollAfter(fixture.watchInterval);
        assertThat(route.story()).containsExactly("1 B 2");
    }

    @Test
    void anOrderThatTheServiceRefusesToShowDoesNotKeepTheTurnOfTheOthers() {
        world.get("x").put("1", "A");
        world.get("x").put("2", "A");
        fixture.run();
        service.planning = request -> List.of();
        service.answering = request -> request.isFor("1")
                ? ScriptedService.fails(new RequestRejectedException("acme", "read", 403, null, "not for you"))
                : answer(request);
        assertThat(pollAfter(fixture.watchInterval).ended()).isEqualTo(PollReport.Ended.DONE);
        assertThat(service.asked()).containsExactlyInAnyOrder("order 1", "order 2");
        pollAfter(fixture.interval);
        assertThat(service.asked()).isEmpty();

        service.answering = this::answer;
        world.get("x").put("1", "B");
        pollAfter(fixture.watchInterval);
        assertThat(route.story()).containsExactly("1 B 2");
    }

    @Test
    void anOrderThatCouldNotBeReadKeepsItsTurn() {
        world.get("x").put("1", "A");
        world.get("x").put("2", "A");
        fixture.run();
        service.planning = request -> List.of();
        service.answering = request -> request.isFor("1") ? ScriptedService.unavailable() : answer(request);
        pollAfter(fixture.watchInterval);
        service.answering = this::answer;
        pollAfter(fixture.interval);
        assertThat(service.asked()).containsExactly("order 1");
    }

    @Test
    void aMissingOrderIsAskedForAgainAtItsTimeThoughLooksComeEarly() {
        fixture.watchInterval = Duration.ofHours(6);
        fixture.store.queue(PollFixture.STREAM, List.of("9"), fixture.now().minusSeconds(1));
        service.planning = request -> List.of();
        service.answering =
                request -> ScriptedService.fails(new NotFoundException("acme", "read", 404, null, "no such order"));
        fixture.run();
        pollAfter(fixture.interval);
        assertThat(service.asked()).as("a minute later").isEmpty();
        pollAfter(Duration.ofMinutes(15));
        assertThat(service.asked()).containsExactly("order 9");
    }
}
