/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.assertNoSecret;
import static io.postatus.amazonvendor.TestVendor.route;
import static io.postatus.amazonvendor.Told.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.simulator.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What JMX shows of a consumer, with the credentials in the URI, where they are most in danger. */
class AmazonVendorManagementTest {

    private final TestVendor vendor = new TestVendor();
    private final Told told = new Told();
    private DefaultCamelContext camel;

    @BeforeEach
    void open() {
        camel = vendor.camel();
        route(camel, rb -> rb.from(STATUS + "&clientId=" + vendor.account.clientId() + "&clientSecret=RAW("
                        + vendor.account.clientSecret() + ")&refreshToken=RAW(" + vendor.account.refreshToken() + ")")
                .routeId("flow")
                .process(told));
        vendor.place();
        told.number(1);
        await().atMost(SOON).until(() -> !consumer().getLastGoodPoll().isEmpty());
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void consumerShowsItsProgressItsFailureAndTheRateUsed() throws Exception {
        ObjectName name = only("*:type=consumers,*");

        assertThat(attribute(name, "LastGoodPoll")).asString().isNotEmpty();
        assertThat(attribute(name, "LastFailure")).isEqualTo("");
        assertThat(attribute(name, "FailuresInARow")).isEqualTo(0L);
        assertThat((Long) attribute(name, "RequestsSent")).isGreaterThan(1);
        assertThat(attribute(name, "RequestsRefused")).isEqualTo(0L);
        for (String each : List.of("SlicesPlanned", "SlicesClosed", "ChangesConfirmed")) {
            assertThat(attribute(name, each)).as(each).isInstanceOf(Number.class);
        }
        assertThat(attribute(only("*:type=endpoints,name=\"amazonvendor:*\",*"), "Stream"))
                .isEqualTo("amazonvendor/acme/default");

        vendor.simulator.faults().always(Fault.ACCESS_DENIED);
        await().atMost(SOON).until(() -> (long) attribute(name, "FailuresInARow") > 0);
        assertThat(attribute(name, "LastFailure")).asString().contains("denied access");
    }

    /** Each would hold its poll in memory until confirmTimeout, which is half an hour. */
    @Test
    void noAlarmOutlivesItsPoll() throws Exception {
        for (int poll = 2; poll <= 6; poll++) {
            vendor.place();
            told.number(poll);
        }
        camel.getRouteController().suspendRoute("flow");

        List<ObjectName> ours = server().queryNames(new ObjectName("*:type=threadpools,*"), null).stream()
                .filter(name -> name.toString().contains("context=" + camel.getManagementName()))
                .filter(name -> name.toString().contains("ContextResources"))
                .toList();
        assertThat(ours).isNotEmpty();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(ours)
                .allSatisfy(pool -> assertThat(attribute(pool, "TaskQueueSize")).hasToString("0")));
    }

    @Test
    void noSecretIsInANameAnAttributeOrAnEndpointAsText() throws Exception {
        vendor.simulator.faults().always(Fault.EXPIRED_SECRET);
        await().atMost(SOON).until(() -> consumer().getFailuresInARow() > 0);
        List<String> shown = new ArrayList<>();
        for (ObjectName name : server().queryNames(new ObjectName("org.apache.camel:*"), null)) {
            shown.add(name.toString());
            for (MBeanAttributeInfo attribute : server().getMBeanInfo(name).getAttributes()) {
                shown.add(name + " " + attribute.getName() + " " + attribute(name, attribute.getName()));
            }
        }
        camel.getEndpoints().stream().map(Endpoint::toString).forEach(shown::add);
        shown.add(consumer().toString());
        shown.add(consumer().getEndpoint().getConfiguration().toString());

        assertThat(shown).hasSizeGreaterThan(100);
        assertNoSecret(shown);
    }

    private StatusConsumer consumer() {
        return (StatusConsumer) camel.getRoute("flow").getConsumer();
    }

    private MBeanServer server() {
        return camel.getManagementStrategy().getManagementAgent().getMBeanServer();
    }

    private ObjectName only(String pattern) throws Exception {
        return server().queryNames(new ObjectName(pattern), null).stream()
                .filter(name -> name.toString().contains("context=" + camel.getManagementName()))
                .filter(name ->
                        name.toString().contains("Status") || name.toString().contains("amazonvendor"))
                .findFirst()
                .orElseThrow();
    }

    private Object attribute(ObjectName name, String attribute) {
        try {
            return server().getAttribute(name, attribute);
        } catch (Exception e) {
            return e.toString();
        }
    }
}
