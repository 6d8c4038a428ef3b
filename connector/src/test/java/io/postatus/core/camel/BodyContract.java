/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.core.model.PurchaseOrderChange;
import jakarta.jms.BytesMessage;
import java.io.InputStream;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

/** The first things a user does with a change, with what Camel has in stock. */
interface BodyContract extends RimFixture {

    ObjectMapper JSON = new ObjectMapper();

    @Test
    default void stockMarshalJsonWritesIt() throws Exception {
        DefaultCamelContext camel = vendor().camel();
        String number = vendor().place();
        Seen sees = new Seen();
        route(camel, rb -> rb.from(vendor().status())
                .marshal()
                .json(JsonLibrary.Jackson)
                .convertBodyTo(String.class)
                .process(sees));

        assertIsTheChange(number, JSON.readTree((String) sees.bodies(1).get(0)));
    }

    @Test
    default void filesInAppendModeHoldOneChangeALine() throws Exception {
        DefaultCamelContext camel = vendor().camel();
        String number = vendor().place();
        Seen sees = new Seen();
        String another = vendor().place();
        route(camel, rb -> rb.from(vendor().status())
                .to("file:" + folder() + "?fileName=changes.jsonl&fileExist=Append&appendChars=\\n")
                .process(sees));
        sees.bodies(2);

        List<String> lines = Files.readAllLines(folder().resolve("changes.jsonl"));
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            assertThat(JSON.readTree(line).at("/current/purchaseOrderNumber").asText())
                    .isIn(number, another);
        }
    }

    /** The bare body becomes a message of bytes; sent as text, it is one of text. None is empty. */
    @Test
    default void brokerGetsMessagesThatAreNotEmpty() throws Exception {
        DefaultCamelContext camel = vendor().camel();
        String number = vendor().place();
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
                rb.from(vendor().status())
                        .to("jms:queue:changes")
                        .convertBodyTo(String.class)
                        .to("jms:queue:changes");
            });
            soon().until(() -> received.size() == 2);

            assertThat(received)
                    .filteredOn(
                            exchange -> exchange.getMessage(JmsMessage.class).getJmsMessage() instanceof BytesMessage)
                    .hasSize(1);
            for (Exchange message : received) {
                assertIsTheChange(number, JSON.readTree(message.getMessage().getBody(String.class)));
            }
            camel.stop();
        } finally {
            broker.stop();
        }
    }

    @Test
    default void tableTakesItsFieldsAndItsText() throws Exception {
        DefaultCamelContext camel = vendor().camel();
        String number = vendor().place();
        Seen sees = new Seen();
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder().resolve("orders.db"));
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table orders (number text, status text, document text)");
        }
        camel.getRegistry().bind("orders", database);
        route(camel, rb -> rb.from(vendor().status())
                .to("sql:insert into orders values (:#${body.current.purchaseOrderNumber},"
                        + " :#CamelPurchaseOrderStatus, :#${bodyAs(String)})?dataSource=#orders")
                .process(sees));
        sees.bodies(1);

        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("select * from orders")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("number")).isEqualTo(number);
            assertThat(row.getString("status")).isEqualTo(vendor().life().get(0));
            assertIsTheChange(number, JSON.readTree(row.getString("document")));
        }
    }

    @Test
    default void simpleReadsIntoIt() {
        DefaultCamelContext camel = vendor().camel();
        String number = vendor().place();
        Seen sees = new Seen();
        route(camel, rb -> rb.from(vendor().status())
                .filter(rb.simple(
                        "${body.current.status} == '" + vendor().life().get(0) + "'"))
                .setBody(rb.simple("${body.kind} ${body.current.purchaseOrderNumber} ${body.current.status}"
                        + " ${body.current.lines.size}"))
                .process(sees));

        assertThat(sees.bodies(1))
                .containsExactly("first-seen " + number + " " + vendor().life().get(0) + " 1");
    }

    @Test
    default void jsonpathReadsIntoIt() {
        DefaultCamelContext camel = vendor().camel();
        String number = vendor().place();
        Seen sees = new Seen();
        route(camel, rb -> rb.from(vendor().status())
                .setBody(rb.jsonpath("$.current.document." + vendor().numberField(), String.class))
                .process(sees));

        assertThat(sees.bodies(1)).containsExactly(number);
    }

    @Test
    default void itConvertsToWhatCamelAsksFor() throws Exception {
        DefaultCamelContext camel = vendor().camel();
        String number = vendor().place();
        Seen sees = new Seen();
        route(camel, rb -> rb.from(vendor().status()).process(sees));
        PurchaseOrderChange change = (PurchaseOrderChange) sees.bodies(1).get(0);

        assertIsTheChange(number, JSON.readTree(convert(camel, change, String.class)));
        assertIsTheChange(number, JSON.readTree(convert(camel, change, byte[].class)));
        assertIsTheChange(
                number,
                JSON.readTree(
                        new String(convert(camel, change, InputStream.class).readAllBytes(), UTF_8)));
        assertIsTheChange(number, convert(camel, change, JsonNode.class));
        Map<?, ?> map = convert(camel, change, Map.class);
        assertIsTheChange(number, JSON.valueToTree(map));
    }

    private static <T> T convert(DefaultCamelContext camel, PurchaseOrderChange change, Class<T> type)
            throws Exception {
        return camel.getTypeConverter().mandatoryConvertTo(type, change);
    }

    /** What headers say stands in the body too; the service's document is JSON in it, not text. */
    private void assertIsTheChange(String number, JsonNode json) {
        assertThat(json.path("kind").asText()).isEqualTo("first-seen");
        assertThat(json.path("stream").asText()).isEqualTo(vendor().stream("default"));
        assertThat(json.path("eventId").asText()).isNotBlank();
        assertThat(json.at("/current/source").asText()).isEqualTo(vendor().scheme());
        assertThat(json.at("/current/account").asText()).isEqualTo("acme");
        assertThat(json.at("/current/purchaseOrderNumber").asText()).isEqualTo(number);
        assertThat(json.at("/current/status").asText())
                .isEqualTo(vendor().life().get(0));
        assertThat(json.at("/current/document/" + vendor().numberField()).asText())
                .isEqualTo(number);
    }

    /** The end of a route: remembers what came. */
    final class Seen implements Processor {
        private final List<Object> bodies = new CopyOnWriteArrayList<>();

        @Override
        public void process(Exchange exchange) {
            bodies.add(exchange.getMessage().getBody());
        }

        /** Once so many have come. */
        List<Object> bodies(int count) {
            soon().until(() -> bodies.size() >= count);
            return bodies;
        }
    }
}
