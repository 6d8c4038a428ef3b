/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static io.postatus.simulator.partnercenter.PartnerCenterOperation.GET_ORDER;
import static io.postatus.simulator.partnercenter.PartnerCenterOperation.LIST_CUSTOMERS;
import static io.postatus.simulator.partnercenter.PartnerCenterOperation.LIST_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts are customers; pages of two customers. */
class PartnerCenterSweepSourceTest extends SweepSourceContract<PartnerScene> {
    private static final List<String> NAMES = List.of("Fabrikam", "Northwind", "Tailspin", "Wingtip", "Woodgrove");

    PartnerCenterSweepSourceTest() {
        super(new PartnerScene());
    }

    @Override
    List<String> smallPages() {
        return List.of("pageSize", "2");
    }

    /** Two for each customer. */
    @Override
    List<String> placeEverywhere() {
        List<String> orders = new ArrayList<>();
        for (String name : NAMES) {
            orders.add(PartnerScene.place(scene.tenant.customer(name)));
            orders.add(PartnerScene.place(scene.tenant.customer(name)));
        }
        return orders;
    }

    @Override
    int breakAPart() {
        scene.tenant.customer("Tailspin").refuse(403, "800073", "The customer is under review.");
        return 8;
    }

    @Override
    void mend() {
        scene.tenant.customers().forEach(PartnerCustomer::restore);
    }

    @Override
    List<RecordedRequest> ordersRead() {
        return scene.requests(GET_ORDER);
    }

    /** With a page without customers between, which is no reason to stop. */
    @Test
    void everyPageOfCustomersIsReadAndEveryOrderByItsId() throws Exception {
        List<String> orders = placeEverywhere();
        scene.simulator
                .faults()
                .next(Fault.EMPTY_PAGE_WITH_TOKEN)
                .forOperation(LIST_CUSTOMERS)
                .onPage(2);

        sweep(sweepSource());

        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(scene.requests(LIST_CUSTOMERS))
                .as("pages of 2, 0, 2 and 1")
                .hasSize(4)
                .allSatisfy(page -> assertThat(page.status()).isEqualTo(200));
        assertThat(scene.requests(LIST_ORDERS)).hasSize(5);
        assertThat(ordersRead()).hasSize(10);
    }

    @Test
    void anOrderThatCannotBeReadCostsNoOther() throws Exception {
        List<String> orders = placeEverywhere();
        scene.simulator.faults().next(Fault.ACCESS_DENIED).forOperation(GET_ORDER);
        try (LogLines log = LogLines.captured()) {
            sweep(sweepSource());

            assertThat(told).hasSize(orders.size() - 1);
            assertThat(log.of("io.postatus.sweep"))
                    .singleElement()
                    .asString()
                    .contains("order " + orders.get(0) + " could not be read")
                    .contains("403");
        }
        sweepAgain();
        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
    }

    @Test
    void customersThatCannotBeListedAreReportedAndReadNextTime() throws Exception {
        List<String> orders = placeEverywhere();
        scene.simulator
                .faults()
                .next(Fault.ACCESS_DENIED)
                .forOperation(LIST_CUSTOMERS)
                .onPage(2);
        try (LogLines log = LogLines.captured()) {
            sweep(sweepSource());

            assertThat(told).hasSize(4);
            assertThat(log.of("io.postatus.sweep"))
                    .singleElement()
                    .asString()
                    .contains("the list of customers could not be read to the end");
        }
        sweepAgain();
        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
    }

    @Test
    void aPageThatNamesItselfAsTheNextIsNotReadForEver() throws Exception {
        placeEverywhere();
        scene.simulator
                .faults()
                .always(Fault.REPEATED_TOKEN)
                .forOperation(LIST_CUSTOMERS)
                .onPage(2);
        try (LogLines log = LogLines.captured()) {
            sweep(sweepSource());
            assertThat(log.of("io.postatus.sweep")).singleElement().asString().contains("the same page again");
        }
        assertThat(scene.requests(LIST_CUSTOMERS)).hasSize(2);
    }
}
