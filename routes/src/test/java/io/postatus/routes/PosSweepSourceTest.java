/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static io.postatus.simulator.pos.PosOperation.GET_PURCHASE_ORDER;
import static io.postatus.simulator.pos.PosOperation.SEARCH_PURCHASE_ORDERS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Parts are windows: of 7 days over 20 days they are three; pages of two orders. */
class PosSweepSourceTest extends SweepSourceContract<BrokerScene> {
    private static final Duration OLD = Duration.ofDays(18);
    private static final Duration MIDDLE = Duration.ofDays(10);
    private static final Duration YOUNG = Duration.ofDays(2);

    PosSweepSourceTest() {
        super(new BrokerScene());
    }

    @Override
    List<String> smallPages() {
        return List.of("createdWithin", "P20D", "window", "P7D", "pageSize", "2");
    }

    @Override
    List<String> placeEverywhere() {
        List<String> orders = place(2, OLD);
        orders.addAll(place(4, MIDDLE));
        orders.addAll(place(2, YOUNG));
        return orders;
    }

    /** The second page of one window. */
    @Override
    int breakAPart() {
        scene.simulator
                .faults()
                .always(Fault.ACCESS_DENIED)
                .forOperation(SEARCH_PURCHASE_ORDERS)
                .onPage(2);
        return 6;
    }

    @Override
    void mend() {
        scene.simulator.faults().clear();
    }

    @Override
    List<RecordedRequest> ordersRead() {
        return scene.requests(GET_PURCHASE_ORDER);
    }

    @Test
    void everyPageOfEveryWindowIsReadAndEveryOrderByItsId() throws Exception {
        List<String> orders = place(5, OLD);
        orders.addAll(place(4, MIDDLE));
        orders.addAll(place(1, YOUNG));

        sweep(sweepSource());

        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(searches())
                .extracting(page -> page.query().getOrDefault("Page", "1"))
                .containsExactly("1", "2", "3", "1", "2", "1");
        assertThat(searches()).allSatisfy(page -> assertThat(page.query())
                .containsEntry("ItemsPerPage", "2")
                .containsEntry("OrderBy", "PONumber")
                .containsKeys("PurchaseOrderDate.FromDate", "PurchaseOrderDate.ToDate")
                .doesNotContainKeys("PurchaseOrderId", "PurchaseOrderStatus", "UpdatedSince.FromDate"));
        assertThat(ordersRead()).hasSize(10);
    }

    @Test
    void pagesThatDoNotSayHowManyThereAreAreReadToAnEmptyOne() throws Exception {
        try (BrokerScene bare = new BrokerScene(pos -> pos.envelope(false))) {
            List<String> orders = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                orders.add(bare.place(YOUNG));
            }
            String source = bare.kamelet(
                    "purchase-order-sweep-source",
                    "createdWithin",
                    "P5D",
                    "window",
                    "P7D",
                    "pageSize",
                    "2",
                    "requestsPerPeriod",
                    "1000");
            bare.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from(source).process(PosSweepSourceTest.this::take);
                }
            });
            bare.camel.start();

            await().untilAsserted(() -> assertThat(told).containsExactlyInAnyOrderElementsOf(orders));
            await().untilAsserted(() -> assertThat(bare.requests(SEARCH_PURCHASE_ORDERS))
                    .extracting(page -> page.query().getOrDefault("Page", "1"))
                    .containsExactly("1", "2", "3"));
        }
    }

    @Test
    void aServiceThatIgnoresWhichPageIsAskedForIsNotAskedForEver() throws Exception {
        AtomicInteger searches = new AtomicInteger();
        HttpServer deaf = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        deaf.createContext("/", call -> {
            boolean search = call.getRequestMethod().equals("POST");
            searches.addAndGet(search ? 1 : 0);
            call.getRequestBody().readAllBytes();
            byte[] order = (search ? "[{\"PurchaseOrderId\": \"a\"}]" : "{\"PurchaseOrderId\": \"a\"}").getBytes(UTF_8);
            call.sendResponseHeaders(200, order.length);
            call.getResponseBody().write(order);
            call.close();
        });
        deaf.start();
        try (LogLines log = LogLines.captured()) {
            String address = "http://127.0.0.1:" + deaf.getAddress().getPort();
            sweep(sweepSource("createdWithin", "P5D", "baseUrl", address));

            assertThat(searches).hasValue(2);
            assertThat(told).containsExactly("a");
            assertThat(log.of("io.postatus.sweep")).singleElement().asString().contains("showed the same orders again");
        } finally {
            deaf.stop(0);
        }
    }

    @Test
    void anOrderThatCannotBeReadCostsNoOther() throws Exception {
        List<String> orders = placeEverywhere();
        scene.simulator.faults().next(Fault.ACCESS_DENIED).forOperation(GET_PURCHASE_ORDER);
        try (LogLines log = LogLines.captured()) {
            sweep(sweepSource());

            assertThat(told).hasSize(orders.size() - 1);
            assertThat(log.of("io.postatus.sweep"))
                    .singleElement()
                    .asString()
                    .contains("order " + orders.get(0) + " could not be read");
        }
        sweepAgain();
        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
    }

    /** A page has far more orders than can be asked for while an application stops. */
    @Test
    void stoppingDoesNotWaitForTheRestOfAPage() throws Exception {
        place(30);
        String source = sweepSource("pageSize", "100", "requestsPerPeriod", "1", "periodMillis", "500");
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).process(PosSweepSourceTest.this::take);
            }
        });
        scene.camel.start();
        await().until(() -> !told.isEmpty());

        Instant before = Instant.now();
        scene.camel.stop();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(told).hasSizeLessThan(15);
    }

    @Test
    void whatTheUserSaysOfStatusesCounts() throws Exception {
        String id = scene.place();
        List<Object> statuses = new ArrayList<>();
        sweep(
                sweepSource("statuses", "Pending=acknowledged"),
                exchange -> statuses.add(exchange.getMessage().getHeader("CamelPurchaseOrderStatus")));

        assertThat(told).containsExactly(id);
        assertThat(statuses).containsExactly("acknowledged");
    }

    private List<RecordedRequest> searches() {
        return scene.requests(SEARCH_PURCHASE_ORDERS);
    }

    private List<String> place(int count, Duration age) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(scene.place(age));
        }
        return ids;
    }
}
