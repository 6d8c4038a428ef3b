/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.junit.jupiter.api.Test;

/** Each bound of an answer: what is just within it is read, and what is just beyond it is refused. */
class LimitsTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void sixtyFourLevelsDeep() {
        read("[".repeat(64) + "]".repeat(64));
        refused("[".repeat(65) + "]".repeat(65), "nesting depth (65)");
    }

    @Test
    void aStringOfAMegabyte() {
        read('"' + "x".repeat(MEGABYTE) + '"');
        refused('"' + "x".repeat(MEGABYTE + 1) + '"', "String value length (1048577)");
    }

    @Test
    void aNumberOfSixtyFourDigits() {
        read("1".repeat(64));
        refused("1".repeat(65), "Number value length (65)");
    }

    @Test
    void anExponentOfTenDigits() {
        read("1e2147483647");
        refused("1e21474836470", "Number exponent");
    }

    @Test
    void fiveMillionTokens() {
        int frame = 2;
        read("[" + "1,".repeat(5_000_000 - frame - 1) + "1]");
        refused("[" + "1,".repeat(5_000_000 - frame) + "1]", "Token count (5000001)");
    }

    @Test
    void aDocumentOf32Megabytes() {
        read(" ".repeat((32 << 20) - 2) + "{}");
        refused(" ".repeat((32 << 20) - 1) + "{}", "Document length (33554433)");
    }

    @Test
    void bytesOnTheWire() throws IOException {
        byte[] body = new byte[1000];

        assertThat(body(1000, 5000, 100).read(plain(body))).hasSize(1000);
        assertThatThrownBy(() -> body(999, 5000, 100).read(plain(body)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining("larger than 999 bytes");
    }

    @Test
    void bytesOnTheWireWhenCompressedWithWhatStandsBeforeAndAfter() throws IOException {
        byte[] body = new byte[1000];
        int raw = (int) gzip(body).getContentLength();

        assertThat(body(raw, 5000, 1000).read(gzip(body))).hasSize(1000);
        assertThatThrownBy(() -> body(raw - 1, 5000, 1000).read(gzip(body)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining("larger than " + (raw - 1) + " bytes");
    }

    @Test
    void anAnswerThatBreaksOffAtTheLimitIsNotTooLarge() {
        byte[] half = {0x1f, (byte) 0x8b, 8, 0};

        assertThatThrownBy(() -> body(half.length, 5000, 100)
                        .read(new ByteArrayEntity(half, ContentType.APPLICATION_JSON, "gzip")))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void bytesOnceInflated() throws IOException {
        byte[] body = new byte[1000];

        assertThat(body(1000, 1000, 100).read(gzip(body))).hasSize(1000);
        assertThatThrownBy(() -> body(1000, 999, 100).read(gzip(body)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining("larger than 999 bytes");
        assertThatThrownBy(() -> body(1000, 999, 100).read(plain(body))).hasMessageContaining("larger than 999 bytes");
    }

    @Test
    void inflatedToRawFromTheFirstMegabyteOn() throws IOException {
        byte[] megabyte = new byte[MEGABYTE];
        assertThat(body(MEGABYTE, 8 * MEGABYTE, 2).read(gzip(megabyte)))
                .as("a thousandfold, but only a megabyte")
                .hasSize(MEGABYTE);
        assertThatThrownBy(() -> body(MEGABYTE, 8 * MEGABYTE, 2).read(gzip(new byte[MEGABYTE + 1])))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining("more than 2 times");

        byte[] four = new byte[4 * MEGABYTE];
        int ratio = (int) (four.length / gzip(four).getContentLength());
        assertThat(body(MEGABYTE, four.length, ratio + 100).read(gzip(four))).hasSize(four.length);
        assertThatThrownBy(() -> body(MEGABYTE, four.length, ratio / 2).read(gzip(four)))
                .hasMessageContaining("times its size");
    }

    @Test
    void whatIsNotCompressedIsNotMeasuredAsIfItWere() throws IOException {
        assertThat(body(4 * MEGABYTE, 4 * MEGABYTE, 1).read(plain(new byte[2 * MEGABYTE])))
                .hasSize(2 * MEGABYTE);
        assertThat(body(1, 1, 1).read(null)).isEmpty();
    }

    @Test
    void aLimitOfNothingIsNone() {
        assertThat(new TransportLimits(Duration.ofNanos(1), 1, 1, 1)).isNotNull();
        for (int[] sizes : new int[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}}) {
            assertThatThrownBy(() -> new TransportLimits(Duration.ofSeconds(1), sizes[0], sizes[1], sizes[2]))
                    .hasMessageContaining("greater than zero");
        }
        assertThatThrownBy(() -> TransportLimits.STANDARD.withDeadline(Duration.ZERO))
                .hasMessageContaining("longer than zero");
    }

    private static void read(String json) {
        assertThat(decode(json)).isNotNull();
    }

    private static void refused(String json, String bound) {
        assertThatThrownBy(() -> decode(json))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageStartingWith("Account 'acme', getOrder: the answer cannot be read")
                .hasMessageContaining(bound);
    }

    private static JsonNode decode(String json) {
        ApiResponse response = ApiResponse.of(200, Map.of(), json.getBytes(StandardCharsets.ISO_8859_1));
        return JsonDecoding.decode(response, JsonNode.class, "acme", "getOrder", "r-1");
    }

    private static BoundedBody body(int raw, int inflated, int ratio) {
        return new BoundedBody(new TransportLimits(Duration.ofSeconds(1), raw, inflated, ratio));
    }

    private static ByteArrayEntity plain(byte[] body) {
        return new ByteArrayEntity(body, ContentType.APPLICATION_JSON);
    }

    private static ByteArrayEntity gzip(byte[] body) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(body);
        }
        return new ByteArrayEntity(small.toByteArray(), ContentType.APPLICATION_JSON, "gzip");
    }
}
