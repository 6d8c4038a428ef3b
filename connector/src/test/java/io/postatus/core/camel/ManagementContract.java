/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.RimFixture.consumer;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postatus.simulator.Fault;
import java.time.Duration;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What JMX shows of a consumer. */
interface ManagementContract extends RimFixture {

    @Test
    default void consumerShowsItsProgressItsFailureAndTheRateUsed() throws Exception {
        DefaultCamelContext camel = polled();
        ObjectName name = bean(camel, "type=consumers");

        assertThat(attribute(camel, name, "LastGoodPoll")).asString().isNotEmpty();
        assertThat(attribute(camel, name, "LastFailure")).isEqualTo("");
        assertThat(attribute(camel, name, "FailuresInARow")).isEqualTo(0L);
        assertThat((Long) attribute(camel, name, "RequestsSent")).isGreaterThan(1);
        assertThat(attribute(camel, name, "RequestsRefused")).isEqualTo(0L);
        for (String each : List.of("LastChange", "ReadUpTo")) {
            soon().untilAsserted(() ->
                    assertThat(attribute(camel, name, each)).as(each).asString().startsWith("20"));
        }
        assertThat(attribute(camel, name, "ReadUpToSince")).isInstanceOf(String.class);
        assertThat(attribute(camel, name, "Trouble")).isEqualTo("");
        for (String each : List.of(
                "SlicesPlanned",
                "SlicesClosed",
                "ChangesConfirmed",
                "Parked",
                "UnknownWords",
                "UnknownFields",
                "MissingFields")) {
            assertThat(attribute(camel, name, each)).as(each).isInstanceOf(Number.class);
        }
        assertThat(attribute(camel, bean(camel, "type=endpoints,name=\"" + vendor().scheme() + ":*\""), "Stream"))
                .isEqualTo(vendor().stream("default"));

        vendor().simulator.faults().always(Fault.ACCESS_DENIED);
        soon().until(() -> (long) attribute(camel, name, "FailuresInARow") > 0);
        assertThat(attribute(camel, name, "LastFailure")).asString().contains("denied access");
    }

    @Test
    default void driftIsReportedLineByLine() throws Exception {
        vendor().simulator.faults().always(Fault.UNKNOWN_FIELDS);
        DefaultCamelContext camel = polled();
        ObjectName name = bean(camel, "type=consumers");

        assertThat((long) attribute(camel, name, "UnknownFields")).isPositive();
        assertThat(server(camel).invoke(name, "driftReport", null, null))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .anySatisfy(line -> assertThat(line)
                        .matches("unknown-field " + vendor().unknownField()
                                + ": read \\d+ times since 20\\S+Z, first in order \\S+"));
    }

    /** Each would hold its poll in memory until confirmTimeout, which is half an hour. */
    @Test
    default void noAlarmOutlivesItsPoll() throws Exception {
        DefaultCamelContext camel = polled();
        for (int poll = 2; poll <= 6; poll++) {
            vendor().place();
            told().number(poll);
        }
        camel.getRouteController().suspendRoute("flow");

        List<ObjectName> ours = server(camel).queryNames(new ObjectName("*:type=threadpools,*"), null).stream()
                .filter(name -> name.toString().contains("context=" + camel.getManagementName()))
                .filter(name -> name.toString().contains("ContextResources"))
                .toList();
        assertThat(ours).isNotEmpty();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(ours)
                .allSatisfy(pool ->
                        assertThat(attribute(camel, pool, "TaskQueueSize")).hasToString("0")));
    }

    /** After a good poll. */
    private DefaultCamelContext polled() {
        DefaultCamelContext camel = poll("");
        vendor().place();
        told().number(1);
        soon().until(() -> !consumer(camel).getLastGoodPoll().isEmpty());
        return camel;
    }

    private static MBeanServer server(DefaultCamelContext camel) {
        return camel.getManagementStrategy().getManagementAgent().getMBeanServer();
    }

    static ObjectName bean(DefaultCamelContext camel, String keys) throws Exception {
        ObjectName pattern =
                new ObjectName("org.apache.camel:context=" + camel.getManagementName() + "," + keys + ",*");
        return server(camel).queryNames(pattern, null).iterator().next();
    }

    static Object attribute(DefaultCamelContext camel, ObjectName name, String attribute) {
        try {
            return server(camel).getAttribute(name, attribute);
        } catch (Exception e) {
            return e.toString();
        }
    }
}
