/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.partnercenter.PartnerClient.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The activity log (apis/partner-center-orders.md 10). */
class AuditTest extends PartnerFixture {
    @Test
    void whatThePartnerDoesIsLoggedNewestFirstAndWhatMicrosoftDoesIsNot() throws IOException {
        String id = place();
        clock.advance(Duration.ofMinutes(1));
        upload(id);
        fabrikam.review(id, ReviewOutcome.COMPLETED);
        clock.advance(Duration.ofMinutes(1));
        fabrikam.suspend(id);

        List<JsonNode> records = client.get("/auditrecords").items();
        assertThat(records)
                .extracting(record -> record.path("operationType").asText())
                .containsExactly("update_order", "update_order", "create_order");
        JsonNode newest = new ObjectMapper()
                .readTree(records.get(0).path("resourceNewValue").asText());
        assertThat(newest.path("Id").asText()).isEqualTo(id);
        assertThat(newest.path("Status").asText()).isEqualTo("suspended");
        assertThat(records.get(0).path("resourceType").asText()).isEqualTo("order");
        assertThat(records.get(0).at("/customizedData/0/value").asText()).isEqualTo(id);
    }

    @Test
    void rangesAreWholeDaysWithBothEnds() {
        place();
        clock.advance(Duration.ofDays(1));
        place();

        assertThat(days("2026-03-02", "2026-03-02")).hasSize(1);
        assertThat(days("2026-03-02", "2026-03-03")).hasSize(2);
        assertThat(client.get("/auditrecords?startDate=2026-03-03").items()).hasSize(1);
        assertThat(days("2026-02-01", "2026-03-01")).isEmpty();
    }

    @Test
    void rangesAreLimited() {
        assertRefused("startDate=2025-12-01", "3000");
        assertRefused("startDate=2026-01-01&endDate=2026-02-01", "3000");
        assertRefused("startDate=2026-03-02&endDate=2026-03-01", "3000");
        assertRefused("startDate=2026-03-02T10:00:00Z", "3000");
        assertThat(client.get("/auditrecords?startDate=2026-01-01&endDate=2026-01-31")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void newRecordsDoNotShiftThePages() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add(0, place());
        }
        Reply first = client.get("/auditrecords?startDate=2026-03-02&size=2");
        place();
        Reply second = client.follow(first.body().at("/links/next"));

        assertThat(orders(first)).isEqualTo(placed.subList(0, 2));
        assertThat(orders(second)).isEqualTo(placed.subList(2, 4));
        assertThat(client.all("/auditrecords?size=2"))
                .hasSize(6)
                .extracting(record -> record.path("id").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void oneFieldMayBeFiltered() {
        place();
        contoso.customer("Northwind").place(order -> order.line("Plan", 1));

        assertThat(filtered("CustomerId", fabrikam.id().toUpperCase(), "equals").items())
                .hasSize(1);
        assertThat(filtered("CompanyName", "WIND", "substring").items()).hasSize(1);
        assertThat(filtered("ResourceType", "Order", "equals").items()).hasSize(2);
        assertThat(filtered("ResourceType", "Subscription", "equals").items()).isEmpty();
        assertThat(filtered("ResourceType", "Order", "substring").status()).isEqualTo(400);
        assertThat(filtered("Colour", "Order", "equals").status()).isEqualTo(400);
    }

    @Test
    void oneRecordIsReadOnItsOwnPath() {
        place();
        String id = client.get("/auditrecords").ids().get(0);

        assertThat(client.send("GET", "/auditactivity/v1/auditrecords/" + id, null)
                        .body()
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(client.send("GET", "/auditactivity/v1/auditrecords/unknown", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aCloudMayHaveNoLog() {
        try (Simulator china = Simulator.builder()
                .clock(SettableClock.at("2026-03-02T10:00:00Z"))
                .partnerCenter(options -> options.activityLog(false))
                .build()
                .start()) {
            PartnerTenant tenant = china.partnerCenter().tenant("contoso");

            assertThat(new PartnerClient(china, tenant, false)
                            .get("/auditrecords")
                            .status())
                    .isEqualTo(404);
        }
    }

    private List<JsonNode> days(String start, String end) {
        return client.get("/auditrecords?startDate=" + start + "&endDate=" + end)
                .items();
    }

    private void assertRefused(String query, String code) {
        Reply reply = client.get("/auditrecords?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
    }

    private Reply filtered(String field, String value, String operator) {
        String filter = "{\"Field\":\"%s\",\"Value\":\"%s\",\"Operator\":\"%s\"}".formatted(field, value, operator);
        return client.get("/auditrecords?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private static List<String> orders(Reply reply) {
        return reply.items().stream()
                .map(record -> record.at("/customizedData/0/value").asText())
                .toList();
    }
}
