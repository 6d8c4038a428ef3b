/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.route;
import static io.postatus.amazonvendor.Told.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.simulator.Fault;
import java.util.Collection;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** R9: what a stream has given up on can be counted from outside, while it works and while it does not. */
class AmazonVendorParkedTest {

    @Test
    void parkedEntriesAreCountedForJmxAndHealthChecks() throws Exception {
        try (TestVendor vendor = new TestVendor()) {
            DefaultCamelContext camel = vendor.camel(AmazonVendorParkedTest::withHealth);
            vendor.place();
            vendor.simulator.faults().always(Fault.MISSING_FIELDS).names("purchaseOrderNumber");
            route(camel, rb -> rb.from(STATUS).routeId("flow").process(new Told()));
            StatusConsumer consumer = (StatusConsumer) camel.getRoute("flow").getConsumer();
            await().atMost(SOON).until(() -> consumer.getParked() == 1);
            assertThat(jmx(camel)).isEqualTo(1);

            vendor.simulator.faults().clear();
            vendor.simulator.faults().always(Fault.ACCESS_DENIED);
            await().atMost(SOON).untilAsserted(() -> assertThat(HealthCheckHelper.invokeReadiness(camel))
                    .filteredOn(result -> result.getState() == HealthCheck.State.DOWN)
                    .anySatisfy(result -> assertThat(result.getDetails()).containsEntry("parked", 1)));

            camel.stop();
            assertThat(consumer.getParked()).as("nobody can count any more").isEqualTo(-1);
        }
    }

    private static void withHealth(DefaultCamelContext camel) {
        HealthCheckRegistry registry = camel.getCamelContextExtension().getContextPlugin(HealthCheckRegistry.class);
        HealthCheckRepository consumers = (HealthCheckRepository) registry.resolveById("consumers");
        consumers.setEnabled(true);
        registry.register(consumers);
    }

    private static Object jmx(DefaultCamelContext camel) throws Exception {
        MBeanServer server = camel.getManagementStrategy().getManagementAgent().getMBeanServer();
        Collection<ObjectName> consumers =
                server.queryNames(new ObjectName("*:context=" + camel.getManagementName() + ",type=consumers,*"), null);
        return server.getAttribute(consumers.iterator().next(), "Parked");
    }
}
