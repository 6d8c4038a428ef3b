/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.RimFixture.consumer;
import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.poll.DriftKind;
import io.postatus.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Which changes are told, and how often. */
interface ChangeContract extends RimFixture {

    @Test
    default void lifeOfAnOrderIsToldOnceEach() {
        DefaultCamelContext camel = poll("");
        String number = vendor().place();
        PurchaseOrderChange first = told().number(1);
        assertThat(first.kind()).hasToString("first-seen");
        assertThat(first.current().purchaseOrderNumber()).isEqualTo(number);
        assertThat(first.current().status()).hasToString(vendor().life().get(0));
        assertNothingFurtherIsTold(camel);

        vendor().change(number);
        PurchaseOrderChange second = told().number(2);
        assertThat(second.kind()).hasToString("changed");
        assertThat(second.current().status()).hasToString(vendor().life().get(1));
        assertThat(second.previous().status()).hasToString(vendor().life().get(0));
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void returnToAnEarlierStateIsAChangeOfItsOwn() {
        poll("");
        String number = vendor().place();
        PurchaseOrderChange first = told().number(1);
        vendor().change(number);
        told().number(2);
        vendor().flipBack(number);

        PurchaseOrderChange back = told().number(3);
        List<String> life = vendor().life();
        assertThat(told().words())
                .containsExactly(number + " " + life.get(0), number + " " + life.get(1), number + " " + life.get(0));
        assertThat(back.eventId()).isNotEqualTo(first.eventId());
        assertThat(back.sequence()).isGreaterThan(told().number(2).sequence());
    }

    /** R3: downstream may have kept what its exchange failed on. */
    @Test
    default void changeThatWasToldButNotConfirmedIsTakenBack() {
        List<String> life = vendor().life();
        Processor failsOnTheChange = exchange -> {
            if (exchange.getMessage().getHeader(PurchaseOrderConstants.STATUS).equals(life.get(1))) {
                throw new IllegalStateException("stored, and then the connection broke");
            }
        };
        DefaultCamelContext camel = vendor().camel();
        route(
                camel,
                rb -> rb.from(vendor().status()).routeId("flow").process(told()).process(failsOnTheChange));
        String number = vendor().place();
        PurchaseOrderChange first = told().number(1);
        vendor().change(number);
        told().number(2);
        vendor().flipBackWithoutTrace(number);

        soon().until(() ->
                told().last().current().status().equals(first.current().status()));
        assertThat(told().words()).endsWith(number + " " + life.get(1), number + " " + life.get(0));
        assertThat(told().last().sequence()).isGreaterThan(told().number(2).sequence());
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void unknownWordsPassThroughAndAreReported() {
        vendor().simulator.faults().always(Fault.UNKNOWN_WORDS);
        String number = vendor().place();
        DefaultCamelContext camel = poll("");

        PurchaseOrderChange change = told().number(1);
        assertThat(change.current().purchaseOrderNumber()).isEqualTo(number);
        assertThat(change.current().vendorStatus()).isNotBlank();
        assertThat(change.current().document()).contains(change.current().vendorStatus());
        if (vendor().hasTableOfWords()) {
            assertThat(change.current().status()).hasToString("unknown");
            assertThat(consumer(camel).getDrift()).singleElement().satisfies(seen -> {
                assertThat(seen.kind()).isEqualTo(DriftKind.UNKNOWN_WORD);
                assertThat(seen.what()).endsWith("=" + change.current().vendorStatus());
                assertThat(seen.sample()).isEqualTo(change.current().id());
            });
            assertThat(consumer(camel).getUnknownWords()).isPositive();
        } else {
            assertThat(consumer(camel).getDrift()).isEmpty();
        }
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void unknownFieldsPassThroughAndAreReported() {
        vendor().simulator.faults().always(Fault.UNKNOWN_FIELDS);
        vendor().place();
        DefaultCamelContext camel = poll("");

        PurchaseOrderChange change = told().number(1);
        assertThat(change.current().document()).contains(vendor().unknownField());
        assertThat(consumer(camel).getUnknownFields()).isPositive();
        assertThat(consumer(camel).getDrift())
                .as("one of the order itself, and of others within it what they are")
                .hasSizeGreaterThan(1)
                .allSatisfy(seen -> assertThat(seen.kind()).isEqualTo(DriftKind.UNKNOWN_FIELD))
                .filteredOn(seen -> seen.what().equals(vendor().unknownField()))
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.sample()).isEqualTo(change.current().id()));
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void requiredFieldsThatAreMissingAreReportedAndNoChange() {
        vendor().place();
        DefaultCamelContext camel = poll("");
        PurchaseOrderChange change = told().number(1);
        assertThat(consumer(camel).getDrift()).isEmpty();

        vendor().simulator.faults().always(Fault.MISSING_FIELDS).names(vendor().requiredField());
        vendor().place();
        told().number(2);
        soon().until(() -> consumer(camel).getMissingFields() > 0);
        assertThat(consumer(camel).getDrift()).singleElement().satisfies(seen -> {
            assertThat(seen.kind()).isEqualTo(DriftKind.MISSING_FIELD);
            assertThat(seen.what()).isEqualTo(vendor().requiredField());
            assertThat(seen.orders()).isPositive();
            assertThat(told().all())
                    .extracting(told -> told.current().id())
                    .contains(change.current().id(), seen.sample());
        });
        assertNothingFurtherIsTold(camel);
    }

    /** R11: absence is no change. */
    @Test
    default void missingOptionalFieldsAreNoChange() {
        vendor().change(vendor().place());
        DefaultCamelContext camel = poll("");
        told().number(1);

        vendor().simulator.faults().always(Fault.MISSING_FIELDS);
        assertNothingFurtherIsTold(camel);
        assertThat(consumer(camel).getDrift()).isEmpty();
        vendor().simulator.faults().clear();
        assertNothingFurtherIsTold(camel);
    }

    /** The memory is bounded by what is read and not yet confirmed, whatever the service has. */
    @Test
    default void readingPausesUntilChangesAreConfirmed() {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        int many = vendor().moreThanOnePage();
        place(many);
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> {
            rb.from(vendor().status() + "&maxUnconfirmed=1")
                    .routeId("flow")
                    .process(exchange -> underWay.incrementAndGet())
                    .to("seda:slow?waitForTaskToComplete=Never");
            rb.from("seda:slow").process(exchange -> slow.await()).process(told());
        });

        soon().until(() -> underWay.get() > 0);
        await().during(Duration.ofMillis(700)).until(() -> underWay.get() <= many / 2);
        assertThat(consumer(camel).getPendingExchangesSize()).isEqualTo(underWay.get());
        slow.countDown();
        told().number(many);
        assertThat(told().words()).hasSize(many).doesNotHaveDuplicates();
    }
}
