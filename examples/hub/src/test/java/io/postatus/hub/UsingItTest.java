/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/using-it.md shows is what comes. */
class UsingItTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Page page;
    private Simulator simulator;
    private AmazonAccount acme;

    /** A change as it is told: the body, the same as text, the headers. */
    private record Told(PurchaseOrderChange change, String text, Map<String, Object> headers) {
        static Told by(Exchange exchange) {
            return new Told(
                    exchange.getMessage().getBody(PurchaseOrderChange.class),
                    exchange.getMessage().getBody(String.class),
                    Map.copyOf(exchange.getMessage().getHeaders()));
        }
    }

    @BeforeEach
    void begin() throws Exception {
        page = Page.of("docs/using-it.md");
        simulator = Simulator.builder().build().start();
        acme = simulator.amazon().account("ACME1");
    }

    @AfterEach
    void end() {
        simulator.close();
    }

    @Test
    void bothShapesOfAChangeAndItsHeadersAreAsShown() throws Exception {
        Told told = anAcknowledgement();

        Shape body = Shape.of(JSON.readTree(told.text));
        assertShown(page.json(0), body, "current.document.");
        assertThat(page.firstColumn("The body")).isEqualTo(paths(body));
        assertShown(page.json(1), Shape.of(JSON.readTree(EventLine.json(told.change))), "document.");
        assertThat(page.firstColumn("The headers")).isEqualTo(told.headers.keySet());
    }

    /** All fields with their types; of the service's own document, some of those that are there. */
    private static void assertShown(JsonNode example, Shape real, String document) {
        Shape shown = Shape.of(example);
        assertThat(shown.without(document)).isEqualTo(real.without(document));
        assertThat(shown.under(document).fields()).isNotEmpty();
        assertThat(real.fields()).containsAllEntriesOf(shown.under(document).fields());
    }

    /** The paths of a shape, where what was told before, the service's document and its words each stand for all in them. */
    private static Set<String> paths(Shape shape) {
        Set<String> paths = new TreeSet<>();
        for (String path : shape.fields().keySet()) {
            paths.add(path.replaceFirst("^(previous|current\\.document|.*vendorStatuses)\\..*", "$1"));
        }
        return paths;
    }

    private Told anAcknowledgement() throws Exception {
        List<Told> told = new CopyOnWriteArrayList<>();
        Main main = mainOfThePage();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("amazonvendor:purchaseOrderStatus?account=acme-de&startFrom=P1D&delay=200&initialDelay=0")
                        .process(exchange -> told.add(Told.by(exchange)));
            }
        });
        main.start();
        try {
            String number = acme.place(order -> order.line("B0EXAMPLE1", 100));
            await().atMost(PATIENCE).until(() -> told.size() == 1);
            acme.acknowledge(number, 1, 80, 20);
            await().atMost(PATIENCE).until(() -> told.size() == 2);
            return told.get(1);
        } finally {
            main.stop();
        }
    }

    @Test
    void theFirstRouteMakesAFileOfEachChange() throws Exception {
        acme.place(order -> order.line("B0EXAMPLE1", 100));
        acme.place(order -> order.line("B0EXAMPLE2", 7));
        Main main = mainOfThePage();
        main.start();
        try {
            CamelContext camel = main.getCamelContext();
            String route = page.blocks("yaml")
                    .get(0)
                    .replace("sqlite:", "sqlite:" + folder + "/")
                    .replace("file:orders", "file:" + folder + "/orders");
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("orders.yaml", route));

            await().atMost(PATIENCE).until(() -> files(folder.resolve("orders")).size() == 2);
            for (Path file : files(folder.resolve("orders"))) {
                JsonNode change = JSON.readTree(file.toFile());
                assertThat(file).hasFileName(change.path("eventId").asText() + ".json");
                assertThat(change.path("kind").asText()).isEqualTo("first-seen");
            }
            assertThat(folder.resolve("purchase-orders.db")).exists();
        } finally {
            main.stop();
        }
    }

    @Test
    void theDependenciesAreThoseWithWhichItRunsHere() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> artifacts = Pattern.compile("<artifactId>(.*?)</artifactId>")
                .matcher(page.blocks("xml").get(0))
                .results()
                .map(artifact -> artifact.group(1))
                .toList();
        assertThat(artifacts).contains("camel-purchase-orders", "camel-main", "camel-yaml-dsl");
        assertThat(artifacts).allSatisfy(name -> assertThat(pom).contains("<artifactId>" + name + "</artifactId>"));
        String version = System.getProperty("project.version");
        assertThat(page.blocks("xml").get(0)).contains("<version>" + version + "</version>");
        assertThat(page.text()).contains("io.postatus:camel-purchase-orders-kamelets:" + version);
        assertThat(Page.of("README.md").text()).contains("io.postatus:camel-purchase-orders:" + version);
    }

    /** Camel Main with the properties that the page shows, at the simulator. */
    private Main mainOfThePage() throws Exception {
        Map<String, String> environment = Map.of(
                "{{env:AMAZON_CLIENT_ID}}", acme.clientId(),
                "{{env:AMAZON_CLIENT_SECRET}}", acme.clientSecret(),
                "{{env:AMAZON_REFRESH_TOKEN}}", acme.refreshToken());
        Properties shown = new Properties();
        shown.load(new StringReader(page.blocks("properties").get(0)));
        Main main = new Main();
        main.setPropertyPlaceholderLocations("false");
        main.configure().withRoutesIncludePattern("false");
        shown.forEach((name, value) -> main.addInitialProperty(name.toString(), environment.get(value)));
        main.addInitialProperty(
                "camel.component.amazonvendor.base-url",
                simulator.amazon().baseUrl().toString());
        main.addInitialProperty(
                "camel.component.amazonvendor.token-url",
                simulator.amazon().tokenUrl().toString());
        return main;
    }

    private static List<Path> files(Path folder) {
        File[] files = folder.toFile().listFiles();
        return files == null ? List.of() : Stream.of(files).map(File::toPath).toList();
    }
}
