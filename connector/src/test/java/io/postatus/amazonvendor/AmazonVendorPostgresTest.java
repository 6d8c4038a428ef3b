/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.camel.TestVendor;
import io.postatus.core.camel.Told;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.state.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Component;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Positions in a PostgreSQL database, as an application has them: a pool by its name in the registry. */
class AmazonVendorPostgresTest {
    private static final String POSITIONS =
            "select coalesce(string_agg(from_time || '-' || to_time, ' ' order by id), '') from po_coverage";

    private final TestPostgres postgres = new TestPostgres();
    private final TestAmazonVendor vendor = new TestAmazonVendor();
    private final Told told = new Told();

    @AfterEach
    void close() {
        vendor.close();
        postgres.close();
        assertThat(vendor.log.all())
                .noneMatch(line -> line.contains(TestPostgres.PASSWORD) || line.contains("jdbc:postgresql"));
    }

    @Test
    void aRestartGoesOnWhereTheLastProcessStopped() {
        DefaultCamelContext first = camel();
        flow(first, told);
        String number = vendor.place();
        told.number(1);
        first.stop();
        vendor.change(number);

        flow(camel(), told);

        assertThat(told.number(2).previous().status().toString()).isEqualTo("open");
        assertThat(told.number(2).epoch()).isGreaterThan(told.number(1).epoch());
    }

    /** Another context counts as another process. */
    @Test
    void twoProcessesOnOneStreamTellEachChangeOnce() {
        DefaultCamelContext one = camel();
        DefaultCamelContext other = camel();
        flow(one, told);
        flow(other, told);
        List<String> numbers = Stream.generate(vendor::place).limit(8).toList();
        told.number(8);
        int polls = vendor.polls();
        soon().until(() -> vendor.polls() > polls + 3);

        assertThat(told.all())
                .extracting(change -> change.current().purchaseOrderNumber())
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(consumer(one).getFailuresInARow()).isZero();
        assertThat(consumer(other).getFailuresInARow()).isZero();
    }

    @Test
    void aDatabaseThatGoesAwayDuringAPollMovesNothingAndIsWaitedFor() throws Exception {
        List<String> numbers = Stream.generate(vendor::place).limit(5).toList();
        AtomicBoolean gone = new AtomicBoolean();
        StringBuffer positions = new StringBuffer();
        DefaultCamelContext camel = camel();
        TestVendor.route(
                camel, rb -> rb.from(uri()).routeId("flow").process(told).process(exchange -> {
                    if (told.all().size() == 2 && gone.compareAndSet(false, true)) {
                        positions.append(postgres.ask(POSITIONS));
                        postgres.crash();
                    }
                }));

        soon().until(() -> consumer(camel).getFailuresInARow() >= 3);
        int asked = vendor.polls();
        int toldBefore = told.all().size();
        long failures = consumer(camel).getFailuresInARow();
        soon().until(() -> consumer(camel).getFailuresInARow() >= failures + 2);
        assertThat(vendor.polls()).as("polls pause").isEqualTo(asked);
        assertThat(told.all()).hasSize(toldBefore);
        assertThat(consumer(camel).getLastFailure())
                .contains("acquire stream amazonvendor/acme/default", "What was not committed is tried again")
                .contains("Check that the database of #orders runs");

        postgres.start();
        assertThat(postgres.ask(POSITIONS)).as("no position moved").isEqualTo(positions.toString());
        leasesExpire();
        soon().until(() -> consumer(camel).getFailuresInARow() == 0);

        assertThat(told.all())
                .extracting(change -> change.current().purchaseOrderNumber())
                .containsAll(numbers);
        assertThat(told.all().stream().map(PurchaseOrderChange::eventId).distinct())
                .as("told twice is the same event")
                .hasSize(5);
        assertThat(told.all()).as("at most those that were unconfirmed twice").hasSizeLessThanOrEqualTo(5 + toldBefore);
        assertThat(postgres.ask(POSITIONS)).isNotEqualTo(positions.toString());
        assertThat(postgres.ask("select confirmed from po_stream")).isEqualTo("5");
    }

    /** Who looks after many streams need not wait for a database that hangs. */
    @Test
    void healthAndAttributesAreAnsweredFromMemory() throws Exception {
        Set<Thread> askers = ConcurrentHashMap.newKeySet();
        try (HikariDataSource noted = new HikariDataSource(postgres.pool()) {
            @Override
            public Connection getConnection() throws SQLException {
                askers.add(Thread.currentThread());
                return super.getConnection();
            }
        }) {
            DefaultCamelContext camel =
                    vendor.camel(context -> context.getRegistry().bind("orders", noted));
            flow(camel, told, "&quietThreshold=1");
            soon().until(() -> !consumer(camel).getLastGoodPoll().isEmpty());
            soon().until(() -> !consumer(camel).getTrouble().isEmpty());
            askers.clear();

            HealthCheck.Result health = consumer(camel).getHealthCheck().call();

            assertThat(health.getState()).as("quiet").isEqualTo(HealthCheck.State.DOWN);
            assertThat(health.getDetails()).containsKey("gaps").containsEntry("parked", 0);
            assertThat(attributes(camel)).contains("ReadUpTo", "Parked", "Trouble", "LastChange");
            assertThat(askers).doesNotContain(Thread.currentThread());
            camel.stop();
        }
    }

    @Test
    void aDatabaseThatIsNotThereAtStartIsNamed() {
        DefaultCamelContext camel = camel();
        postgres.crash();

        assertThatThrownBy(() -> flow(camel, told))
                .hasStackTraceContaining("Could not reach the database of #orders")
                .hasStackTraceContaining("The route does not start");
        assertThat(vendor.polls()).isZero();
    }

    @Test
    void theComponentCanNameItForAllItsRoutes() {
        DefaultCamelContext camel = camel();
        Component component = camel.getComponent("amazonvendor");
        PropertyBindingSupport.build()
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperty("stateStore", "#orders")
                .withCamelContext(camel)
                .withTarget(component)
                .bind();
        vendor.place();

        TestVendor.route(camel, rb -> rb.from(vendor.status()).routeId("flow").process(told));

        told.number(1);
        assertThat(postgres.ask("select name from po_stream")).isEqualTo("amazonvendor/acme/default");
    }

    /** What else happens by itself in half a minute. */
    private void leasesExpire() {
        postgres.sql("update po_stream set lease_until = 0");
    }

    private DefaultCamelContext camel() {
        return vendor.camel(camel -> camel.getRegistry().bind("orders", postgres.pool()));
    }

    @Test
    void whatALongPollHasDoneIsSeenBeforeItEnds() {
        CountDownLatch stuck = new CountDownLatch(1);
        vendor.place();
        vendor.place();
        DefaultCamelContext camel = camel();
        TestVendor.route(camel, rb -> rb.from(uri())
                .routeId("flow")
                .process(told)
                .filter(exchange -> told.all().size() == 2)
                .process(exchange -> stuck.await()));

        soon().until(() -> !consumer(camel).getLastChange().isEmpty());

        assertThat(consumer(camel).getLastGoodPoll()).isEmpty();
        stuck.countDown();
        soon().until(() -> !consumer(camel).getLastGoodPoll().isEmpty());
    }

    /** Asks for all that JMX shows of the consumer. */
    private static List<String> attributes(DefaultCamelContext camel) throws Exception {
        MBeanServer server = camel.getManagementStrategy().getManagementAgent().getMBeanServer();
        ObjectName consumers = new ObjectName("*:type=consumers,context=" + camel.getManagementName() + ",*");
        ObjectName consumer = server.queryNames(consumers, null).iterator().next();
        List<String> names = Stream.of(server.getMBeanInfo(consumer).getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toList();
        assertThat(server.getAttributes(consumer, names.toArray(String[]::new))).hasSameSizeAs(names);
        return names;
    }

    private void flow(DefaultCamelContext camel, Told told) {
        flow(camel, told, "");
    }

    private void flow(DefaultCamelContext camel, Told told, String options) {
        TestVendor.route(camel, rb -> rb.from(uri() + options).routeId("flow").process(told));
    }

    private String uri() {
        return vendor.status() + "&stateStore=#orders";
    }

    private static StatusConsumer consumer(DefaultCamelContext camel) {
        return (StatusConsumer) camel.getRoute("flow").getConsumer();
    }
}
