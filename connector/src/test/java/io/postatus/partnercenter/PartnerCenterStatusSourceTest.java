/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Mention;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.PlanRequest;
import io.postatus.core.poll.Slice;
import io.postatus.core.state.Customers;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.VirtualTimeline;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.partnercenter.PartnerCenterOperation;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.PartnerTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerCenterStatusSourceTest {

    private final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-03-02T10:00:00Z"));
    private final Simulator simulator = Simulator.builder()
            .clock(((InstantSource) time::now).withZone(ZoneOffset.UTC))
            .partnerCenter(options -> options.listLag(Duration.ZERO).largestPage(2))
            .build()
            .start();
    private final PartnerTenant tenant = simulator.partnerCenter().tenant("contoso");
    private final PartnerCustomer fabrikam = tenant.customer("Fabrikam");
    private final String order = fabrikam.id() + "/" + fabrikam.place(draft -> draft.line("Access LTSC 2021", 3));
    private final PartnerCenterBench bench = new PartnerCenterBench(
            PartnerCenterBench.account(tenant, PartnerCenterTokenVersion.v2, null), (id, token) -> {}, time);
    private final PartnerCenterStatusSource source = source(null);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void customersAreReadPageByPage() {
        List.of("A", "B", "C", "D").forEach(tenant::customer);

        assertThat(readAll(new Slice.CustomerList()).stream().flatMap(page -> page.customers().stream()))
                .hasSize(5)
                .contains(fabrikam.id());
    }

    @Test
    void aListOnlySpeaksOfOrdersAndAReadingByIdShowsOne() {
        Page list = readAll(new Slice.Customer(fabrikam.id())).get(0);
        Page one = readAll(new Slice.Order(order)).get(0);

        assertThat(list.orders()).isEmpty();
        assertThat(list.mentions()).extracting(Mention::orderId).containsExactly(order);
        assertThat(one.orders().get(0).status().id()).isEqualTo(order);
        assertThat(one.serviceTime()).isNotNull();
    }

    @Test
    void theLogMentionsOrdersOfTheCustomersWantedSinceTheStart() {
        Instant now = time.now();
        TimeWindow day = new TimeWindow(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));
        TimeWindow later = new TimeWindow(now.plus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(1)));

        assertThat(readAll(new Slice.Window(day, day)))
                .extracting(Page::mentions)
                .containsExactly(List.of(new Mention.Exists(order)));
        assertThat(readAll(new Slice.Window(later, later)).get(0).mentions()).isEmpty();
        assertThat(answer(source("another"), new Slice.Window(day, day)).mentions())
                .isEmpty();
    }

    @Test
    void newOrdersAreLookedForAsOftenAsOpenOnesAreLookedAt() {
        PartnerCenterStatusSource withLog = source("another", null, new ActivityLogDays(Duration.ofHours(1)));
        TimeWindow yesterday =
                new TimeWindow(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
        Slice log = new Slice.Window(yesterday, yesterday);

        assertThat(plan(withLog, yesterday)).contains(log);
        time.advance(Duration.ofMinutes(4));
        assertThat(plan(withLog, yesterday)).doesNotContain(log);
        time.advance(Duration.ofMinutes(1));
        assertThat(plan(withLog, yesterday)).contains(log);
    }

    @ParameterizedTest
    @CsvSource({"403, 20002", "404, 60003", "403, 900308", "400, 900118"})
    void aListThatWasRefusedIsLeftAloneForAWhile(int status, String code) {
        fabrikam.refuse(status, code, "Refused");
        assertThatThrownBy(() -> answer(source, new Slice.Customer(fabrikam.id())))
                .hasMessageContaining(code);

        time.advance(Duration.ofMinutes(59));
        assertThat(plan()).doesNotContain(new Slice.Customer(fabrikam.id()));
        time.advance(Duration.ofMinutes(1));
        assertThat(plan()).contains(new Slice.Customer(fabrikam.id()));
    }

    @Test
    void everythingIsReadUpToTheOldestLookAtACustomerThatIsOursToSee() {
        Instant now = time.now();
        Instant startFrom = now.minus(Duration.ofDays(1));
        StreamState stream = new StreamState(startFrom, now, Coverage.NONE, 0, 0, null, null);
        Instant older = now.minus(Duration.ofMinutes(50));
        Instant newer = now.minus(Duration.ofMinutes(20));
        Customers customers = new Customers(now, new TreeMap<>(Map.of(fabrikam.id(), older, "wingtip", newer)));
        Customers listedLongAgo = new Customers(older.minusSeconds(1), customers.looks());
        Customers withANewOne = new Customers(
                now, new TreeMap<>(Map.of(fabrikam.id(), older, "wingtip", newer, "tailspin", Customers.NEVER)));

        assertThat(source.readUpTo(stream, customers)).isEqualTo(older);
        assertThat(source.readUpTo(stream, listedLongAgo)).isEqualTo(older.minusSeconds(1));
        assertThat(source.readUpTo(stream, withANewOne)).isEqualTo(startFrom);
        assertThat(source("wingtip").readUpTo(stream, customers)).isEqualTo(newer);
        assertThat(source.readUpTo(stream, Customers.NONE)).isEqualTo(startFrom);
        assertThat(source.readUpTo(stream, new Customers(newer, new TreeMap<>())))
                .as("there are none")
                .isEqualTo(newer);
        assertThat(source(null, order, null).readUpTo(stream, Customers.NONE))
                .as("single orders")
                .isNull();
        assertThat(source.readUpTo(StreamState.NEW, customers)).isNull();

        fabrikam.refuse(403, "20002", "Refused");
        assertThatThrownBy(() -> answer(source, new Slice.Customer(fabrikam.id())))
                .hasMessageContaining("20002");
        assertThat(source.readUpTo(stream, customers)).isEqualTo(newer);
    }

    @Test
    void anOrderIsAskedForByIdThoughTheListOfItsCustomerWasRefused() {
        fabrikam.endRelationship();
        assertThatThrownBy(() -> answer(source, new Slice.Customer(fabrikam.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answer(source, new Slice.Order(order))).isInstanceOf(NotFoundException.class);
        assertThat(simulator.partnerCenter().requests(PartnerCenterOperation.GET_ORDER))
                .as("only the service can say that an order is not there")
                .hasSize(1);

        fabrikam.restore();
        assertThat(answer(source, new Slice.Order(order)).orders()).hasSize(1);
    }

    @Test
    void anAnswerThatShowsNoOrderIsNoOrder() {
        simulator.faults().always(Fault.MISSING_FIELDS).names("id");
        assertThatThrownBy(() -> answer(source, new Slice.Order(order)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("shows no order");
    }

    @Test
    void nothingIsSentWithoutPermission() {
        Permission none = () -> {
            throw new RequestWithdrawnException("the lease is lost");
        };
        assertThatThrownBy(() -> bench.answer(source.read(new Slice.Order(order), null, none)))
                .isInstanceOf(RequestWithdrawnException.class);
        assertThat(simulator.partnerCenter().requests(PartnerCenterOperation.GET_ORDER))
                .isEmpty();
    }

    @Test
    void coverageBelongsToHostAndCustomers() {
        assertThat(source(null).coverageKey()).isEqualTo(source.coverageKey()).startsWith("log-");
        assertThat(source("another").coverageKey()).isNotEqualTo(source.coverageKey());
    }

    private PartnerCenterStatusSource source(String customers) {
        return source(customers, null, null);
    }

    private PartnerCenterStatusSource source(String customers, String orders, ActivityLogDays log) {
        PartnerCenterPlan plan = new PartnerCenterPlan(
                PartnerCenterSelection.parse(customers, orders), Duration.ofMinutes(5), Duration.ofHours(1), log);
        return new PartnerCenterStatusSource(bench.client, bench.account, plan, false, Duration.ofHours(1), time::now);
    }

    private List<Slice> plan() {
        return plan(source);
    }

    private List<Slice> plan(PartnerCenterStatusSource by, TimeWindow... unsettled) {
        Instant now = time.now();
        Map<String, Instant> looks = new TreeMap<>(Map.of(fabrikam.id(), Customers.NEVER));
        return by.plan(new PlanRequest(List.of(unsettled), List.of(), new Customers(now, new TreeMap<>(looks)), now));
    }

    private Page answer(PartnerCenterStatusSource from, Slice slice) {
        return bench.answer(from.read(slice, null, Permission.ALWAYS));
    }

    private List<Page> readAll(Slice slice) {
        List<Page> pages = new ArrayList<>();
        PageToken token = null;
        do {
            pages.add(bench.answer(source.read(slice, token, Permission.ALWAYS)));
            token = pages.get(pages.size() - 1).next();
        } while (token != null);
        return pages;
    }
}
