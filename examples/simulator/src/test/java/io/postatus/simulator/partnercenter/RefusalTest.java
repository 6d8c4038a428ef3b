/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.partnercenter.PartnerClient.Reply;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals and the headers of every answer (apis/partner-center-orders.md 3, 13). */
class RefusalTest extends PartnerFixture {
    @Test
    void aRefusalHasTheDocumentedBody() {
        Reply reply = order("unknown");

        assertThat(reply.text())
                .isEqualTo("{\"code\":\"20000\",\"description\":\"Order ID not found\",\"data\":[],"
                        + "\"source\":\"PartnerFD\"}");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertRefused(reply, 404, "20000");
    }

    @Test
    void aTokenIsNeededAndMustBeKnown() {
        String path = "/v1/customers";

        assertRefused(client.send("GET", path, null, "Authorization", "Basic abc"), 401, "800001");
        Reply unknown = client.send("GET", path, null, "Authorization", "Bearer forged");
        assertRefused(unknown, 401, "400");
        assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void customersHaveTheirOwnRefusals() {
        assertRefused(client.get("/customers/fabrikam/orders"), 400, "900118");
        assertRefused(client.get("/customers/" + UUID.randomUUID() + "/orders"), 404, "60003");
        assertRefused(client.get("/customers/" + UUID.randomUUID()), 404, "60003");

        String id = place();
        fabrikam.endRelationship();
        assertRefused(orders(), 403, "20002");
        assertRefused(order(id), 403, "20002");
        fabrikam.restore();
        fabrikam.refuse(403, "800073", "Customer is under review");
        assertRefused(orders(), 403, "800073");
        fabrikam.restore();
        assertThat(order(id).status()).isEqualTo(200);
    }

    @Test
    void anotherTenantsCustomerAndAnotherCustomersOrderAreUnknown() {
        String id = place();
        PartnerTenant other = simulator.partnerCenter().tenant("other");

        assertRefused(
                new PartnerClient(simulator, other, false).get("/customers/" + fabrikam.id() + "/orders"),
                404,
                "60003");
        String northwind = contoso.customer("Northwind").id();
        assertRefused(client.get("/customers/" + northwind + "/orders/" + id), 404, "20000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1//customers", "/v1/orders", "/v1/customers/x/orders/y/attachments/z", "/v1/webhooks/z"})
    void anUnknownPathIsNotFound(String path) {
        assertRefused(client.send("GET", path, null), 404, "1000");
        assertRefused(client.send("DELETE", "/v1/customers", null), 404, "1000");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        String path = "/customers/" + fabrikam.id() + "/orders";
        assertRefused(client.get(path + "?include_system_purchases=maybe"), 400, "800002");
        assertThat(client.get(path + "?include_system_purchases=True").status()).isEqualTo(200);
    }

    @Test
    void idsOfTheRequestAreEchoedAndMissingOnesAreMade() {
        String id = UUID.randomUUID().toString();
        Reply reply = client.get("/customers", "MS-RequestId", id, "MS-CorrelationId", "c-1");
        assertThat(reply.header("MS-RequestId")).isEqualTo(id);
        assertThat(reply.header("MS-CorrelationId")).isEqualTo("c-1");
        assertThat(simulator
                        .partnerCenter()
                        .requests(PartnerCenterOperation.LIST_CUSTOMERS)
                        .get(0)
                        .headers())
                .containsEntry("ms-requestid", id);

        Reply without = client.get("/customers");
        assertThat(without.header("MS-RequestId")).hasSize(36).isNotEqualTo(id);
        assertThat(without.header("MS-CorrelationId")).hasSize(36);
        assertThat(without.header("MS-CV")).isNotBlank();
        assertThat(without.header("MS-ServerId")).isNotBlank();
    }

    @Test
    void onRequestAnswersTellWhetherTheUserSignedInWithMoreThanAPassword() {
        assertThat(client.get("/customers", "ValidateMfa", "true").header("isMfaCompliant"))
                .isNull();
        assertThat(new PartnerClient(simulator, contoso, true)
                        .get("/customers", "ValidateMfa", "true")
                        .header("isMfaCompliant"))
                .isEqualTo("true");
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.body().path("description").isTextual()).isTrue();
    }
}
