/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.partnercenter.PartnerClient.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers and their pages (apis/partner-center-orders.md 5, 9). */
class CustomersTest extends PartnerFixture {
    @Override
    SimulatorBuilder setUp(SimulatorBuilder builder) {
        return builder.partnerCenter(options -> options.largestPage(3));
    }

    @BeforeEach
    void addCustomers() {
        List.of("Adatum", "Fabrikam Robotics", "Northwind", "Tailspin").forEach(contoso::customer);
    }

    @Test
    void theTokenTravelsInAHeaderThatTheNextLinkNames() {
        Reply first = client.get("/customers?size=2");
        JsonNode next = first.body().at("/links/next");

        assertThat(first.body().path("totalCount").asInt()).isEqualTo(2);
        assertThat(first.body().at("/links/self/uri").asText()).isEqualTo("/customers?size=2");
        assertThat(next.path("uri").asText()).isEqualTo("/customers?size=2&seekOperation=Next");
        assertThat(next.at("/headers/0/key").asText()).isEqualTo("MS-ContinuationToken");
        assertThat(next.at("/headers/0/value").asText()).contains("/", "+", "=", ",");
        assertThat(names("/customers?size=2"))
                .containsExactly("Fabrikam", "Adatum", "Fabrikam Robotics", "Northwind", "Tailspin");
    }

    @Test
    void aTokenCarriesTheWholeQuestion() {
        String token = client.get("/customers?size=2")
                .body()
                .at("/links/next/headers/0/value")
                .asText();

        assertThat(client.get("/customers?seekOperation=Next", "MS-ContinuationToken", token)
                        .items())
                .hasSize(2);
    }

    @Test
    void withoutSizeOrWithZeroAPageIsAsLargeAsTheServiceLikes() {
        assertThat(client.get("/customers").items()).hasSize(3);
        assertThat(client.get("/customers?size=0").items()).hasSize(3);
        assertThat(client.get("/customers?size=500").items()).hasSize(3);
    }

    @Test
    void aTokenAnywhereElseIsRefused() {
        String token = client.get("/customers?size=2")
                .body()
                .at("/links/next/headers/0/value")
                .asText();

        assertRefused(client.get("/customers?seekOperation=Next&MS-ContinuationToken=" + encoded(token)));
        assertRefused(client.get("/customers?size=2", "MS-ContinuationToken", token));
        assertRefused(client.get("/customers?seekOperation=Next"));
        assertRefused(client.get("/customers?seekOperation=Next", "MS-ContinuationToken", "forged"));
        assertRefused(client.get("/customers?size=many"));
    }

    @Test
    void customersThatComeAndGoDoNotShiftThePages() {
        Reply first = client.get("/customers?size=2");
        contoso.customer("Adatum").endRelationship();
        contoso.customer("Newcomer");

        assertThat(client.follow(first.body().at("/links/next")).items())
                .extracting(item -> item.at("/companyProfile/companyName").asText())
                .containsExactly("Fabrikam Robotics", "Northwind");
        assertThat(names("/customers")).doesNotContain("Adatum").contains("Newcomer");
    }

    @Test
    void aFilterFindsTheBeginningOfANameAndGivesNoLinks() {
        Reply reply = filtered("CompanyName", "fab", "starts_with");

        assertThat(reply.items()).hasSize(2);
        assertThat(reply.body().has("links")).isFalse();
        assertThat(filtered("Domain", "north", "starts_with").items()).hasSize(1);
        assertRefused(filtered("Domain", "north", "equals"));
        assertRefused(filtered("Colour", "north", "starts_with"));
        assertRefused(client.get("/customers?filter=north"));
    }

    @Test
    void aCustomerByIdHasMoreFields() {
        JsonNode body = client.get("/customers/" + fabrikam.id()).body();

        assertThat(body.at("/companyProfile/companyName").asText()).isEqualTo("Fabrikam");
        assertThat(body.has("commerceId")).isTrue();
    }

    private List<String> names(String path) {
        return client.all(path).stream()
                .map(item -> item.at("/companyProfile/companyName").asText())
                .toList();
    }

    private Reply filtered(String field, String value, String operator) {
        String filter = "{\"Field\":\"%s\",\"Value\":\"%s\",\"Operator\":\"%s\"}".formatted(field, value, operator);
        return client.get("/customers?filter=" + encoded(filter));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("800002");
    }
}
