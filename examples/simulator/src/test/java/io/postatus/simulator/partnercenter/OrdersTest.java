/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.partnercenter.PartnerClient.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders, all of a customer's at once or one by id (apis/partner-center-orders.md 6, 14). */
class OrdersTest extends PartnerFixture {
    @Test
    void anOrderIsFoundByItsIdAtOnceAndInTheListAfterAQuarterOfAnHour() {
        String id = place();
        assertThat(order(id).body().path("status").asText()).isEqualTo("pending_po_upload");
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(orders().items()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(orders().ids()).containsExactly(id);
    }

    @Test
    void changesAreListedLateToo() {
        String id = place();
        clock.advance(Duration.ofHours(1));
        fabrikam.cancel(id);

        assertThat(order(id).body().path("status").asText()).isEqualTo("cancelled");
        assertThat(orders().items().get(0).path("status").asText()).isEqualTo("pending_po_upload");
        clock.advance(Duration.ofMinutes(15));
        assertThat(orders().items().get(0)).isEqualTo(order(id).body());
    }

    @Test
    void theListIsACollectionWithoutNextLink() {
        place();
        clock.advance(Duration.ofHours(1));

        JsonNode body = orders().body();
        assertThat(body.path("totalCount").asInt()).isEqualTo(1);
        assertThat(body.at("/links/self/uri").asText()).isEqualTo("/customers/" + fabrikam.id() + "/orders");
        assertThat(body.at("/links/next").isMissingNode()).isTrue();
        assertThat(body.at("/attributes/objectType").asText()).isEqualTo("Collection");
    }

    @Test
    void anIdThatIsAGuidIsFoundInEitherCase() {
        String id = fabrikam.place(order -> order.line("Old plan", 5).shape(OrderShape.LEGACY));
        Reply reply = client.get("/customers/" + fabrikam.id().toUpperCase() + "/orders/" + id.toUpperCase());

        assertThat(reply.body().path("id").asText()).isEqualTo(id);
        assertThat(reply.body().at("/attributes/etag").asText()).isNotEmpty();
        assertThat(reply.body().has("alternateId")).isFalse();
    }

    @Test
    void pricesComeOnRequest() {
        String id = place();
        assertThat(order(id).body().has("totalPrice")).isFalse();

        JsonNode priced = client.get("/customers/" + fabrikam.id() + "/orders/" + id + "?include_price=true")
                .body();
        assertThat(priced.path("totalPrice").decimalValue()).isEqualByComparingTo("384.30");
        assertThat(priced.at("/lineItems/0/pricing/extendedPrice").decimalValue())
                .isEqualByComparingTo("384.30");
    }

    @Test
    void theListIsFiltered() {
        String once = place();
        String monthly = fabrikam.place(order ->
                order.line("Plan", 1).billingCycle(BillingCycle.MONTHLY).indirectReseller("42"));
        String renewal = fabrikam.place(order -> order.line("Plan", 1).systemPurchase());
        clock.advance(Duration.ofHours(1));

        assertThat(orders().ids()).containsExactly(once, monthly);
        assertThat(list("include_system_purchases=true")).containsExactly(once, monthly, renewal);
        for (String word : List.of("onetime", "OneTime", "one_time", "4")) {
            assertThat(list("billingType=" + word)).containsExactly(once);
        }
        assertThat(list("indirect_reseller_id=42")).containsExactly(monthly);
        assertThat(client.get("/customers/" + fabrikam.id() + "/orders?billingType=weekly")
                        .code())
                .isEqualTo("900126");
    }

    @Test
    void linksMayHaveTheVersionInFront() {
        try (Simulator other = Simulator.builder()
                .clock(clock)
                .partnerCenter(options -> options.linkStyle(LinkStyle.PREFIXED))
                .build()
                .start()) {
            PartnerTenant tenant = other.partnerCenter().tenant("contoso");
            String id = tenant.customer("Fabrikam").place(order -> order.line("Plan", 1));
            tenant.customer("Northwind");
            PartnerClient prefixed = new PartnerClient(other, tenant, false);

            assertThat(tenant.customer("Fabrikam")
                            .document(id)
                            .at("/links/self/uri")
                            .asText())
                    .startsWith("/v1/customers/");
            assertThat(prefixed.get("/customers?size=1")
                            .body()
                            .at("/links/next/uri")
                            .asText())
                    .isEqualTo("/v1/customers?size=1&seekOperation=Next");
            assertThat(prefixed.all("/customers?size=1")).hasSize(2);
        }
    }

    @Test
    void aNewCustomerHasNoOrders() {
        assertThat(orders().status()).isEqualTo(200);
        assertThat(orders().text()).contains("\"totalCount\":0,\"items\":[]");
    }

    @Test
    void theProvisioningStatusIsForUsersOnly() {
        String id = place();
        fabrikam.complete(id);
        String path = "/customers/" + fabrikam.id() + "/orders/" + id + "/provisioningstatus";
        assertThat(client.get(path).status()).isEqualTo(403);
        assertThat(client.get(path).code()).isEqualTo("900329");

        JsonNode body = new PartnerClient(simulator, contoso, true).get(path).body();
        assertThat(body.at("/items/0/status").asText()).isEqualTo("fulfilled");
        assertThat(body.has("links")).isFalse();
    }

    private List<String> list(String query) {
        return client.get("/customers/" + fabrikam.id() + "/orders?" + query).ids();
    }
}
