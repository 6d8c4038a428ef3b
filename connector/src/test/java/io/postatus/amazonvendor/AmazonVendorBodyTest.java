/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.route;
import static io.postatus.amazonvendor.Told.SOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.core.model.PurchaseOrderChange;
import jakarta.jms.BytesMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The first things a user does with a change, with what Camel has in stock. */
class AmazonVendorBodyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestVendor vendor = new TestVendor();
    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private final Processor sees = exchange -> seen.add(exchange.getMessage().getBody());
    private DefaultCamelContext camel;
    private String number;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        camel = vendor.camel();
        number = vendor.place();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void stockMarshalJsonWritesIt() throws Exception {
        route(camel, rb -> rb.from(STATUS)
                .marshal()
                .json(JsonLibrary.Jackson)
                .convertBodyTo(String.class)
                .process(sees));

        assertIsTheChange(JSON.readTree((String) seen(1).get(0)));
    }

    @Test
    void filesInAppendModeHoldOneChangeALine() throws Exception {
        String another = vendor.place();
        route(camel, rb -> rb.from(STATUS)
                .to("file:" + folder + "?fileName=changes.jsonl&fileExist=Append&appendChars=\\n")
                .process(sees));
        seen(2);

        List<String> lines = Files.readAllLines(folder.resolve("changes.jsonl"));
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            assertThat(JSON.readTree(line).at("/current/purchaseOrderNumber").asText())
                    .isIn(number, another);
        }
    }

    /** The bare body becomes a message of bytes; sent as text, it is one of text. None is empty. */
    @Test
    void brokerGetsMessagesThatAreNotEmpty() throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", "vm://0"));
        broker.start();
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory("vm://0")) {
            camel.addComponent("jms", JmsComponent.jmsComponentAutoAcknowledge(connections));
            List<Exchange> received = new CopyOnWriteArrayList<>();
            route(camel, rb -> {
                rb.from("jms:queue:changes").process(exchange -> received.add(exchange.copy()));
                rb.from(STATUS)
                        .to("jms:queue:changes")
                        .convertBodyTo(String.class)
                        .to("jms:queue:changes");
            });
            await().atMost(SOON).until(() -> received.size() == 2);

            assertThat(received)
                    .filteredOn(
                            exchange -> exchange.getMessage(JmsMessage.class).getJmsMessage() instanceof BytesMessage)
                    .hasSize(1);
            for (Exchange message : received) {
                assertIsTheChange(JSON.readTree(message.getMessage().getBody(String.class)));
            }
            camel.stop();
        } finally {
            broker.stop();
        }
    }

    @Test
    void tableTakesItsFieldsAndItsText() throws Exception {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("orders.db"));
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table orders (number text, status text, document text)");
        }
        camel.getRegistry().bind("orders", database);
        route(camel, rb -> rb.from(STATUS)
                .to("sql:insert into orders values (:#${body.current.purchaseOrderNumber},"
                        + " :#CamelPurchaseOrderStatus, :#${bodyAs(String)})?dataSource=#orders")
                .process(sees));
        seen(1);

        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("select * from orders")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("number")).isEqualTo(number);
            assertThat(row.getString("status")).isEqualTo("open");
            assertIsTheChange(JSON.readTree(row.getString("document")));
        }
    }

    @Test
    void simpleReadsIntoIt() {
        route(camel, rb -> rb.from(STATUS)
                .filter(rb.simple("${body.current.status} == 'open'"))
                .setBody(rb.simple("${body.kind} ${body.current.purchaseOrderNumber} ${body.current.status}"
                        + " ${body.current.lines[0].orderedQuantity}"))
                .process(sees));

        assertThat(seen(1)).containsExactly("first-seen " + number + " open 100");
    }

    @Test
    void jsonpathReadsIntoIt() {
        route(camel, rb -> rb.from(STATUS)
                .setBody(rb.jsonpath("$.current.document.itemStatus[0].buyerProductIdentifier"))
                .process(sees));

        assertThat(seen(1)).containsExactly("B0EXAMPLE1");
    }

    @Test
    void itConvertsToWhatCamelAsksFor() throws Exception {
        route(camel, rb -> rb.from(STATUS).process(sees));
        PurchaseOrderChange change = (PurchaseOrderChange) seen(1).get(0);

        assertIsTheChange(JSON.readTree(convert(change, String.class)));
        assertIsTheChange(JSON.readTree(convert(change, byte[].class)));
        assertIsTheChange(
                JSON.readTree(new String(convert(change, InputStream.class).readAllBytes(), UTF_8)));
        assertIsTheChange(convert(change, JsonNode.class));
        Map<?, ?> map = convert(change, Map.class);
        assertIsTheChange(JSON.valueToTree(map));
    }

    private <T> T convert(PurchaseOrderChange change, Class<T> type) throws Exception {
        return camel.getTypeConverter().mandatoryConvertTo(type, change);
    }

    private List<Object> seen(int count) {
        await().atMost(SOON).until(() -> seen.size() >= count);
        return seen;
    }

    /** What headers say stands in the body too; the service's document is JSON in it, not text. */
    private void assertIsTheChange(JsonNode json) {
        assertThat(json.path("kind").asText()).isEqualTo("first-seen");
        assertThat(json.path("stream").asText()).isEqualTo("amazonvendor/acme/default");
        assertThat(json.path("eventId").asText()).isNotBlank();
        assertThat(json.at("/current/source").asText()).isEqualTo("amazonvendor");
        assertThat(json.at("/current/account").asText()).isEqualTo("acme");
        assertThat(json.at("/current/purchaseOrderNumber").asText()).isEqualTo(number);
        assertThat(json.at("/current/status").asText()).isEqualTo("open");
        assertThat(json.at("/current/document/purchaseOrderNumber").asText()).isEqualTo(number);
    }
}
