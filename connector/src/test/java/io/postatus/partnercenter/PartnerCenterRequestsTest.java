/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

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
import io.postatus.core.state.Customers;
import io.postatus.partnercenter.BusyPartner.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a detected change costs in requests, beside a full rescan that is as prompt. */
class PartnerCenterRequestsTest {

    private static final Duration OPEN_ORDER_INTERVAL = Duration.ofMinutes(5);
    private static final Duration CUSTOMER_INTERVAL = Duration.ofHours(1);
    /** As in docs/how-it-works.md; more, by {@code -Drequests.hours=24}, give steadier figures. */
    private static final Duration COUNTED = Duration.ofHours(Integer.getInteger("requests.hours", 1));

    @ParameterizedTest(name = "{0} open orders")
    @ValueSource(ints = {50, 1000})
    void aChangeNeverCostsMoreThanByAFullRescan(int openOrders) {
        Figures rescan = figures(openOrders, false, null);
        Figures withLog = figures(openOrders, true, ActivityLogDays.RETENTION);
        Figures withoutLog = figures(openOrders, true, null);
        row("open orders", "", "requests", "changes", "each", "delay");
        row(openOrders, "full rescan", rescan);
        row(openOrders, "planned", withLog);
        row(openOrders, "without log", withoutLog);

        assertThat(withLog.requestsPerChange()).isLessThanOrEqualTo(rescan.requestsPerChange());
        assertThat(withoutLog.requestsPerChange()).isLessThanOrEqualTo(rescan.requestsPerChange());
    }

    private static Figures figures(int openOrders, boolean planned, Duration retention) {
        try (BusyPartner partner = new BusyPartner(openOrders)) {
            return partner.poll(
                    bench -> planned ? source(bench, retention != null) : new FullRescan(source(bench, false)),
                    planned ? OPEN_ORDER_INTERVAL : null,
                    retention,
                    COUNTED);
        }
    }

    private static StatusSource source(PartnerCenterBench bench, boolean log) {
        PartnerCenterPlan plan = new PartnerCenterPlan(
                new PartnerCenterSelection(Set.of(), List.of()),
                OPEN_ORDER_INTERVAL,
                CUSTOMER_INTERVAL,
                log ? new ActivityLogDays(Duration.ofHours(1)) : null);
        return new PartnerCenterStatusSource(
                bench.client, bench.account, plan, false, CUSTOMER_INTERVAL, bench.time::now);
    }

    private static void row(int open, String how, Figures figures) {
        row(
                open,
                how,
                figures.requests(),
                figures.told(),
                "%.1f".formatted(figures.requestsPerChange()),
                figures.meanDelay().toMinutes() + " min");
    }

    private static void row(Object... cells) {
        System.out.printf("| %11s | %-11s | %8s | %7s | %6s | %7s |%n", cells);
    }

    /** The list of every customer, as often as open orders are looked at; what differs is read by id all the same. */
    private record FullRescan(StatusSource source) implements StatusSource {

        @Override
        public String coverageKey() {
            return "rescan";
        }

        @Override
        public Status status(PurchaseOrderSummary summary) {
            return source.status(summary);
        }

        @Override
        public List<Slice> planRange(TimeWindow range, Instant now) {
            return List.of();
        }

        @Override
        public Collection<String> unknownWords(PurchaseOrderSummary summary) {
            return source.unknownWords(summary);
        }

        @Override
        public List<Slice> plan(PlanRequest request) {
            Instant now = request.now();
            Customers known = request.customers();
            List<Slice> slices = new ArrayList<>();
            if (known.listed() == null
                    || !known.listed().plus(CUSTOMER_INTERVAL).isAfter(now)) {
                slices.add(new Slice.CustomerList());
            }
            known.looks().forEach((customer, look) -> {
                if (!look.plus(OPEN_ORDER_INTERVAL).isAfter(now)) {
                    slices.add(new Slice.Customer(customer));
                }
            });
            return slices;
        }

        @Override
        public ChronoUnit grain() {
            return ChronoUnit.HOURS;
        }

        @Override
        public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
            return source.read(slice, token, permission);
        }
    }
}
