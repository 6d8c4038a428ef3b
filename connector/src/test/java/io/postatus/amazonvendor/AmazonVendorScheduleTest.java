/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.route;
import static io.postatus.amazonvendor.Told.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.postatus.core.camel.PurchaseOrderConstants;
import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.http.AuthenticationException;
import io.postatus.simulator.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of Camel's polling options works, and what is refused with what to use instead. */
class AmazonVendorScheduleTest {

    private final TestVendor vendor = new TestVendor();
    private final Told told = new Told();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        vendor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "greedy=true, Use delay",
        "backoffMultiplier=2&backoffIdleThreshold=3, the stream pauses by itself",
        "backoffErrorThreshold=3, the stream pauses by itself",
        "scheduler=quartz, Use delay",
        "scheduler=spring, Use delay"
    })
    void optionThatWouldFightTheLoopIsRefusedAtStart(String option, String instead) {
        DefaultCamelContext camel = vendor.camel();

        assertThatThrownBy(
                        () -> route(camel, rb -> rb.from(STATUS + "&" + option).process(told)))
                .hasStackTraceContaining(option.substring(0, option.indexOf('=')))
                .hasStackTraceContaining("cannot be used with amazonvendor:purchaseOrderStatus")
                .hasStackTraceContaining(instead);
    }

    @Test
    void pollAndPollEnrichArePointedToTheProducer() {
        DefaultCamelContext camel = vendor.camel();
        route(camel, rb -> rb.from("direct:ask").pollEnrich(STATUS));

        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody("direct:ask", ""))
                .hasStackTraceContaining("cannot be used with poll or pollEnrich")
                .hasStackTraceContaining("enrich and a producer operation of amazonvendor");
        assertThatThrownBy(() -> camel.createConsumerTemplate().receive(STATUS, 100))
                .hasStackTraceContaining("cannot be used with poll or pollEnrich");
    }

    @Test
    void repeatCountOfOnePollsOnce() {
        DefaultCamelContext camel = vendor.camel();
        vendor.place();
        route(camel, rb -> rb.from(STATUS + "&repeatCount=1").routeId("flow").process(told));
        told.number(1);

        StatusConsumer consumer = (StatusConsumer) camel.getRoute("flow").getConsumer();
        await().atMost(SOON).until(() -> !consumer.isSchedulerStarted());
        assertThat(vendor.statusRequests()).isEqualTo(1);
    }

    @Test
    void bridgedErrorHandlerHearsOfEachCauseOnceAndOfTheAccount() {
        List<Exchange> failures = new CopyOnWriteArrayList<>();
        vendor.simulator.faults().always(Fault.ACCESS_DENIED);
        DefaultCamelContext camel = vendor.camel();
        route(camel, rb -> {
            rb.onException(AuthenticationException.class).handled(true).process(failures::add);
            rb.from(STATUS.replace("delay=100", "delay=20") + "&bridgeErrorHandler=true")
                    .routeId("flow")
                    .process(told);
        });
        StatusConsumer consumer = (StatusConsumer) camel.getRoute("flow").getConsumer();
        await().atMost(SOON).until(() -> consumer.getFailuresInARow() > 3);
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).getMessage().getHeaders())
                .containsEntry(PurchaseOrderConstants.ACCOUNT, "acme")
                .containsEntry(PurchaseOrderConstants.SOURCE, "amazonvendor");

        vendor.simulator.faults().always(Fault.EXPIRED_SECRET);
        vendor.simulator.faults().off(Fault.ACCESS_DENIED);
        await().atMost(SOON).until(() -> failures.size() == 2);

        vendor.simulator.faults().clear();
        await().atMost(SOON).until(() -> consumer.getFailuresInARow() == 0);
        vendor.simulator.faults().always(Fault.EXPIRED_SECRET);
        await().atMost(SOON).until(() -> failures.size() == 3);
        assertThat(consumer.getLastFailure()).contains("clientSecret");
    }

    @Test
    void masterPollsOnOneOfTwoContextsAndTheOtherGoesOn() throws Exception {
        DefaultCamelContext first = clustered();
        vendor.place();
        told.number(1);
        DefaultCamelContext second = clustered();
        vendor.place();
        told.number(2);
        assertThat(vendor.simulator.amazon().tokenCalls()).as("only one polls").isEqualTo(1);

        first.stop();
        vendor.place();
        told.number(3);
        assertThat(second.isStarted()).isTrue();
        assertThat(told.words()).doesNotHaveDuplicates();
    }

    private DefaultCamelContext clustered() throws Exception {
        FileLockClusterService locks = new FileLockClusterService();
        locks.setRoot(folder.resolve("locks").toString());
        locks.setAcquireLockDelay(50);
        locks.setAcquireLockDelayUnit(TimeUnit.MILLISECONDS);
        locks.setAcquireLockIntervalUnit(TimeUnit.MILLISECONDS);
        locks.setAcquireLockInterval(300);
        DefaultCamelContext camel = vendor.camel();
        camel.addService(locks);
        String state = "&stateStore=sqlite:" + folder.resolve("positions.db");
        route(camel, rb -> rb.from("master:orders:" + STATUS + state).process(told));
        return camel;
    }
}
