/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static io.postatus.partnercenter.TestPartnerCenter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.camel.PurchaseOrderConstants;
import io.postatus.core.camel.Told;
import io.postatus.core.http.AuthenticationException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.partnercenter.wire.Attachment;
import io.postatus.partnercenter.wire.AttachmentCollection;
import io.postatus.partnercenter.wire.AuditRecordCollection;
import io.postatus.partnercenter.wire.CustomerCollection;
import io.postatus.partnercenter.wire.Order;
import io.postatus.partnercenter.wire.OrderCollection;
import io.postatus.partnercenter.wire.ProvisioningStatusCollection;
import io.postatus.simulator.partnercenter.PartnerCenterOperation;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.ReviewOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users write: routes that are told changes, and that ask. */
class PartnerCenterRouteTest {

    private final TestPartnerCenter partner = new TestPartnerCenter();
    private final PartnerCustomer fabrikam = partner.tenant.customer("Fabrikam");
    private final Told told = new Told();
    private final DefaultCamelContext camel = partner.camel();
    private final ProducerTemplate template = camel.createProducerTemplate();

    @AfterEach
    void close() {
        partner.close();
    }

    @Test
    void uploadedPurchaseOrderArrivesAsAChange(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("po-4711.pdf"), "%PDF-1.7 purchase order 4711");
        String order = place(fabrikam);
        route(camel, rb -> rb.from(partner.rarely() + "&openOrderInterval=200ms")
                .process(told));
        assertThat(told.number(1).current().vendorStatus()).isEqualTo("pending_po_upload");
        assertThat(told.number(1).current().status()).hasToString("open");

        route(camel, rb -> rb.from("file:" + folder + "?initialDelay=0&delay=50")
                .setHeader("CamelPartnerCenterCustomerPrice", rb.constant("512.40"))
                .setHeader(PurchaseOrderConstants.ORDER_ID, rb.constant(fabrikam.id() + "/" + order))
                .to("partnercenter:uploadAttachment?currency=EUR")
                .to("mock:uploaded"));

        soon().until(() -> partner.requests(PartnerCenterOperation.UPLOAD_ATTACHMENT) == 1);
        PurchaseOrderChange change = told.number(2);
        assertThat(told.words()).containsExactly(order + " open", order + " in-review");
        assertThat(change.previous().vendorStatus()).isEqualTo("pending_po_upload");
        assertThat(change.current().vendorStatus()).isEqualTo("po_upload_complete");
        assertThat(change.current().id()).isEqualTo(fabrikam.id() + "/" + order);
    }

    @Test
    void ordersGivenByHandAreReadAtEveryPollWhateverTheirStatus() {
        String order = place(fabrikam);
        String other = place(fabrikam);
        fabrikam.review(order, ReviewOutcome.COMPLETED);
        route(camel, rb -> rb.from(partner.rarely() + "&orders=" + fabrikam.id() + "/" + order)
                .process(told));
        told.number(1);
        fabrikam.suspend(order);
        told.number(2);

        assertThat(told.words())
                .containsExactly(order + " completed", order + " suspended")
                .doesNotContain(other + " open");
        assertThat(partner.requests(PartnerCenterOperation.LIST_CUSTOMERS)).isZero();
        assertThat(partner.requests(PartnerCenterOperation.LIST_ORDERS)).isZero();
        assertThat(partner.requests(PartnerCenterOperation.LIST_AUDIT_RECORDS)).isZero();
    }

    @Test
    void onlyTheCustomersGivenAreLookedAt() {
        place(partner.tenant.customer("Adatum"));
        String order = place(fabrikam);
        route(camel, rb -> rb.from(
                        partner.rarely() + "&customers=" + fabrikam.id().toUpperCase(Locale.ROOT))
                .process(told));
        told.number(1);

        assertThat(told.words()).containsExactly(order + " open");
        assertThat(partner.requests(PartnerCenterOperation.LIST_CUSTOMERS)).isZero();
        assertThat(partner.requests(PartnerCenterOperation.LIST_ORDERS)).isEqualTo(1);
    }

    @Test
    void producersAnswerWithRecordsOfTheServicesOwnNames() {
        String id = place(fabrikam);
        Map<String, Object> asked = new HashMap<>();
        asked.put(PartnerCenterConstants.CUSTOMER_ID, fabrikam.id());
        asked.put(PartnerCenterConstants.ORDER_NUMBER, id);

        Order order =
                template.requestBodyAndHeaders("partnercenter:getOrder?includePrice=true", null, asked, Order.class);
        assertThat(order.status()).isEqualTo("pending_po_upload");
        assertThat(order.totalPrice()).isEqualByComparingTo("384.30");
        assertThat(order.lineItems().get(0).friendlyName()).isEqualTo("Access LTSC 2021");
        assertThat(template.requestBodyAndHeaders("partnercenter:getOrders", null, asked, OrderCollection.class)
                        .items())
                .extracting(Order::id)
                .containsExactly(id);
        assertThat(template.requestBody("partnercenter:getCustomers", null, CustomerCollection.class)
                        .items()
                        .get(0)
                        .companyProfile()
                        .companyName())
                .isEqualTo("Fabrikam");
        assertThat(template.requestBody("partnercenter:getAuditRecords", null, AuditRecordCollection.class)
                        .items()
                        .get(0)
                        .detail("OrderId"))
                .isEqualTo(id);
    }

    @Test
    void orderOfAnEventIsAskedForWithoutFurtherWords() {
        String id = place(fabrikam);

        assertThat(template.requestBodyAndHeader(
                                "partnercenter:getOrder",
                                null,
                                PurchaseOrderConstants.ORDER_ID,
                                fabrikam.id() + "/" + id,
                                Order.class)
                        .id())
                .isEqualTo(id);
    }

    @Test
    void attachmentsAreUploadedListedAndReadBack() {
        Map<String, Object> order = new HashMap<>();
        order.put(PurchaseOrderConstants.ORDER_ID, fabrikam.id() + "/" + place(fabrikam));
        order.put(Exchange.FILE_NAME, "inbox/po-4711.pdf");
        byte[] file = {'%', 'P', 'D', 'F', 0, (byte) 0xFF, '\r', '\n'};

        AttachmentCollection uploaded = template.requestBodyAndHeaders(
                "partnercenter:uploadAttachment?customerPrice=512.40&currency=EUR",
                file,
                order,
                AttachmentCollection.class);
        Attachment listed = template.requestBodyAndHeaders(
                        "partnercenter:getAttachments", null, order, AttachmentCollection.class)
                .items()
                .get(0);
        assertThat(uploaded.items()).containsExactly(listed);
        assertThat(listed.fileName()).isEqualTo("po-4711.pdf");
        assertThat(listed.attachmentType()).isEqualTo("POAttachment");
        assertThat(template.requestBodyAndHeaders(
                        "partnercenter:getAttachment?responseType=json&attachmentId=" + listed.attachmentId(),
                        null,
                        order,
                        byte[].class))
                .isEqualTo(file);
    }

    @Test
    void whatAnUploadLacksIsNamedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "partnercenter:uploadAttachment?currency=EUR&customerId=c&orderId=o",
                        "x",
                        Exchange.FILE_NAME,
                        "po.pdf"))
                .hasStackTraceContaining("set the header CamelPartnerCenterCustomerPrice or the option customerPrice");
        assertThatThrownBy(() -> template.requestBody(
                        "partnercenter:uploadAttachment?currency=EUR&customerPrice=1&customerId=c&orderId=o", "x"))
                .hasStackTraceContaining("set the header CamelFileName");
        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "partnercenter:uploadAttachment?currency=EUR&customerPrice=1&isPartOfTender=true&customerId=c&orderId=o",
                        "x",
                        Exchange.FILE_NAME,
                        "po.pdf"))
                .hasStackTraceContaining("tenderLink");
        assertThat(partner.simulator.partnerCenter().requests()).isEmpty();
    }

    @Test
    void pagesAreWalkedByTokenAndTheLastSaysSo() {
        List.of("Adatum", "Contoso Ltd", "Tailspin").forEach(partner.tenant::customer);
        Exchange first = template.send("partnercenter:getCustomers?size=3", exchange -> {});
        assertThat(first.getMessage().getHeader(PartnerCenterConstants.HAS_MORE))
                .isEqualTo(true);
        String token = first.getMessage().getHeader(PartnerCenterConstants.NEXT_TOKEN, String.class);

        Exchange last = template.send("partnercenter:getCustomers?size=3", exchange -> exchange.getMessage()
                .setHeader(PartnerCenterConstants.PAGE_TOKEN, token));
        assertThat(last.getMessage().getBody(CustomerCollection.class).items()).hasSize(1);
        assertThat(last.getMessage().getHeader(PartnerCenterConstants.HAS_MORE)).isEqualTo(false);
        assertThat(last.getMessage().getHeader(PartnerCenterConstants.NEXT_TOKEN))
                .isNull();
        assertThat(last.getMessage().getHeader(PartnerCenterConstants.STATUS_CODE))
                .isEqualTo(200);
        assertThat(last.getMessage().getHeader(PartnerCenterConstants.REQUEST_ID, String.class))
                .hasSize(36);
    }

    @Test
    void aPageTokenThatIsNoneIsRefused() {
        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "partnercenter:getCustomers", null, PartnerCenterConstants.PAGE_TOKEN, "/v1/secrets"))
                .hasStackTraceContaining("is not what CamelPartnerCenterNextToken of an answer was");
        assertThat(partner.simulator.partnerCenter().requests()).isEmpty();
    }

    @Test
    void provisioningStatusSpeaksForAUser() {
        String customerAndOrder = fabrikam.id() + "/" + place(fabrikam);
        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "partnercenter:getProvisioningStatus", null, PurchaseOrderConstants.ORDER_ID, customerAndOrder))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(AuthenticationException.class)
                .hasStackTraceContaining("set refreshToken");

        ProvisioningStatusCollection lines = template.requestBodyAndHeader(
                "partnercenter:getProvisioningStatus?refreshToken=RAW(" + partner.tenant.refreshToken() + ")",
                null,
                PurchaseOrderConstants.ORDER_ID,
                customerAndOrder,
                ProvisioningStatusCollection.class);
        assertThat(lines.items().get(0).status()).isEqualTo("prefulfillment_pending");
        assertThat(lines.items().get(0).quantityProvisioningInformation().get(0).quantity())
                .isEqualTo(3);
    }

    @Test
    void unknownOrderIsNotFound() {
        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "partnercenter:getOrder",
                        null,
                        PurchaseOrderConstants.ORDER_ID,
                        fabrikam.id() + "/000000000000"))
                .hasCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void theServicesOwnJsonIsTheBodyIfWanted() {
        place(fabrikam);
        assertThat(template.requestBody(
                        "partnercenter:getOrders?responseType=json&customerId=" + fabrikam.id(), null, String.class))
                .contains("\"totalCount\":1");
    }

    @Test
    void changesAreDetectedInOrdersThatSomebodyElseHasRead() {
        String order = place(fabrikam);
        route(camel, rb -> rb.from("direct:detect")
                .to("partnercenter:getOrder?responseType=json")
                .to("partnercenter:detectChange?subscription=sweep"));
        String id = fabrikam.id() + "/" + order;

        assertThat(detected(id)).isEqualTo(true);
        assertThat(detected(id)).isEqualTo(false);
        fabrikam.uploadPurchaseOrder(order);
        assertThat(detected(id)).isEqualTo(true);
    }

    private Object detected(String id) {
        return template.send("direct:detect", exchange -> exchange.getMessage()
                        .setHeader(PurchaseOrderConstants.ORDER_ID, id))
                .getMessage()
                .getHeader(PurchaseOrderConstants.CHANGED);
    }
}
