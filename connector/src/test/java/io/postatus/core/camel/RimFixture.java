/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.poll.PollReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;

/** The component under test in its simulated world, and what its tests have in common. */
interface RimFixture {

    TestVendor vendor();

    /** The end of the route {@code flow}. */
    Told told();

    /** Empty before each test. */
    Path folder();

    /** The option for a state file. */
    default String stateFile() {
        return "&stateStore=sqlite:" + folder().resolve("positions.db");
    }

    default List<String> place(int orders) {
        return IntStream.range(0, orders).mapToObj(i -> vendor().place()).toList();
    }

    /** A context with the route {@code flow}, which polls. */
    default DefaultCamelContext poll(String options) {
        DefaultCamelContext camel = vendor().camel();
        poll(camel, vendor().status() + options);
        return camel;
    }

    default void poll(DefaultCamelContext camel, String uri) {
        TestVendor.route(camel, rb -> rb.from(uri).routeId("flow").process(told()));
    }

    static StatusConsumer consumer(DefaultCamelContext camel) {
        return (StatusConsumer) camel.getRoute("flow").getConsumer();
    }

    static boolean pollHasEnded(DefaultCamelContext camel) {
        PollReport report = consumer(camel).getProgress();
        return report != null && report.ended() == PollReport.Ended.DONE;
    }

    /** Three more polls read the orders and say nothing. */
    default void assertNothingFurtherIsTold(DefaultCamelContext camel) {
        soon().until(() -> pollHasEnded(camel));
        int before = told().all().size();
        int asked = vendor().polls();
        soon().until(() -> vendor().polls() > asked + 3);
        assertThat(told().all()).hasSize(before);
    }
}
