/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.simulator.amazon.AmazonOperation.GET_PURCHASE_ORDERS_STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.http.Permission;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.PlanRequest;
import io.postatus.core.poll.Slice;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmazonVendorStatusSourceTest {

    private final Simulator simulator = Simulator.builder()
            .amazon(options -> options.rate(10_000).burst(10_000))
            .build()
            .start();
    private final AmazonAccount vendor = simulator.amazon().account("ACME1");
    private final AmazonVendorBench bench = AmazonVendorBench.at(simulator, vendor);
    private final AmazonVendorStatusSource source = source(AmazonVendorFilter.NONE);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void timeIsCutIntoWindowsThatAmazonAccepts() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        TimeWindow month = new TimeWindow(now.minus(Duration.ofDays(30)), now);

        List<Slice> slices = source.plan(new PlanRequest(List.of(month), now));

        assertThat(slices).hasSize(5).allSatisfy(slice -> assertThat(
                        ((Slice.Window) slice).asked().length())
                .isLessThanOrEqualTo(Duration.ofDays(7)));
    }

    @Test
    void windowIsReadPageByPageWithAllFiltersRepeated() {
        for (int i = 0; i < 101; i++) {
            vendor.place(order -> order.line("B0EXAMPLE1", 10));
        }
        simulator.faults().next(Fault.EMPTY_PAGE_WITH_TOKEN);
        AmazonVendorStatusSource filtered =
                source(new AmazonVendorFilter("OPEN", "UNCONFIRMED", "NOT_RECEIVED", "ACME1", "DTM2"));

        assertThat(readAll(filtered, window())).hasSize(101);
        List<RecordedRequest> requests = simulator.amazon().requests(GET_PURCHASE_ORDERS_STATUS);
        assertThat(requests).hasSizeGreaterThanOrEqualTo(3);
        assertThat(requests.get(0).query())
                .containsOnlyKeys(
                        "limit",
                        "updatedAfter",
                        "updatedBefore",
                        "purchaseOrderStatus",
                        "itemConfirmationStatus",
                        "itemReceiveStatus",
                        "orderingVendorCode",
                        "shipToPartyId");
        requests.stream().skip(1).forEach(request -> {
            Map<String, String> query = new TreeMap<>(request.query());
            assertThat(query.remove("nextToken")).isNotBlank();
            assertThat(query).isEqualTo(requests.get(0).query());
        });
    }

    @Test
    void orderIsReadByItsNumberAlone() {
        String number = vendor.place(order -> order.line("B0EXAMPLE1", 10));
        vendor.reject(number);
        AmazonVendorStatusSource open = source(new AmazonVendorFilter("OPEN", null, null, null, null));

        Page page = bench.answer(open.read(new Slice.Order(number), null, Permission.ALWAYS));

        assertThat(page.orders())
                .extracting(order -> order.status().status().toString())
                .containsExactly("rejected");
        assertThat(simulator
                        .amazon()
                        .requests(GET_PURCHASE_ORDERS_STATUS)
                        .get(0)
                        .query())
                .containsOnlyKeys("limit", "purchaseOrderNumber");
    }

    @Test
    void unknownNumberIsAnEmptyPage() {
        Page page = bench.answer(source.read(new Slice.Order("0NOTHERE"), null, Permission.ALWAYS));

        assertThat(page.orders()).isEmpty();
        assertThat(page.next()).isNull();
        assertThat(page.serviceTime()).isNotNull();
    }

    @Test
    void filterThatTheServiceIgnoresIsAppliedHere() {
        vendor.reject(vendor.place(order -> order.line("B0EXAMPLE1", 10)));
        simulator.faults().always(Fault.IGNORED_FILTER).names("purchaseOrderStatus");

        assertThat(readAll(source(new AmazonVendorFilter("OPEN", null, null, null, null)), window()))
                .isEmpty();
    }

    @Test
    void lifeOfAnOrderIsToldInOurWords() {
        String number = vendor.place(order -> order.line("B0EXAMPLE1", 10));
        List<String> life = new ArrayList<>(List.of(statusOf(number)));
        vendor.accept(number);
        life.add(statusOf(number));
        vendor.receive(number, 1, 4);
        life.add(statusOf(number));
        vendor.receive(number, 1, 6);
        life.add(statusOf(number));

        assertThat(life).containsExactly("open", "acknowledged", "partially-received", "completed");
    }

    @Test
    void pageThatIsOddInEveryDocumentedWayIsStillRead() {
        vendor.place(order -> order.line("B0EXAMPLE1", 10));
        for (Fault fault : List.of(
                Fault.UNKNOWN_FIELDS,
                Fault.MISSING_FIELDS,
                Fault.UPPERCASE_UNITS,
                Fault.BOM,
                Fault.NUMBERS_FOR_ENUMS)) {
            simulator.faults().always(fault);
        }

        assertThat(readAll(source, window())).hasSize(1);
    }

    @Test
    void nothingIsSentWithoutPermission() {
        Permission none = () -> {
            throw new RequestWithdrawnException("the lease is lost");
        };

        assertThatThrownBy(() -> bench.answer(source.read(window(), null, none)))
                .isInstanceOf(RequestWithdrawnException.class);
        assertThat(simulator.amazon().requests(GET_PURCHASE_ORDERS_STATUS)).isEmpty();
    }

    @Test
    void coverageBelongsToHostAndFilters() {
        String key = source.coverageKey();

        assertThat(key)
                .startsWith("updated-")
                .isEqualTo(source(AmazonVendorFilter.NONE).coverageKey());
        assertThat(source(new AmazonVendorFilter("OPEN", null, null, null, null))
                        .coverageKey())
                .isNotEqualTo(key);
        AmazonVendorBench elsewhere = AmazonVendorBench.at(URI.create("http://127.0.0.1:1"));
        assertThat(new AmazonVendorStatusSource(
                                elsewhere.client, elsewhere.account, AmazonVendorFilter.NONE, Duration.ofDays(7))
                        .coverageKey())
                .isNotEqualTo(key);
    }

    private AmazonVendorStatusSource source(AmazonVendorFilter filter) {
        return new AmazonVendorStatusSource(bench.client, bench.account, filter, Duration.ofDays(7));
    }

    private String statusOf(String number) {
        Page page = bench.answer(source.read(new Slice.Order(number), null, Permission.ALWAYS));
        return page.orders().get(0).status().status().toString();
    }

    /** The simulator lives now. */
    private static Slice.Window window() {
        Instant now = Instant.now();
        TimeWindow day = new TimeWindow(now.minus(Duration.ofDays(1)), now.plusSeconds(60));
        return new Slice.Window(day, day);
    }

    private List<Observed> readAll(AmazonVendorStatusSource from, Slice slice) {
        List<Observed> orders = new ArrayList<>();
        PageToken token = null;
        do {
            Page page = bench.answer(from.read(slice, token, Permission.ALWAYS));
            orders.addAll(page.orders());
            token = page.next();
        } while (token != null);
        return orders;
    }
}
