/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.model.LogDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/kamelets} says what the Kamelets say, and its examples run. After a change of a Kamelet or an example:
 * {@code mvn test -pl routes -am -Dtest=KameletPagesTest -Dkamelets.write -Dsurefire.failIfNoSpecifiedTests=false}
 */
class KameletPagesTest {
    private static final String ANSWER =
            """
            {"acknowledgements": [{"purchaseOrderNumber": "%s", "sellingParty": {"partyId": "ACME1"},
              "acknowledgementDate": "2026-03-02T10:00:00Z", "items": [{"itemSequenceNumber": "1",
              "orderedQuantity": {"amount": 100, "unitOfMeasure": "Eaches", "unitSize": 1},
              "netCost": {"amount": "12.50", "currencyCode": "EUR"},
              "itemAcknowledgements": [{"acknowledgementCode": "Accepted",
                "acknowledgedQuantity": {"amount": 100, "unitOfMeasure": "Eaches", "unitSize": 1}}]}]}]}
            """;

    @TempDir
    Path folder;

    static List<KameletPage> pages() {
        return KameletFile.all().stream().map(KameletPage::new).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageSaysWhatTheKameletSays(KameletPage page) throws IOException {
        if (System.getProperty("kamelets.write") != null) {
            Files.createDirectories(page.path().getParent());
            Files.writeString(page.path(), page.text());
        }
        assertThat(page.path()).hasContent(page.text());
    }

    @Test
    void thereIsNoPageOfAKameletThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/kamelets"))) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            pages().stream().map(KameletPage::path).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theExampleReachesTheLogAtItsEnd(KameletPage page) throws Exception {
        try (Scene scene = scene(page.kamelet())) {
            String id = scene.place();
            Files.createDirectories(folder.resolve("documents"));
            Files.createDirectories(folder.resolve("answers"));
            Files.writeString(folder.resolve("documents").resolve(PartnerScene.order(id) + ".pdf"), "%PDF-1.7 order");
            Files.writeString(folder.resolve("answers/answer.json"), ANSWER.formatted(id));
            configure(scene);
            CountDownLatch atItsEnd = new CountDownLatch(1);
            scene.camel
                    .getCamelContextExtension()
                    .addInterceptStrategy((context, step, target, next) ->
                            step instanceof LogDefinition ? announced(target, atItsEnd) : target);
            String example = page.example()
                    .replace("0 30 2 * * ?", "* * * * * ?")
                    .replace("file:", "file:" + folder + "/")
                    .replace("sqlite:", "sqlite:" + folder + "/");

            PluginHelper.getRoutesLoader(scene.camel).loadRoutes(ResourceHelper.fromString("page.camel.yaml", example));
            scene.camel.start();

            assertThat(atItsEnd.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Processor announced(Processor step, CountDownLatch reached) {
        return new DelegateAsyncProcessor(step) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                reached.countDown();
                return super.process(exchange, callback);
            }
        };
    }

    private static Scene scene(KameletFile kamelet) {
        return Scene.all().stream()
                .map(named -> named.getPayload().get())
                .filter(scene -> belongs(kamelet, scene))
                .findFirst()
                .orElseThrow();
    }

    private static boolean belongs(KameletFile kamelet, Scene scene) {
        boolean its = kamelet.name().startsWith(scene.scheme() + "-");
        if (!its) {
            scene.close();
        }
        return its;
    }

    /** As application.properties would: the credentials that the examples name, and where the simulator is. */
    private static void configure(Scene scene) {
        Properties properties = new Properties();
        scene.connection().forEach((name, value) -> properties.setProperty(scene.scheme() + "." + name, value));
        for (KameletFile kamelet : KameletFile.all()) {
            String prefix = "camel.kamelet." + kamelet.name() + ".";
            scene.connection().forEach((name, value) -> properties.setProperty(prefix + name, value));
            properties.setProperty(prefix + "startFrom", "PT1H");
            properties.setProperty(prefix + "createdWithin", "PT1H");
            properties.setProperty(prefix + "delay", "200");
        }
        scene.camel.getPropertiesComponent().setInitialProperties(properties);
    }
}
