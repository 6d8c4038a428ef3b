/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecodingTest {

    record Order(String number, String status, BigDecimal amount, List<String> lines) {}

    @Test
    void unknownFieldsAreIgnoredAndMissingOnesAreNull() {
        assertThat(order("{\"number\":\"4Z\",\"new\":{\"deep\":[1]}}")).isEqualTo(new Order("4Z", null, null, null));
    }

    @Test
    void aNumberWhereAWordIsExpectedBecomesThatNumbersText() {
        assertThat(order("{\"status\":3}").status()).isEqualTo("3");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(order("\uFEFF{\"number\":\"4Z\"}").number()).isEqualTo("4Z");
    }

    @Test
    void moneyKeepsItsDigits() {
        JsonNode tree = decode("{\"amount\":12.50}", JsonNode.class);
        assertThat(tree.get("amount").decimalValue()).isEqualTo(new BigDecimal("12.50"));
        assertThat(tree).hasToString("{\"amount\":12.50}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "c4nary",
                "{\"number\":\"c4nary",
                "{\"number\":\"4Z\"} c4nary",
                "{\"lines\":\"c4nary\"}",
                "{\"amount\":\"c4nary\"}",
                "{\"amount\":1e12345678901}",
                "[\"c4nary\"]",
                "<html>c4nary</html>"
            })
    void whatCannotBeReadSaysWhereAndNotWhat(String json) {
        MalformedResponseException failure = catchThrowableOfType(MalformedResponseException.class, () -> order(json));
        assertThat(failure).hasMessageContaining("Account 'acme', getOrder").hasMessageNotContaining("c4nary");
        assertThat(failure.getCause()).isNull();
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.requestId()).isEqualTo("r-1");
    }

    @Test
    void thePositionIsNamed() {
        assertThat(catchThrowableOfType(MalformedResponseException.class, () -> order("{\n  \"number\": }")))
                .hasMessageContaining("line 2, column 13");
    }

    @Test
    void depthStringsAndNumbersHaveBounds() {
        for (String json : List.of(
                "{\"new\":" + "[".repeat(65) + "]".repeat(65) + "}",
                "{\"number\":\"" + "x".repeat((1 << 20) + 1) + "\"}",
                "{\"amount\":" + "1".repeat(65) + "}")) {
            assertThat(catchThrowableOfType(MalformedResponseException.class, () -> order(json)))
                    .hasMessageContaining("exceeds the maximum");
        }
        assertThat(order("{\"new\":" + "[".repeat(63) + "]".repeat(63) + "}").number())
                .isNull();
    }

    @Test
    void theNumberOfTokensHasABound() {
        assertThat(catchThrowableOfType(
                        MalformedResponseException.class, () -> order("{\"new\":[" + "1,".repeat(5_000_000) + "1]}")))
                .hasMessageContaining("Token count");
    }

    @Test
    void anErrorBodyThatIsNoJsonIsAMissingNode() {
        assertThat(JsonDecoding.lenient(response("<html>")).path("errors").isMissingNode())
                .isTrue();
        assertThat(JsonDecoding.lenient(response("")).path("errors").isMissingNode())
                .isTrue();
        assertThat(JsonDecoding.lenient(response("{\"errors\":1e12345678901}")).isMissingNode())
                .isTrue();
        assertThat(JsonDecoding.lenient(response("{\"errors\":1}"))
                        .path("errors")
                        .asInt())
                .isEqualTo(1);
    }

    private static Order order(String json) {
        return decode(json, Order.class);
    }

    private static <T> T decode(String json, Class<T> type) {
        return JsonDecoding.decode(response(json), type, "acme", "getOrder", "r-1");
    }

    private static ApiResponse response(String json) {
        return ApiResponse.of(200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }
}
