/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static io.postatus.simulator.pos.PosClient.ORDERS;
import static io.postatus.simulator.pos.PosClient.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Simulator;
import io.postatus.simulator.pos.PosClient.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and in which words (reference, section 8). */
class RefusalTest extends PosFixture {
    private static final String DENIED = "Authorization has been denied for this request.";

    @ParameterizedTest
    @CsvSource({
        "X-Token, ''",
        "X-Token, token-nobody",
        "X-Signature, ''",
        "X-Signature, gNCxMHutNFfxUhaYnQbIENnN2X/o69wFnZeU5tN8UDs=",
    })
    void whoCannotProveItselfIsDenied(String header, String value) {
        Map<String, String> headers = client.signed(SEARCH);
        headers.put(header, value);

        assertRefused(client.send("POST", SEARCH, "{}", headers), 401, DENIED);
        headers.remove(header);
        assertRefused(client.send("POST", SEARCH, "{}", headers), 401, DENIED);
    }

    @Test
    void aRotatedSecretAndARevokedTokenAreDenied() {
        String secret = tickets.rotateSecret();
        assertRefused(client.search("{}"), 401, DENIED);

        PosClient renewed = new PosClient(simulator.pos().baseUrl(), tickets.token(), secret);
        assertThat(renewed.search("{}").status()).isEqualTo(200);
        tickets.revoke();
        assertRefused(renewed.search("{}"), 401, DENIED);
    }

    @Test
    void aSubscriberSeesItsOwnOrdersOnly() {
        String id = place();
        PosSubscriber other = simulator.pos().subscriber("tickets-2");
        PosClient elsewhere = new PosClient(simulator.pos().baseUrl(), other.token(), other.secret());

        assertThat(elsewhere.search("{}").rows()).isEmpty();
        assertThat(elsewhere.one(id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Page\": 0} | Page",
                "{\"Page\": \"one\"} | Page",
                "{\"Page\": 1.5} | Page",
                "{\"ItemsPerPage\": 0} | ItemsPerPage",
                "{\"PONumber\": \"TM-1\"} | PONumber",
                "{\"PurchaseOrderStatus\": [\"Gone\"]} | PurchaseOrderStatus",
                "{\"PurchaseOrderStatus\": \"Void\"} | PurchaseOrderStatus",
                "{\"PaymentStatus\": [7]} | PaymentStatus",
                "{\"OrderBy\": \"Page\"} | OrderBy",
                "{\"OrderBy\": \"Shelf\"} | OrderBy",
                "{\"SortOrder\": \"UP\"} | SortOrder",
                "{\"UpdatedSince\": \"2026-03-02T10:00\"} | UpdatedSince",
                "{\"UpdatedSince\": {\"FromDate\": \"yesterday\"}} | UpdatedSince.FromDate",
                "{\"UpdatedSince\": {\"ToDate\": \"2026-13-02T10:00\"}} | UpdatedSince.ToDate",
                "{\"UpdatedSince\": {\"ToDate\": \"2026-03-02T10:00Z\"}} | UpdatedSince.ToDate",
                "{\"UpdatedSince\": {\"FilterByTime\": \"yes\"}} | UpdatedSince.FilterByTime",
                "{\"PurchaseOrderDate\": {\"FromDate\": \"2026-03-02\"}} | PurchaseOrderDate.FromDate",
                "{\"DateUpdated\": \"2026-03-02T10:00\", \"UpdatedSince\": {\"FromDate\": \"2026-03-02T10:00\"}}"
                        + " | DateUpdated",
                "[] | body",
                "{\"Page\": | body",
            })
    void aBadPropertyIsNamed(String body, String property) {
        assertRefused(client.search(body), 400, "Invalid request: " + property);
    }

    @Test
    void onlyJsonIsRead() {
        Map<String, String> headers = client.signed(SEARCH);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        assertThat(client.send("POST", SEARCH, "Page=1", headers).status()).isEqualTo(415);
        headers.put("Content-Type", "text/json");
        assertThat(client.send("POST", SEARCH, "{}", headers).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDERS + "/1/Notes", ORDERS + "/", "/POS/Invoices/Search", ORDERS + "/1/Payments/2/3"})
    void anUnknownPathIsNotFound(String path) {
        assertRefused(client.get(path), 404, "No HTTP resource was found that matches the request URI.");
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDERS, SEARCH})
    void aListingByGetIsNotAllowed(String path) {
        assertRefused(client.get(path), 405, "The requested resource does not support http method 'GET'.");
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_404, 404, '{\"Message\":\"Purchase order not found.\"}'",
        "STATUS_400, 400, '{\"Message\":\"Result not found\"}'",
        "OK_WITH_ERRORS, 200, '{\"Status\":2,\"Errors\":[{\"ErrorCode\":1,\"ErrorDescription\":"
                + "\"Result not found\"}]}'",
    })
    void anUnknownOrderIsNotFoundInThreeShapes(NotFound shape, int status, String body) {
        try (Simulator other =
                Simulator.builder().pos(pos -> pos.notFound(shape)).build().start()) {
            PosSubscriber subscriber = other.pos().subscriber("tickets-1");
            Reply reply = new PosClient(other.pos().baseUrl(), subscriber.token(), subscriber.secret())
                    .one("00000000-0000-0000-0000-000000000000");

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.text()).isEqualTo(body);
        }
    }

    @Test
    void anEmptySearchMayBeRefusedAndSoMayOneWithoutFilters() {
        try (Simulator other = Simulator.builder()
                .pos(pos -> pos.emptyRefused(true).filterRequired(true))
                .build()
                .start()) {
            PosSubscriber subscriber = other.pos().subscriber("tickets-1");
            PosClient here = new PosClient(other.pos().baseUrl(), subscriber.token(), subscriber.secret());

            assertRefused(here.search("{\"Page\": null}"), 400, "No Filters Specified in the Request");
            assertRefused(here.search("{\"PONumber\": 4711}"), 400, "Result not found");
        }
    }

    private static void assertRefused(Reply reply, int status, String message) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.message()).isEqualTo(message);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }
}
