/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.http.AuthenticationException;
import io.postatus.simulator.Fault;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of Camel's polling options works, and what is refused with what to use instead. */
interface ScheduleContract extends RimFixture {

    @ParameterizedTest
    @CsvSource({
        "greedy=true, Use delay",
        "backoffMultiplier=2&backoffIdleThreshold=3, the stream pauses by itself",
        "backoffErrorThreshold=3, the stream pauses by itself",
        "scheduler=quartz, Use delay",
        "scheduler=spring, Use delay"
    })
    default void optionThatWouldFightTheLoopIsRefusedAtStart(String option, String instead) {
        DefaultCamelContext camel = vendor().camel();

        assertThatThrownBy(() -> route(
                        camel, rb -> rb.from(vendor().status() + "&" + option).process(told())))
                .hasStackTraceContaining(option.substring(0, option.indexOf('=')))
                .hasStackTraceContaining("cannot be used with " + vendor().scheme() + ":purchaseOrderStatus")
                .hasStackTraceContaining(instead);
    }

    @Test
    default void pollAndPollEnrichArePointedToTheProducer() {
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from("direct:ask").pollEnrich(vendor().status()));

        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody("direct:ask", ""))
                .hasStackTraceContaining("cannot be used with poll or pollEnrich")
                .hasStackTraceContaining("enrich and a producer operation of " + vendor().scheme());
        assertThatThrownBy(() -> camel.createConsumerTemplate().receive(vendor().status(), 100))
                .hasStackTraceContaining("cannot be used with poll or pollEnrich");
    }

    @Test
    default void repeatCountOfOnePollsOnce() {
        DefaultCamelContext camel = vendor().camel();
        vendor().place();
        route(camel, rb -> rb.from(vendor().status() + "&repeatCount=1")
                .routeId("flow")
                .process(told()));
        told().number(1);

        StatusConsumer consumer = (StatusConsumer) camel.getRoute("flow").getConsumer();
        soon().until(() -> !consumer.isSchedulerStarted());
        assertThat(vendor().polls()).isEqualTo(1);
    }

    @Test
    default void bridgedErrorHandlerHearsOfEachCauseOnceAndOfTheAccount() {
        List<Exchange> failures = new CopyOnWriteArrayList<>();
        vendor().simulator.faults().always(Fault.ACCESS_DENIED);
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> {
            rb.onException(AuthenticationException.class).handled(true).process(failures::add);
            rb.from(vendor().status() + "&bridgeErrorHandler=true")
                    .routeId("flow")
                    .process(told());
        });
        StatusConsumer consumer = (StatusConsumer) camel.getRoute("flow").getConsumer();
        soon().until(() -> consumer.getFailuresInARow() > 3);
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).getMessage().getHeaders())
                .containsEntry(PurchaseOrderConstants.ACCOUNT, "acme")
                .containsEntry(PurchaseOrderConstants.SOURCE, vendor().scheme());

        vendor().simulator.faults().always(Fault.REVOKED_TOKEN);
        vendor().simulator.faults().off(Fault.ACCESS_DENIED);
        soon().until(() -> failures.size() == 2);

        vendor().simulator.faults().clear();
        soon().until(() -> consumer.getFailuresInARow() == 0);
        vendor().simulator.faults().always(Fault.REVOKED_TOKEN);
        soon().until(() -> failures.size() == 3);
    }

    @Test
    default void masterPollsOnOneOfTwoContextsAndTheOtherGoesOn() throws Exception {
        DefaultCamelContext first = clustered();
        vendor().place();
        told().number(1);
        DefaultCamelContext second = clustered();
        vendor().place();
        told().number(2);
        vendor().assertOneToken();

        first.stop();
        vendor().place();
        told().number(3);
        assertThat(second.isStarted()).isTrue();
        assertThat(told().words()).doesNotHaveDuplicates();
    }

    private DefaultCamelContext clustered() throws Exception {
        FileLockClusterService locks = new FileLockClusterService();
        locks.setRoot(folder().resolve("locks").toString());
        locks.setAcquireLockDelay(50);
        locks.setAcquireLockDelayUnit(TimeUnit.MILLISECONDS);
        locks.setAcquireLockIntervalUnit(TimeUnit.MILLISECONDS);
        locks.setAcquireLockInterval(300);
        DefaultCamelContext camel = vendor().camel();
        camel.addService(locks);
        route(camel, rb -> rb.from("master:orders:" + vendor().status() + stateFile())
                .process(told()));
        return camel;
    }
}
