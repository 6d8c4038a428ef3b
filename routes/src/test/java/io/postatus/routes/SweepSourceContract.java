/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.canary.Canary;
import io.postatus.simulator.RecordedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.listeners.JobListenerSupport;

/** What the sweeps of all services do alike. A sweep reads in parts: windows of time, or customers. */
abstract class SweepSourceContract<S extends Scene> {
    static final String KAMELET = "purchase-order-sweep-source";

    final S scene;
    final List<String> told = new CopyOnWriteArrayList<>();
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    private final Semaphore sweepsEnded = new Semaphore(0);

    SweepSourceContract(S scene) {
        this.scene = scene;
    }

    /** Options that make parts and pages small. */
    abstract List<String> smallPages();

    /** Places orders in several parts, some of which have more than a page; their ids. */
    abstract List<String> placeEverywhere();

    /** Makes one of the parts unreadable, to its end at least; how many of the orders can still be read. */
    abstract int breakAPart();

    abstract void mend();

    /** The requests that brought orders in full. */
    abstract List<RecordedRequest> ordersRead();

    @BeforeEach
    void listen() throws Exception {
        scene.camel.getComponent("quartz").start();
        scheduler().getListenerManager().addJobListener(new JobListenerSupport() {
            @Override
            public String getName() {
                return "sweeps";
            }

            @Override
            public void jobWasExecuted(JobExecutionContext job, JobExecutionException failure) {
                sweepsEnded.release();
            }
        });
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyOrderOfEveryPartIsTold() throws Exception {
        List<String> orders = placeEverywhere();

        sweep(sweepSource());

        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
    }

    @Test
    void onlyWhatChangedIsToldAgain() throws Exception {
        String id = scene.place();
        scene.place();
        sweep(sweepSource());
        assertThat(told).hasSize(2);
        told.clear();

        sweepAgain();
        assertThat(told).isEmpty();

        scene.changeSilently(id);
        sweepAgain();
        assertThat(told).containsExactly(id);
    }

    @Test
    void aSweepThatReconcilesTellsNothingAndHasTheConsumerTell() throws Exception {
        String id = scene.place();
        List<String> live = new CopyOnWriteArrayList<>();
        String consumer = scene.kamelet("purchase-order-status-source", "startFrom", "P20D", "delay", "500");
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from(consumer).process(exchange -> live.add(id(exchange)));
            }
        });
        sweep(sweepSource("reconcile", "default"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(live).containsExactly(id));

        scene.changeSilently(id);
        sweepAgain();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(live).containsExactly(id, id));
        assertThat(told).isEmpty();
    }

    @Test
    void aMessageIsTheChangeAsJsonAndNothingThatSteersRequests() throws Exception {
        String id = scene.place();
        List<Exchange> seen = new CopyOnWriteArrayList<>();
        sweep(sweepSource(), seen::add);

        assertThat(seen).hasSize(1);
        JsonNode change = new ObjectMapper().readTree(seen.get(0).getMessage().getBody(String.class));
        assertThat(change.path("stream").asText()).isEqualTo(scene.scheme() + "/acme/sweep");
        assertThat(change.at("/current/id").asText()).isEqualTo(id);
        assertThat(change.at("/current/document").isObject()).isTrue();
        Map<String, Object> headers = seen.get(0).getMessage().getHeaders();
        assertThat(headers)
                .containsEntry("CamelPurchaseOrderId", id)
                .containsEntry("CamelPurchaseOrderKind", "first-seen")
                .containsEntry("Content-Type", "application/json");
        assertThat(headers.keySet())
                .allMatch(name -> name.equals("Content-Type") || name.startsWith("CamelPurchaseOrder"))
                .doesNotContain("CamelPurchaseOrderReadAt", "CamelPurchaseOrderChanged");
    }

    @Test
    void aBrokenPartDoesNotCostTheOthers() throws Exception {
        List<String> orders = placeEverywhere();
        int readable = breakAPart();
        try (LogLines log = LogLines.captured()) {
            sweep(sweepSource());
            assertThat(told).hasSize(readable);
            assertThat(log.of("io.postatus.sweep"))
                    .singleElement()
                    .asString()
                    .contains("Sweep of acme")
                    .contains("403");
        }

        mend();
        sweepAgain();
        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
    }

    @Test
    void aBrokenPartIsNoCaseForTheUsersDeadLetterChannel() throws Exception {
        placeEverywhere();
        int readable = breakAPart();
        List<Object> dead = new CopyOnWriteArrayList<>();
        String source = sweepSource();
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dead")
                        .process(exchange -> dead.add(exchange.getMessage().getBody()));
                from(source).errorHandler(deadLetterChannel("direct:dead")).process(SweepSourceContract.this::take);
            }
        });
        awaitSweep();

        assertThat(dead).isEmpty();
        assertThat(told).hasSize(readable);
    }

    @Test
    void anOrderThatTheRouteRefusesIsToldAgainAndCostsNoOther() throws Exception {
        List<String> orders = placeEverywhere();
        String poison = orders.get(0);
        refused.add(poison);
        sweep(sweepSource());
        assertThat(told).containsExactlyInAnyOrderElementsOf(orders.subList(1, orders.size()));

        refused.clear();
        told.clear();
        sweepAgain();
        assertThat(told).containsExactly(poison);
    }

    @Test
    void theUsersDeadLetterChannelTakesAnOrderAndTheSweepGoesOn() throws Exception {
        List<String> orders = placeEverywhere();
        refused.addAll(orders);
        List<String> dead = new CopyOnWriteArrayList<>();
        String source = sweepSource();
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dead").process(exchange -> dead.add(id(exchange)));
                from(source)
                        .routeId("sweep")
                        .errorHandler(deadLetterChannel("direct:dead")
                                .maximumRedeliveries(1)
                                .redeliveryDelay(0))
                        .process(SweepSourceContract.this::take);
            }
        });
        awaitSweep();

        assertThat(dead).containsExactlyInAnyOrderElementsOf(orders);

        dead.clear();
        sweepAgain();
        assertThat(dead).as("handled by the user means told").isEmpty();
    }

    /** Without removing the mark of the doTry, the items of a split in the user's route had no error handler. */
    @Test
    void theUsersErrorHandlerReachesIntoASplitOfTheUsersRoute() throws Exception {
        scene.place();
        List<Object> dead = new CopyOnWriteArrayList<>();
        String source = sweepSource();
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dead")
                        .process(exchange -> dead.add(exchange.getMessage().getBody()));
                from(source)
                        .errorHandler(deadLetterChannel("direct:dead"))
                        .split(constant(List.of("a", "b")))
                        .throwException(new IllegalStateException("refused"));
            }
        });
        awaitSweep();

        assertThat(dead).containsExactly("a", "b");
    }

    @Test
    void aFileRemembersAcrossRestartsWhatWasTold(@TempDir Path folder) throws Exception {
        String id = scene.place();
        scene.place();
        String source = sweepSource("stateStore", "sqlite:" + folder.resolve("state.db"));
        sweep(source);
        assertThat(told).hasSize(2);

        told.clear();
        scene.restart();
        listen();
        scene.changeSilently(id);
        sweep(source);
        assertThat(told).containsExactly(id);
    }

    @Test
    void stoppingDoesNotWaitForTheRestOfTheSweep() throws Exception {
        place(30);
        String source = sweepSource("requestsPerPeriod", "1", "periodMillis", "500");
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).process(SweepSourceContract.this::take);
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
    void noLogLineHoldsASecret() throws Exception {
        scene.place();
        try (LogLines log = LogLines.capturedFrom(Level.INFO)) {
            sweep(sweepSource());
            scene.lockOut();
            sweepAgain();
            assertThat(log.of("io.postatus.sweep")).isNotEmpty();
            assertThat(log.all()).allSatisfy(line -> assertThat(Canary.in(line)).isEmpty());
        }
    }

    @Test
    void theSweepKeepsToItsShare() throws Exception {
        place(10);

        sweep(sweepSource("requestsPerPeriod", "1", "periodMillis", "400"));

        List<Instant> sent = ordersRead().stream().map(RecordedRequest::instant).toList();
        assertThat(sent).hasSizeGreaterThanOrEqualTo(5);
        assertThat(Duration.between(sent.get(0), sent.get(4))).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void aCronExpressionBeatsThePeriod() throws Exception {
        String id = scene.place();

        sweep(sweepSource("cron", "RAW(0/1 * * * * ?)", "period", "86400000"));

        assertThat(told).contains(id);
        await().until(() -> sweepsEnded.tryAcquire(2));
    }

    final void sweep(String source) throws Exception {
        sweep(source, exchange -> {});
    }

    final void sweep(String source, Consumer<Exchange> look) throws Exception {
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).process(exchange -> {
                    look.accept(exchange);
                    take(exchange);
                });
            }
        });
        awaitSweep();
    }

    final void take(Exchange exchange) {
        if (refused.contains(id(exchange))) {
            throw new IllegalStateException("the sink refuses " + id(exchange));
        }
        told.add(id(exchange));
    }

    static String id(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelPurchaseOrderId", String.class);
    }

    /** Until one more sweep has ended. */
    final void awaitSweep() {
        scene.camel.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> sweepsEnded.tryAcquire());
    }

    final void sweepAgain() throws Exception {
        sweepsEnded.drainPermits();
        JobKey job = scheduler()
                .getJobKeys(GroupMatcher.jobGroupEquals("purchase-order-sweep"))
                .iterator()
                .next();
        scheduler().triggerJob(job);
        awaitSweep();
    }

    private Scheduler scheduler() {
        return scene.camel.getComponent("quartz", QuartzComponent.class).getScheduler();
    }

    final String sweepSource(String... options) {
        return named(scene.scheme() + "-" + KAMELET, options);
    }

    /** As {@link #sweepSource}, of another Kamelet. */
    final String named(String kamelet, String... options) {
        List<String> all = new ArrayList<>(smallPages());
        all.addAll(List.of("requestsPerPeriod", "1000"));
        all.addAll(List.of(options));
        return scene.uri(kamelet, all.toArray(String[]::new));
    }

    final List<String> place(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(scene.place());
        }
        return ids;
    }
}
