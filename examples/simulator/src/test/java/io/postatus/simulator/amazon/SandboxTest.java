/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.VendorClient.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every pair that Amazon publishes comes back byte for byte (reference, section 10). */
class SandboxTest {
    private static final String EXAMPLES = "data/amazon/sandboxExamples.json";
    private final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");

    @Test
    void everyPublishedPairIsReplayed() throws IOException {
        Path examples = examples();
        try (Simulator simulator = sandbox(examples)) {
            VendorClient client = client(simulator);
            JsonNode pairs = new ObjectMapper().readTree(examples.toFile());
            assertThat(pairs).hasSize(23);
            for (JsonNode pair : pairs) {
                clock.advance(Duration.ofSeconds(1));
                Reply reply = replay(client, pair);
                assertThat(reply.status())
                        .as(pair.toString())
                        .isEqualTo(pair.path("status").asInt());
                assertThat(reply.body()).as(pair.toString()).isEqualTo(pair.path("response"));
                assertThat(reply.header("x-amzn-RateLimit-Limit")).isEqualTo("5.0");
            }
        }
    }

    @Test
    void fifteenRequestsPassAtOnceOverAllOperations() throws IOException {
        try (Simulator simulator = sandbox(examples())) {
            VendorClient client = client(simulator);
            for (int i = 0; i < 15; i++) {
                assertThat(client.get(i % 2 == 0 ? VendorClient.STATUS : VendorClient.ORDERS)
                                .status())
                        .isEqualTo(200);
            }
            assertThat(client.status().status()).isEqualTo(429);
        }
    }

    private Simulator sandbox(Path examples) {
        return Simulator.builder()
                .clock(clock)
                .amazon(amazon -> amazon.sandbox(examples))
                .build()
                .start();
    }

    private static VendorClient client(Simulator simulator) {
        return new VendorClient(simulator, simulator.amazon().account("ACME1"));
    }

    private static Reply replay(VendorClient client, JsonNode pair) {
        if (pair.path("method").asText().equals("POST")) {
            JsonNode body = pair.path("parameters").path("body");
            return client.post(pair.path("path").asText(), body.isNull() ? "{}" : body.toString());
        }
        String path = pair.path("path").asText();
        List<String> query = new ArrayList<>();
        for (var parameter : pair.path("parameters").properties()) {
            String place = "{" + parameter.getKey() + "}";
            if (path.contains(place)) {
                path = path.replace(place, parameter.getValue().asText());
            } else {
                query.addAll(List.of(parameter.getKey(), parameter.getValue().asText()));
            }
        }
        return client.get(path.replaceAll("\\{.*}", "anything"), query.toArray(String[]::new));
    }

    /** The shared folder stands beside the repository; without it there is nothing to compare with. */
    private static Path examples() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve(EXAMPLES))
                .filter(Files::exists)
                .findFirst()
                .or(() -> Optional.ofNullable(System.getProperty("shared"))
                        .map(folder -> Path.of(folder).resolve(EXAMPLES)));
        if (found.isEmpty()) {
            System.out.println("skipped: no shared/" + EXAMPLES + " beside the repository");
        }
        assumeThat(found).isPresent();
        return found.get();
    }
}
