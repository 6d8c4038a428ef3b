/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static io.postatus.simulator.amazon.VendorClient.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.amazon.VendorClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** getPurchaseOrders and getPurchaseOrder (reference, sections 6.1 and 6.2). */
class OrdersTest extends AmazonFixture {
    @Test
    void anOrderLooksAsDocumented() {
        String number = acme.place(order -> order.number("7QZ4K1MA").line("B0EXAMPLE1", 100));

        JsonNode order = client.get(ORDERS + "/" + number).body().path("payload");
        assertThat(order.path("purchaseOrderState").asText()).isEqualTo("New");
        JsonNode details = order.path("orderDetails");
        assertThat(details.path("purchaseOrderDate").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(details.path("shipWindow").asText()).isEqualTo("2026-03-05T10:00:00Z--2026-03-09T10:00:00Z");
        assertThat(details.has("purchaseOrderChangedDate")).isFalse();
        assertThat(details.at("/items/0/amazonProductIdentifier").asText()).isEqualTo("B0EXAMPLE1");
        assertThat(details.at("/items/0/netCost/amount").asText()).isEqualTo("12.50");
    }

    @Test
    void theStateFollowsTheLife() {
        String number = place();
        acme.accept(number);
        assertThat(client.get(ORDERS, "purchaseOrderState", "Acknowledged").numbers())
                .containsExactly(number);
        acme.close(number);
        assertThat(client.get(ORDERS, "purchaseOrderState", "Closed").numbers()).containsExactly(number);
    }

    @Test
    void onlyChangedOrdersAnswerToTheChangedRange() {
        String changed = place();
        place();
        clock.advance(Duration.ofHours(1));
        acme.changeQuantity(changed, 1, -100);

        assertThat(client.get(ORDERS, "changedAfter", DAY_START, "changedBefore", DAY_END)
                        .numbers())
                .containsExactly(changed);
        assertThat(client.get(ORDERS, "isPOChanged", "true").numbers()).containsExactly(changed);
        assertThat(client.get(ORDERS, "poItemState", "Cancelled").numbers()).containsExactly(changed);
    }

    @Test
    void withoutDetailsOnlyNumberAndStateAreShown() {
        place();

        assertThat(client.get(ORDERS, "includeDetails", "false").rows().get(0)).hasSize(2);
    }

    @Test
    void anUnknownNumberIsNotFoundAndTellsTheRate() {
        Reply reply = client.get(ORDERS + "/NOSUCHPO");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NotFound");
        assertThat(reply.header("x-amzn-RateLimit-Limit")).isEqualTo("10.0");
    }

    @Test
    void pagesAreFollowedToTheEnd() {
        for (int i = 0; i < 7; i++) {
            place();
        }
        assertThat(client.all(ORDERS, "limit", "2", "createdAfter", DAY_START, "createdBefore", DAY_END))
                .hasSize(7);
    }
}
