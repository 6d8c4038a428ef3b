/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestTest {

    private static final ApiRequest GET = ApiRequest.get("getOrder", "/orders");

    @ParameterizedTest(name = "{0} is sent as {1}")
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-02T10%3A00%3A00Z",
        "+02:00, %2B02%3A00",
        "a|b, a%7Cb",
        "a b, a%20b",
        "100%, 100%25",
        "%2B, %252B",
        "a&b=c, a%26b%3Dc",
        "ü€, %C3%BC%E2%82%AC",
        "A-Z_0.9~, A-Z_0.9~",
        "/?#, %2F%3F%23"
    })
    void queryValuesAreEncodedOnce(String value, String encoded) {
        assertThat(GET.query("p", value).pathAndQuery()).isEqualTo("/orders?p=" + encoded);
    }

    @Test
    void queryParametersKeepTheirOrderAndNullsAreLeftOut() {
        assertThat(GET.query("limit", 100)
                        .query("nextToken", null)
                        .query("asc", true)
                        .pathAndQuery())
                .isEqualTo("/orders?limit=100&asc=true");
        assertThat(GET.query("nextToken", null).pathAndQuery()).isEqualTo("/orders");
    }

    @Test
    void foreignDataInThePathCannotLeaveItsSegment() {
        assertThat(GET.segment("4Z/../x?y#z").then("/lines").segment("é").path())
                .isEqualTo("/orders/4Z%2F..%2Fx%3Fy%23z/lines/%C3%A9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aSegmentThatIsNoIdentifierIsRefused(String segment) {
        assertThatThrownBy(() -> GET.segment(segment)).hasMessageContaining("getOrder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "//evil.example", "@evil.example", "/a b", "/a?b", "/a#b", "/a\\b"})
    void aPathThatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> ApiRequest.get("getOrder", path)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"Host, evil.example", "content-length, 1", "X-A, 'a\r\nb'", "'X\r\n', a", "'', a"})
    void aHeaderThatWouldChangeTheRequestIsRefused(String name, String value) {
        assertThatThrownBy(() -> GET.header(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("getOrder");
    }

    @Test
    void headersDifferNotByCaseAndNullsAreLeftOut() {
        assertThat(GET.header("If-Match", "1")
                        .header("if-match", "2")
                        .header("x", null)
                        .headers())
                .hasSize(1)
                .containsEntry("IF-MATCH", "2");
    }

    @Test
    void aFormIsEncodedAndNullsAreLeftOut() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("refresh_token", "Atzr|a b");
        fields.put("scope", null);
        fields.put("client_id", "c");
        ApiRequest form = ApiRequest.post("token", "/auth/o2/token").form(fields);
        assertThat(form.body()).asString(StandardCharsets.UTF_8).isEqualTo("refresh_token=Atzr%7Ca%20b&client_id=c");
        assertThat(form.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    }

    @Test
    void aFormThatHoldsFilesKeepsTheirBytes() {
        byte[] file = {'%', 'P', 'D', 'F', 0, (byte) 0xFF, '\r', '\n', '-', '-'};
        ApiRequest form = ApiRequest.post("upload", "/files")
                .multipart(List.of(
                        new FormPart("metadata", null, "application/json", new byte[] {'{', '}'}),
                        new FormPart("file", "order \"4711\".pdf", "application/pdf", file)));

        String type = form.headers().get("Content-Type");
        assertThat(type).startsWith("multipart/form-data; boundary=part-");
        String edge = "--" + type.substring(type.indexOf('=') + 1);
        assertThat(new String(form.body(), StandardCharsets.ISO_8859_1))
                .isEqualTo(edge + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                        + "Content-Type: application/json\r\n\r\n{}\r\n" + edge
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"order %224711%22.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n"
                        + new String(file, StandardCharsets.ISO_8859_1) + "\r\n" + edge + "--\r\n");
    }

    @Test
    void aFileThatHoldsTheBoundaryOfAnotherFormHasABoundaryOfItsOwn() {
        String stranger = boundary("%PDF");
        assertThat(boundary("--" + stranger + "--")).isNotEqualTo(stranger);
    }

    private static String boundary(String file) {
        byte[] content = file.getBytes(StandardCharsets.UTF_8);
        String type = ApiRequest.post("upload", "/files")
                .multipart(List.of(new FormPart("file", "a.pdf", "application/pdf", content)))
                .headers()
                .get("Content-Type");
        return type.substring(type.indexOf('=') + 1);
    }

    @Test
    void aPartCannotAddHeaders() {
        assertThat(new FormPart("file", "a.pdf", "text/plain; name=~", new byte[0]).contentType())
                .isEqualTo("text/plain; name=~");
        assertThatThrownBy(() -> new FormPart("file", "a.pdf", "text/plain\r\nX-Evil: 1", new byte[0]))
                .hasMessageContaining("content type of file");
        ApiRequest form = ApiRequest.post("upload", "/files")
                .multipart(List.of(new FormPart("file", "a\r\nX-Evil: 1", "text/plain", new byte[0])));
        assertThat(form.body()).asString(StandardCharsets.UTF_8).contains("filename=\"a%0D%0AX-Evil: 1\"");
    }

    @Test
    void aGetMustHaveNoBody() {
        assertThatThrownBy(() -> GET.json(new byte[] {1})).hasMessageContaining("getOrder");
        assertThat(GET.form(Collections.emptyMap()).body()).isEmpty();
    }

    @Test
    void onlyGetsAreRepeatableUnlessSaidOtherwise() {
        ApiRequest post = ApiRequest.post("search", "/search");
        assertThat(GET.repeatable()).isTrue();
        assertThat(post.repeatable()).isFalse();
        assertThat(post.asRepeatable().repeatable()).isTrue();
        assertThat(post.alsoRetry(400).alsoRetry(429).alsoRetry()).containsExactlyInAnyOrder(400, 429);
    }
}
