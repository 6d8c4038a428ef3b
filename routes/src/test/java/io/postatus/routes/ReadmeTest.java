/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static io.postatus.simulator.partnercenter.PartnerCenterOperation.UPLOAD_ATTACHMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes that README.md shows run; only places are others. */
class ReadmeTest {
    private static final Pattern ROUTE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");

    @Test
    void anOrderThatWaitsForItsDocumentGetsTheFileThatBearsItsNumber(@TempDir Path folder) throws Exception {
        try (PartnerScene scene = new PartnerScene()) {
            String id = scene.place();
            Files.writeString(folder.resolve(PartnerScene.order(id) + ".pdf"), "%PDF-1.7 order");
            configure(scene, Map.of("startFrom", "PT1H"), "purchase-order-status-source", "attach-purchase-order-sink");

            run(
                    scene,
                    route("kamelet:partnercenter-attach-purchase-order-sink")
                            .replace("file:documents", "file:" + folder)
                            .replace("sqlite:purchase-orders.db", "memory"));

            await().untilAsserted(
                            () -> assertThat(scene.requests(UPLOAD_ATTACHMENT)).hasSize(1));
            assertThat(scene.customer
                            .document(PartnerScene.order(id))
                            .path("status")
                            .asText())
                    .isEqualTo("po_upload_complete");
        }
    }

    @Test
    void aChangeBecomesACloudEvent() throws Exception {
        try (BrokerScene scene = new BrokerScene()) {
            MockEndpoint events = scene.mock("events");
            events.expectedMessageCount(1);
            scene.place();
            configure(scene, Map.of("startFrom", "PT1H"), "purchase-order-status-source");

            run(scene, route("transformDataType").replace("log:events?showHeaders=true", "mock:events"));

            events.assertIsSatisfied();
            Message event = events.getExchanges().get(0).getMessage();
            assertThat(event.getHeader("ce-id")).isEqualTo(event.getHeader("CamelPurchaseOrderEventId"));
            assertThat(event.getHeader("ce-type")).isEqualTo("io.postatus.purchaseorder.first-seen");
        }
    }

    /** The route that holds this. */
    private static String route(String part) throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("repository"), "routes", "README.md"));
        return ROUTE.matcher(readme)
                .results()
                .map(yaml -> yaml.group(1))
                .filter(yaml -> yaml.contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** As application.properties would. */
    private static void configure(Scene scene, Map<String, String> options, String... kamelets) {
        Properties properties = new Properties();
        for (String kamelet : kamelets) {
            String prefix = "camel.kamelet." + scene.scheme() + "-" + kamelet + ".";
            scene.connection().forEach((name, value) -> properties.setProperty(prefix + name, value));
            options.forEach((name, value) -> properties.setProperty(prefix + name, value));
        }
        scene.camel.getPropertiesComponent().setInitialProperties(properties);
    }

    private static void run(Scene scene, String route) throws Exception {
        PluginHelper.getRoutesLoader(scene.camel).loadRoutes(ResourceHelper.fromString("readme.camel.yaml", route));
        scene.camel.start();
    }
}
