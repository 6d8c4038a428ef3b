/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.partnercenter.PartnerCenterOperation;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.PartnerTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A partner of Microsoft's with customers. */
final class PartnerScene extends Scene {
    final PartnerTenant tenant = simulator.partnerCenter().tenant("contoso");
    final PartnerCustomer customer = tenant.customer("Fabrikam");

    PartnerScene() {
        super(Simulator.builder()
                .partnerCenter(options -> options.listLag(Duration.ZERO).ratePerMinute(60_000)));
    }

    @Override
    String scheme() {
        return "partnercenter";
    }

    @Override
    Map<String, String> connection() {
        return Map.of(
                "tenant", tenant.tenantId(),
                "clientId", tenant.clientId(),
                "clientSecret", tenant.clientSecret(),
                "requestsPerMinute", "500",
                "baseUrl", tenant.baseUrl().toString(),
                "tokenUrl", tenant.tokenUrl().toString());
    }

    @Override
    void lockOut() {
        tenant.rotateSecret();
        simulator.partnerCenter().forgetTokens(tenant);
    }

    @Override
    String place() {
        return place(customer);
    }

    static String place(PartnerCustomer customer) {
        return customer.id() + "/" + customer.place(order -> order.line("Access LTSC 2021", 3));
    }

    @Override
    String statusOfNewOrders() {
        return "open";
    }

    /** No change has a date; the consumer looks at open orders every five minutes. */
    @Override
    String changeSilently(String id) {
        customer(id).complete(order(id));
        return "completed";
    }

    PartnerCustomer customer(String id) {
        return tenant.customer(id.replaceAll("/.*", ""));
    }

    static String order(String id) {
        return id.replaceAll(".*/", "");
    }

    @Override
    List<String> parametersFor(String id) {
        return List.of("customerId", customer(id).id(), "orderId", order(id));
    }

    @Override
    Map<String, Object> headersFor(String id) {
        return Map.of(
                "CamelPartnerCenterCustomerId", customer(id).id(),
                "CamelPartnerCenterOrderId", order(id));
    }

    @Override
    String idIn(JsonNode answer) {
        assertThat(answer.at("/lineItems")).isNotEmpty();
        return answer.at("/referenceCustomerId").asText() + "/"
                + answer.at("/id").asText();
    }

    @Override
    String unknownId() {
        return customer.id() + "/0123456789ab";
    }

    List<RecordedRequest> requests(PartnerCenterOperation operation) {
        return simulator.partnerCenter().requests(operation);
    }
}
