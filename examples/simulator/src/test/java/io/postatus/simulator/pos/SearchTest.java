/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.pos.PosClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Search and GET by id, the two operations a poller needs (sections 4.1, 4.2 and 10). */
class SearchTest extends PosFixture {
    @Test
    void anOrderIsFoundByTheMinuteOfItsLastUpdateAndFetchedById() {
        String id = place();
        clock.advance(Duration.ofMinutes(31));
        tickets.pay(id);

        assertThat(client.search(window("2026-03-02T10:00", "2026-03-02T10:30")).ids())
                .isEmpty();
        assertThat(client.search(window("2026-03-02T10:31", "2026-03-02T10:31")).ids())
                .containsExactly(id);
        JsonNode order = client.one(id).body();
        assertThat(order.path("PaymentStatus").asText()).isEqualTo("Paid");
        assertThat(order).isEqualTo(tickets.document(id));
    }

    @Test
    void theEnvelopeCountsRowsAndPages() {
        place();
        place();
        place();

        Reply reply = client.search("{\"ItemsPerPage\": 2, \"Page\": 2}");
        assertThat(reply.rows()).hasSize(1);
        assertThat(reply.text()).endsWith("\"Page\":2,\"TotalPages\":2,\"Records\":3,\"Meta\":null}");
    }

    @Test
    void nothingFoundIsAnEmptyPageWithoutPages() {
        assertThat(today().text()).isEqualTo("{\"Items\":[],\"Page\":1,\"TotalPages\":0,\"Records\":0,\"Meta\":null}");
    }
}
