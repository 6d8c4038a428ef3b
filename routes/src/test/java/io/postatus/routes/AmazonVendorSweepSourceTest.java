/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.postatus.core.state.Intent;
import io.postatus.core.state.Lease;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.SqliteFile;
import io.postatus.core.state.StreamId;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.amazon.AmazonOperation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of 7 days over 20 days are three; pages of two orders. */
class AmazonVendorSweepSourceTest extends SweepSourceContract<VendorScene> {
    private static final String NAME = "amazonvendor-" + KAMELET;
    private static final Duration OLD = Duration.ofDays(18);
    private static final Duration MIDDLE = Duration.ofDays(10);
    private static final Duration YOUNG = Duration.ofDays(2);

    AmazonVendorSweepSourceTest() {
        super(new VendorScene());
    }

    @Override
    List<String> smallPages() {
        return List.of("createdWithin", "P20D", "pageSize", "2");
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
                .forOperation(AmazonOperation.GET_PURCHASE_ORDERS_STATUS)
                .onPage(2);
        return 6;
    }

    @Override
    void mend() {
        scene.simulator.faults().clear();
    }

    @Override
    List<RecordedRequest> ordersRead() {
        return scene.pagesRead();
    }

    @Test
    void everyPageOfEveryWindowIsRead() throws Exception {
        List<String> orders = new ArrayList<>();
        orders.addAll(place(5, OLD));
        orders.addAll(place(4, MIDDLE));
        orders.addAll(place(1, YOUNG));
        scene.simulator
                .faults()
                .next(Fault.EMPTY_PAGE_WITH_TOKEN)
                .forOperation(AmazonOperation.GET_PURCHASE_ORDERS_STATUS)
                .onPage(2);

        sweep(sweepSource());

        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(pagesByWindow()).as("with an empty one between").containsExactly(4L, 2L, 1L);
        assertThat(scene.pagesRead()).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.query())
                    .doesNotContainKeys("purchaseOrderStatus", "updatedAfter", "updatedBefore")
                    .containsEntry("limit", "2");
            assertThat(Duration.between(
                            Instant.parse(page.query().get("createdAfter")),
                            Instant.parse(page.query().get("createdBefore"))))
                    .isLessThanOrEqualTo(Duration.ofDays(7));
        });
    }

    /** The trap that the Kamelet avoids: were its predicate no boolean, the test above would read one page a window. */
    @Test
    void aPredicateThatIsNoBooleanEndsTheLoopAfterOnePage(@TempDir Path folder) throws Exception {
        place(5, OLD);
        String text = KameletFile.named(NAME).text();
        String trapped = text.replace("name: " + NAME, "name: trapped-source")
                .replace(
                        "header:\n                                  expression: CamelAmazonVendorHasMore",
                        "simple:\n                                  expression: \"${header.CamelAmazonVendorHasMore} == 'true'"
                                + " || ${variable.more} == 'true'\"")
                .replace(
                        "- filter:\n                                    id: repeatedPage",
                        "- setVariable:\n                                    name: more\n"
                                + "                                    simple:"
                                + " \"${header.CamelAmazonVendorNextToken} != null\"\n"
                                + "                                - removeHeader:\n"
                                + "                                    name: CamelAmazonVendorHasMore\n"
                                + "                                - filter:\n"
                                + "                                    id: repeatedPage");
        assertThat(trapped).contains("setVariable").contains("${variable.more} == 'true'");
        Files.writeString(folder.resolve("trapped-source.kamelet.yaml"), trapped);

        sweep(named("trapped-source", "location", "file:" + folder));

        assertThat(pagesByWindow()).as("3 pages of the first window are there").containsExactly(1L, 1L, 1L);
        assertThat(told).hasSize(2);
    }

    @Test
    void anOpenOrderThatNoPageShowsIsReadByNumberAndTold() throws Exception {
        List<String> hidden = place(3, OLD);
        String finished = scene.place(OLD);
        scene.vendor.reject(finished);
        hidden.addAll(place(1, YOUNG));
        scene.place(OLD);
        sweep(sweepSource());
        assertThat(readByNumber()).as("all appeared").isEmpty();

        hidden.forEach(scene.vendor::reject);
        leaveOut(hidden, finished);
        told.clear();
        sweepAgain();
        assertThat(told).containsExactlyInAnyOrderElementsOf(hidden);
        assertThat(readByNumber()).containsExactlyInAnyOrderElementsOf(hidden);

        told.clear();
        sweepAgain();
        assertThat(told).isEmpty();
        assertThat(readByNumber()).as("closed, and so not missed any more").hasSameSizeAs(hidden);
    }

    @Test
    void aMissedOrderIsAskedForByItsNumberAlone() throws Exception {
        String hidden = scene.place(OLD);
        sweep(sweepSource());
        leaveOut(List.of(hidden));
        sweepAgain();

        assertThat(scene.pagesRead())
                .filteredOn(page -> page.query().containsKey("purchaseOrderNumber"))
                .singleElement()
                .satisfies(page -> assertThat(page.query()).containsOnlyKeys("purchaseOrderNumber", "limit"));
    }

    /** Ordered by creation: one whose number Amazon refuses, one that it does not know, one that it shows. */
    @Test
    void anOrderThatCannotBeReadByNumberCostsNoOther(@TempDir Path folder) throws Exception {
        String hidden = scene.place(OLD);
        Path file = folder.resolve("state.db");
        knowsAsOpen(file, "BAD", OLD.plusHours(2));
        knowsAsOpen(file, "GONE0001", OLD.plusHours(1));
        leaveOut(List.of(hidden));
        knowsAsOpen(file, hidden, OLD);

        try (LogLines log = LogLines.captured()) {
            sweep(sweepSource("stateStore", "sqlite:" + file));
            assertThat(log.of("io.postatus.sweep"))
                    .as("an order that is unknown by number as well is no error")
                    .singleElement()
                    .asString()
                    .contains("Sweep of acme: order BAD could not be read")
                    .contains("400");
        }
        assertThat(readByNumber()).containsExactly("BAD", "GONE0001", hidden);
        assertThat(told).containsExactly(hidden);
    }

    @Test
    void aWindowThatCouldNotBeReadMissesNobody() throws Exception {
        place(4, OLD);
        sweep(sweepSource());
        scene.simulator
                .faults()
                .always(Fault.ACCESS_DENIED)
                .forOperation(AmazonOperation.GET_PURCHASE_ORDERS_STATUS)
                .onPage(2);
        sweepAgain();

        assertThat(readByNumber()).isEmpty();
    }

    /** Stopping breaks the loop over the pages off, without an error. */
    @Test
    void aWindowThatStoppingLeftUnreadMissesNobody(@TempDir Path folder) throws Exception {
        place(10, YOUNG);
        String file = "sqlite:" + folder.resolve("state.db");
        sweep(sweepSource("createdWithin", "P5D", "stateStore", file));
        scene.restart();
        String slow = sweepSource(
                "createdWithin", "P5D", "stateStore", file, "requestsPerPeriod", "1", "periodMillis", "1000");
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from(slow).process(AmazonVendorSweepSourceTest.this::take);
            }
        });
        try (LogLines log = LogLines.capturedFrom(Level.INFO)) {
            scene.camel.start();
            await().until(() -> scene.pagesRead().size() == 7);
            scene.camel.stop();
            assertThat(scene.pagesRead()).hasSizeLessThan(10);
            assertThat(log.all()).noneMatch(line -> line.contains("did not appear"));
        }
    }

    @Test
    void aSweepThatReconcilesHasTheConsumerReadWhatNoPageShows() throws Exception {
        String number = scene.place(OLD);
        List<String> live = new CopyOnWriteArrayList<>();
        String consumer = scene.uri("amazonvendor-purchase-order-status-source", "startFrom", "P20D", "delay", "500");
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from(consumer).process(exchange -> live.add(id(exchange)));
            }
        });
        sweep(sweepSource("reconcile", "default"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(live).containsExactly(number));

        leaveOut(List.of(number));
        scene.vendor.receive(number, 1, 100);
        sweepAgain();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(live).containsExactly(number, number));
        assertThat(told).isEmpty();
    }

    @Test
    void aPageThatNamesItselfAsTheNextEndsItsWindow() throws Exception {
        place(4, OLD);
        place(1, YOUNG);
        scene.simulator
                .faults()
                .always(Fault.REPEATED_TOKEN)
                .forOperation(AmazonOperation.GET_PURCHASE_ORDERS_STATUS)
                .onPage(2);
        try (LogLines log = LogLines.captured()) {
            sweep(sweepSource());
            assertThat(log.of("io.postatus.sweep")).singleElement().asString().contains("the same page again");
        }
        assertThat(pagesByWindow()).containsExactly(2L, 1L, 1L);
        assertThat(told).hasSize(3);
    }

    /** Half a year at two requests a second takes longer than a shutdown may. */
    @Test
    void stoppingDoesNotWaitForTheRestOfTheWindows() throws Exception {
        place(1, Duration.ofDays(170));
        place(1, YOUNG);
        String source = sweepSource("createdWithin", "P180D", "requestsPerPeriod", "1", "periodMillis", "500");
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).process(AmazonVendorSweepSourceTest.this::take);
            }
        });
        scene.camel.start();
        await().until(() -> told.size() == 1);

        Instant before = Instant.now();
        scene.camel.stop();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(scene.pagesRead()).hasSizeLessThan(20);
        assertThat(told).hasSize(1);
    }

    private List<String> place(int count, Duration age) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(scene.place(age));
        }
        return numbers;
    }

    /** From now on no list shows these orders, whatever is asked; by number they are found. */
    private void leaveOut(List<String> numbers, String... more) {
        scene.simulator
                .faults()
                .always(Fault.ROWS_LEFT_OUT)
                .names(Stream.concat(numbers.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private List<String> readByNumber() {
        return scene.pagesRead().stream()
                .map(page -> page.query().get("purchaseOrderNumber"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** As if the sweep had begun to tell the order before. */
    private static void knowsAsOpen(Path file, String number, Duration age) {
        try (PollState state = SqliteFile.open(file)) {
            Lease lease = state.acquire(new StreamId("amazonvendor", "acme", "sweep"), "before", Duration.ofMinutes(1))
                    .orElseThrow();
            Intent intent = Intent.of(1, "0".repeat(32), new Mark(1, 1));
            OrderState open =
                    OrderState.unknown(number).intending(intent, Instant.now().minus(age));
            state.save(lease, List.of(open), 0);
            state.release(lease);
        }
    }

    /** How many pages of each window were read, oldest window first. */
    private List<Long> pagesByWindow() {
        Map<String, Long> pages = scene.pagesRead().stream()
                .collect(Collectors.groupingBy(
                        page -> page.query().get("createdAfter"),
                        TreeMap::new,
                        Collectors.mapping(
                                page -> page.query().getOrDefault("nextToken", ""),
                                Collectors.collectingAndThen(Collectors.toSet(), tokens -> (long) tokens.size()))));
        return List.copyOf(pages.values());
    }
}
