/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.Status;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.DataType;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a change that {@code transformDataType} makes; the official CloudEvents SDK reads what claims to be one. */
class DataTypesTest extends CamelTestSupport {
    private static final PurchaseOrderChange CHANGE = change("{\"cost\":1.5}");

    private static PurchaseOrderChange change(String document) {
        return change("10482", document);
    }

    private static PurchaseOrderChange change(String number, String document) {
        return new PurchaseOrderChange(
                "a1b2",
                ChangeKind.CHANGED,
                null,
                "pos/tickets-1/default",
                3,
                7,
                Instant.parse("2026-03-02T10:00:00.123Z"),
                null,
                new PurchaseOrderStatus(
                        "pos", "tickets-1", "3f2b", number, null, Status.OPEN, "Active", null, null, null, document),
                List.of(new FieldChange("vendorStatus", "Pending", "Active")));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String type : List.of(
                        "application-json",
                        "application-cloudevents+json",
                        "http-application-cloudevents",
                        "kafka-application-cloudevents")) {
                    from("direct:" + type).transformDataType(new DataType("purchase-order:" + type));
                }
            }
        };
    }

    private Message transform(String type, Object body) {
        return template.request(
                        "direct:" + type, exchange -> exchange.getMessage().setBody(body))
                .getMessage();
    }

    private static Map<String, String> headers(Message message) {
        return message.getHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().toString()));
    }

    private static byte[] bytes(Message message) {
        return message.getBody(byte[].class);
    }

    private void isTheChange(CloudEvent event) throws Exception {
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo(CHANGE.eventId());
        assertThat(event.getSource()).hasToString("urn:purchase-orders:pos/tickets-1/default");
        assertThat(event.getType()).isEqualTo("io.postatus.purchaseorder.changed");
        assertThat(event.getSubject()).isEqualTo("10482");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-03-02T10:00:00.123Z"));
        assertThat(event.getDataContentType()).startsWith("application/json");
        assertThat(event.getExtension("sequence")).isEqualTo("7");
        assertThat(event.getExtension("partitionkey")).isEqualTo("pos/tickets-1/default/3f2b");
        assertThat(new JsonMapper().readValue(event.getData().toBytes(), PurchaseOrderChange.class))
                .isEqualTo(CHANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"change", "text", "bytes", "stream"})
    void aStructuredCloudEventIsReadByTheOfficialSdkWhateverTheBodyWas(String form) throws Exception {
        Object body =
                switch (form) {
                    case "text" -> PurchaseOrderConverters.toText(CHANGE);
                    case "bytes" -> PurchaseOrderConverters.toBytes(CHANGE);
                    case "stream" -> PurchaseOrderConverters.toStream(CHANGE);
                    default -> CHANGE;
                };
        Message message = transform("application-cloudevents+json", body);

        assertThat(message.getHeader(Exchange.CONTENT_TYPE, String.class)).startsWith(JsonFormat.CONTENT_TYPE);
        isTheChange(EventFormatProvider.getInstance()
                .resolveFormat(JsonFormat.CONTENT_TYPE)
                .deserialize(bytes(message)));
    }

    @Test
    void theDigitsOfTheServicesNumbersStay() {
        Message message = transform("application-cloudevents+json", change("{\"cost\":1.10}"));

        assertThat(message.getBody(String.class)).contains("\"document\":{\"cost\":1.10}");
    }

    @Test
    void aBinaryCloudEventForHttpIsReadByTheOfficialSdk() throws Exception {
        Message message = transform("http-application-cloudevents", CHANGE);

        MessageReader reader = HttpMessageFactory.createReader(headers(message), bytes(message));
        isTheChange(reader.toEvent());
    }

    @Test
    void aBinaryCloudEventForKafkaHasTheSameAttributesUnderItsPrefix() {
        Map<String, String> kafka = headers(transform("kafka-application-cloudevents", CHANGE));
        Map<String, String> http = headers(transform("http-application-cloudevents", CHANGE));

        http.forEach((name, value) -> assertThat(kafka).containsEntry(name.replaceFirst("^ce-", "ce_"), value));
    }

    /** Undoing the encoding is left to the reader: the SDK hands header values on as they came. */
    @Test
    void anAttributeThatNoHttpHeaderCanHoldIsPercentEncoded() throws Exception {
        String number = "Müller & Söhne/\"100%\"\r\n~+😀";
        Message message = transform("http-application-cloudevents", change(number, "{}"));

        CloudEvent event = HttpMessageFactory.createReader(headers(message), bytes(message))
                .toEvent();
        assertThat(event.getSubject())
                .isEqualTo("M%C3%BCller%20&%20S%C3%B6hne/%22100%25%22%0D%0A~+%F0%9F%98%80")
                .satisfies(subject -> assertThat(URLDecoder.decode(subject.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .isEqualTo(number));
        assertThat(event.getId()).isEqualTo(CHANGE.eventId());
    }

    @Test
    void aKafkaHeaderHoldsAnAttributeAsItIs() {
        Message message = transform("kafka-application-cloudevents", change("Müller 100%", "{}"));

        assertThat(message.getHeader("ce_subject")).isEqualTo("Müller 100%");
    }

    @Test
    void jsonIsTheChangeAsText() throws Exception {
        Message message = transform("application-json", CHANGE);

        assertThat(message.getBody()).isEqualTo(PurchaseOrderConverters.toText(CHANGE));
        assertThat(message.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @Test
    void whatIsNoChangeIsRefused() {
        Exchange exchange = template.request(
                "direct:application-json", sent -> sent.getMessage().setBody("no JSON"));

        assertThat(exchange.getException()).isNotNull();
    }
}
