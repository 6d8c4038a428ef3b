/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static io.postatus.simulator.amazon.VendorClient.ORDERS;
import static io.postatus.simulator.amazon.VendorClient.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.amazon.VendorClient.Reply;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Amazon refuses, the simulator refuses (reference, sections 4, 8 and 11). */
class RefusalTest extends AmazonFixture {
    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, ten",
        "limit, ''",
        "sortOrder, desc",
        "purchaseOrderStatus, Open",
        "itemConfirmationStatus, accepted",
        "itemReceiveStatus, PARTIALLY_RECEIVE",
        "purchaseOrderNumber, SHORT",
        "createdAfter, yesterday",
        "createdAfter, 2026-03-02",
        "createdAfter, 2019-09-2100:00:00",
        "updatedBefore, 2026-13-02T00:00:00Z",
        "updatedAfter, 2026-03-02T00%3A00%3A00Z",
        "nextToken, garbage",
    })
    void aBadParameterIsInvalidInput(String name, String value) {
        assertInvalidInput(client.status(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "purchaseOrderState, NEW",
        "poItemState, cancelled",
        "isPOChanged, yes",
        "includeDetails, 1",
        "limit, 101"
    })
    void aBadParameterOfTheOrdersOperationIsInvalidInput(String name, String value) {
        assertInvalidInput(client.get(ORDERS, name, value));
    }

    @ParameterizedTest
    @CsvSource({"created", "updated"})
    void aRangeOverSevenDaysIsRefusedAndOneOfSevenIsNot(String pair) {
        String after = pair + "After";
        String before = pair + "Before";

        assertInvalidInput(client.status(after, "2026-02-20T00:00:00Z", before, "2026-02-27T00:00:00.001Z"));
        assertThat(client.status(after, "2026-02-20T00:00:00Z", before, "2026-02-27T00:00:00Z")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aReversedRangeIsRefused() {
        assertInvalidInput(client.status("updatedAfter", DAY_END, "updatedBefore", DAY_START));
        assertInvalidInput(client.get(ORDERS, "changedAfter", DAY_END, "changedBefore", DAY_START));
    }

    @Test
    void offsetsFractionsAndMissingZonesAreRead() {
        place();

        assertThat(client.status("createdAfter", "2026-03-02T10:59:59.999+01:00")
                        .numbers())
                .hasSize(1);
        assertThat(client.status("createdAfter", "2026-03-02T10:00:00.001").numbers())
                .isEmpty();
    }

    @Test
    void unknownParametersAreIgnored() {
        place();

        assertThat(client.status("CreatedAfter", "2027-01-01T00:00:00Z", "createdBefor", "nonsense")
                        .numbers())
                .hasSize(1);
    }

    @Test
    void aMissingAnUnknownAndAnExpiredTokenHaveTheirOwnDetails() {
        Reply missing = client.getWith("x-amz-access-token", "", STATUS);
        Reply unknown = client.getWith("x-amz-access-token", "Atza|nobody", STATUS);
        client.accessToken();
        clock.advance(Duration.ofHours(1));
        Reply expired = client.status();

        assertForbidden(missing, "Access token is missing in the request header.");
        assertForbidden(unknown, "The access token you provided is revoked, malformed or invalid.");
        assertForbidden(expired, "The access token you provided has expired.");
        assertThat(expired.header("x-amzn-RateLimit-Limit")).isNull();
        assertThat(expired.header("x-amzn-RequestId")).isNotBlank();
    }

    @Test
    void aLongUserAgentIsRefused() {
        assertThat(client.getWith("User-Agent", "x".repeat(501), STATUS).status())
                .isEqualTo(400);
        assertThat(client.getWith("User-Agent", "x".repeat(500), STATUS).status())
                .isEqualTo(200);
    }

    @Test
    void aMissingUserAgentIsRefused() throws IOException {
        assertThat(raw("")).contains(" 400 ");
        assertThat(raw("User-Agent: Test/1.0 (Language=Java)\r\n")).contains(" 200 ");
    }

    @Test
    void aGetWithContentLengthIsRefusedEvenWhenItIsZero() throws IOException {
        assertThat(raw("User-Agent: Test/1.0 (Language=Java)\r\nContent-Length: 0\r\n"))
                .contains(" 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: elsewhere\r\n", "nonsense\r\n", "Content-Length: many\r\n"})
    void anUnreadableRequestIsABadRequest(String headers) throws IOException {
        assertThat(raw(headers)).contains(" 400 ");
    }

    @Test
    void aPostThatIsNotJsonIsUnsupported() {
        assertThat(client.post("/vendor/orders/v1/acknowledgements", "{}", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aWrongPathLooksLikeAMissingToken() {
        Reply reply = client.get("/vendor/orders/v2/purchaseOrdersStatus");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("MissingAuthenticationToken");
    }

    private String raw(String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            String request = "GET " + STATUS + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers
                    + "x-amz-access-token: " + client.accessToken() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertInvalidInput(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidInput");
        assertThat(reply.header("x-amzn-RateLimit-Limit")).isEqualTo("10.0");
    }

    private static void assertForbidden(Reply reply, String details) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("Unauthorized");
        assertThat(reply.details()).isEqualTo(details);
    }
}
