/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.camel.PurchaseOrderConstants;
import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.camel.Told;
import io.postatus.core.poll.PollReport;
import io.postatus.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways in which Amazon differs from its documentation, apis/amazon-vendor-orders.md 5.4, 5.5, 8 and 12; one test each. */
class AmazonVendorQuirksTest {

    private final TestAmazonVendor vendor = new TestAmazonVendor();
    private final Told told = new Told();
    private DefaultCamelContext camel;

    @BeforeEach
    void open() {
        camel = vendor.camel();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void emptyPageWithATokenIsNotTheLast() {
        List<String> numbers = place(120);
        vendor.simulator.faults().always(Fault.EMPTY_PAGE_WITH_TOKEN).onPage(1);
        poll();

        told.number(120);
        assertToldOnceEach(numbers);
    }

    @Test
    void transientBadRequestMidPagingIsTriedAgain() {
        List<String> numbers = place(120);
        vendor.simulator.faults().next(Fault.TRANSIENT_BAD_REQUEST);
        poll();

        told.number(120);
        assertToldOnceEach(numbers);
        assertThat(consumer().getLastFailure()).isEmpty();
    }

    @Test
    void repeatedTokenEndsTheReadingAndLeavesTheTimeOpen() {
        place(120);
        vendor.simulator.faults().always(Fault.REPEATED_TOKEN);
        poll();

        soon().until(() -> warned("token"));
        int asked = vendor.polls();
        assertThat(asked).as("no endless paging").isLessThan(100);
        vendor.simulator.faults().clear();
        told.number(120);
        assertThat(told.words()).doesNotHaveDuplicates();
    }

    @Test
    void ignoredFilterLeavesTheTimeOpenAndChangesAreToldAllTheSame() {
        Instant old = Instant.now().minus(Duration.ofDays(20));
        String ancient =
                vendor.account.place(order -> order.line("B0EXAMPLE1", 100).createdAt(old));
        String young = vendor.place();
        vendor.simulator.faults().always(Fault.IGNORED_FILTER);
        poll();

        told.number(1);
        soon().until(() -> warned("the service ignored the filter: order " + ancient));
        assertThat(told.words()).contains(young + " open").doesNotHaveDuplicates();
    }

    @Test
    void ignoredStatusFilterIsAppliedHere() {
        vendor.simulator.faults().always(Fault.IGNORED_FILTER).names("purchaseOrderStatus");
        String open = vendor.place();
        String closed = vendor.place();
        vendor.account.reject(closed);
        poll("&purchaseOrderStatus=CLOSED");

        told.number(1);
        assertNothingFurtherIsTold();
        assertThat(told.words()).containsExactly(closed + " rejected").doesNotContain(open + " open");
    }

    @Test
    void missingOptionalFieldsAreNoChange() {
        String number = vendor.place();
        vendor.account.receive(number, 1, 10);
        poll();
        told.number(1);

        vendor.simulator.faults().always(Fault.MISSING_FIELDS);
        assertNothingFurtherIsTold();
        vendor.simulator.faults().clear();
        assertNothingFurtherIsTold();
    }

    @Test
    void entryThatBecomesVisibleLateIsTold() {
        poll();
        soon().until(() -> vendor.polls() > 2);
        vendor.simulator.faults().next(Fault.LATE_VISIBILITY).delay(Duration.ofSeconds(2));
        String late = vendor.place();
        vendor.simulator.faults().clear();
        String punctual = vendor.place();

        told.number(2);
        assertThat(told.words()).containsExactly(punctual + " open", late + " open");
        assertThat(told.number(2).current().lastUpdated())
                .isBeforeOrEqualTo(told.number(1).current().lastUpdated());
    }

    /** The window of updates has moved on when the receipt comes, so only a look at all orders by creation shows it. */
    @Test
    void receiptThatDoesNotMoveTheUpdateTimeIsSeenByTheSweepOnly() {
        String number = vendor.account.place(
                order -> order.line("B0EXAMPLE1", 100).createdAt(Instant.now().minus(Duration.ofHours(2))));
        Told swept = new Told();
        poll();
        route(camel, rb -> rb.from("direct:sweep")
                .to("amazonvendor:getPurchaseOrdersStatus?responseType=json")
                .split()
                .jsonpathWriteAsString("$.payload.ordersStatus[*]")
                .to("amazonvendor:detectChange?subscription=sweep")
                .filter(rb.header(PurchaseOrderConstants.CHANGED))
                .process(swept));
        sweep();
        assertThat(swept.words()).containsExactly(number + " open");

        vendor.account.receive(number, 1, 40);
        assertNothingFurtherIsTold();
        assertThat(told.all()).isEmpty();
        sweep();
        assertThat(swept.number(2).current().purchaseOrderNumber()).isEqualTo(number);
        assertThat(swept.number(2).kind()).hasToString("changed");
        assertThat(swept.number(2).current().status()).hasToString("partially-received");
    }

    private void sweep() {
        Instant now = Instant.now();
        camel.createProducerTemplate().send("direct:sweep", exchange -> {
            exchange.getMessage().setHeader(AmazonVendorConstants.CREATED_AFTER, now.minus(Duration.ofDays(1)));
            exchange.getMessage().setHeader(AmazonVendorConstants.CREATED_BEFORE, now);
        });
    }

    private List<String> place(int orders) {
        return IntStream.range(0, orders).mapToObj(i -> vendor.place()).toList();
    }

    private void poll() {
        poll("");
    }

    private void poll(String options) {
        route(camel, rb -> rb.from(vendor.status() + options).routeId("flow").process(told));
    }

    private StatusConsumer consumer() {
        return (StatusConsumer) camel.getRoute("flow").getConsumer();
    }

    private boolean warned(String words) {
        return vendor.log.warnings().stream().anyMatch(line -> line.contains(words));
    }

    private void assertToldOnceEach(List<String> numbers) {
        assertNothingFurtherIsTold();
        assertThat(told.words())
                .containsExactlyInAnyOrderElementsOf(
                        numbers.stream().map(number -> number + " open").toList());
    }

    private void assertNothingFurtherIsTold() {
        soon().until(() ->
                consumer().getProgress() != null && consumer().getProgress().ended() == PollReport.Ended.DONE);
        int before = told.all().size();
        int asked = vendor.polls();
        soon().until(() -> vendor.polls() > asked + 3);
        assertThat(told.all()).hasSize(before);
    }
}
