/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static io.postatus.partnercenter.TestPartnerCenter.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.camel.Told;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.simulator.Fault;
import io.postatus.simulator.partnercenter.OrderStatus;
import io.postatus.simulator.partnercenter.PartnerCenterOperation;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.ReviewOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways of Partner Center that a trusting reader falls for, apis/partner-center-orders.md; one test each. */
class PartnerCenterQuirksTest {

    private TestPartnerCenter partner = new TestPartnerCenter();
    private final Told told = new Told();

    @AfterEach
    void close() {
        partner.close();
    }

    @Test
    void purchaseOrderThatWasUploadedIsUnderReviewAndGoesOnBeingWatched() {
        PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
        String order = place(fabrikam);
        fabrikam.uploadPurchaseOrder(order);
        poll("");
        told.number(1);
        fabrikam.review(order, ReviewOutcome.REJECTED);
        told.number(2);

        assertThat(told.words()).containsExactly(order + " in-review", order + " rejected");
    }

    @Test
    void listThatIsLateTellsNothingByItself() {
        partner.close();
        partner = new TestPartnerCenter(builder -> {});
        PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
        String order = place(fabrikam);
        poll("&activityLog=true&customers=" + fabrikam.id());
        fabrikam.uploadPurchaseOrder(order);
        asks(PartnerCenterOperation.LIST_ORDERS, 3);

        assertThat(told.all()).as("the list is a quarter of an hour behind").isEmpty();
    }

    @Test
    void finalOrderThatIsSuspendedAllTheSameShowsInTheList() {
        PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
        String order = place(fabrikam);
        fabrikam.complete(order);
        poll("&customerInterval=300ms&activityLog=false");
        told.number(1);
        fabrikam.suspend(order);
        told.number(2);
        fabrikam.cancel(order);
        told.number(3);

        assertThat(told.words()).containsExactly(order + " completed", order + " suspended", order + " cancelled");
    }

    @Test
    void oldOrdersAreTakenInSilentlyAndTheirNextChangeComesWithWhatWasBefore() {
        PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
        String order = fabrikam.place(draft ->
                draft.line("Access LTSC 2021", 3).createdAt(Instant.now().minus(Duration.ofDays(20))));
        poll("&customerInterval=300ms&activityLog=false");
        asks(PartnerCenterOperation.LIST_ORDERS, 2);
        assertThat(told.all()).isEmpty();

        fabrikam.uploadPurchaseOrder(order);
        PurchaseOrderChange change = told.number(1);
        assertThat(change.kind()).hasToString("changed");
        assertThat(change.previous().vendorStatus()).isEqualTo("pending_po_upload");
    }

    @Test
    void newOrderShowsInTheActivityLogBeforeItDoesInTheList() {
        partner.close();
        partner = new TestPartnerCenter(builder -> {});
        List<PartnerCustomer> customers = List.of("A", "B", "C", "D", "E").stream()
                .map(partner.tenant::customer)
                .toList();
        poll("");
        asks(PartnerCenterOperation.LIST_AUDIT_RECORDS, 1);
        String order = place(customers.get(3));

        assertThat(told.number(1).current().purchaseOrderNumber()).isEqualTo(order);
        assertThat(told.number(1).kind()).hasToString("first-seen");
    }

    @Test
    void customerThatLeftDoesNotStopTheOthersAndIsLeftAlone() {
        PartnerCustomer gone = partner.tenant.customer("Gone");
        PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
        place(gone);
        gone.refuse(403, "20002", "Partner has no commerce relationship with customer");
        String order = place(fabrikam);
        poll("&activityLog=false");
        told.number(1);
        fabrikam.uploadPurchaseOrder(order);
        told.number(2);
        asks(PartnerCenterOperation.GET_ORDER, 6);

        assertThat(told.words()).containsExactly(order + " open", order + " in-review");
        assertThat(partner.simulator.partnerCenter().requests(PartnerCenterOperation.LIST_ORDERS).stream()
                        .filter(request -> request.status() == 403))
                .hasSize(1);
        assertThat(partner.log.warnings()).anyMatch(line -> line.contains("20002"));
    }

    @Test
    void cloudWithoutAnActivityLogHasNoGap() {
        partner.close();
        partner = new TestPartnerCenter(builder ->
                builder.partnerCenter(options -> options.activityLog(false).listLag(Duration.ZERO)));
        PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
        String order = place(fabrikam);
        poll("&cloud=china");
        told.number(1);

        assertThat(told.words()).containsExactly(order + " open");
        assertThat(partner.requests(PartnerCenterOperation.LIST_AUDIT_RECORDS)).isZero();
        assertThat(partner.log.warnings()).noneMatch(line -> line.contains("stays open") || line.contains("are lost"));
    }

    @Test
    void orderThatIsNotFoundYetIsNotTaken() {
        PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
        String order = place(fabrikam);
        partner.simulator.faults().next(Fault.NOT_YET_FOUND);
        poll("&orders=" + fabrikam.id() + "/" + order);

        assertThat(told.number(1).current().purchaseOrderNumber()).isEqualTo(order);
    }

    @Test
    void unknownWordsPassThroughAndAreWatched() {
        PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
        String order = place(fabrikam);
        fabrikam.become(order, "po_on_hold");
        poll("");
        assertThat(told.number(1).current().status()).hasToString("unknown");
        assertThat(told.number(1).current().vendorStatus()).isEqualTo("po_on_hold");

        fabrikam.become(order, OrderStatus.COMPLETED);
        assertThat(told.number(2).current().status()).hasToString("completed");
    }

    @Test
    void missingFieldsAreNoChange() {
        String order = place(partner.tenant.customer("Fabrikam"));
        poll("");
        told.number(1);
        partner.simulator.faults().always(Fault.MISSING_FIELDS).names("billingCycle", "lineItems", "status");
        asks(PartnerCenterOperation.GET_ORDER, 3);
        partner.simulator.faults().clear();
        asks(PartnerCenterOperation.GET_ORDER, 3);

        assertThat(told.words()).containsExactly(order + " open");
    }

    private void poll(String options) {
        String uri = partner.rarely() + "&openOrderInterval=200ms" + options;
        DefaultCamelContext camel = partner.camel();
        route(camel, rb -> rb.from(uri).routeId("flow").process(told));
        assertThat(camel.getRoute("flow").getConsumer()).isInstanceOf(StatusConsumer.class);
    }

    /** So many requests more. */
    private void asks(PartnerCenterOperation operation, int more) {
        int before = partner.requests(operation);
        soon().until(() -> partner.requests(operation) >= before + more);
    }
}
