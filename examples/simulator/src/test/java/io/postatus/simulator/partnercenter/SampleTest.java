/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An order of the simulator looks like a real one that was published. */
class SampleTest extends PartnerFixture {
    private static final String SAMPLE = "shared/data/partnercenter/order-po-upload-complete.json";

    @Test
    void anOrderHasTheFieldsOfTheSampleInTheirOrder() throws IOException {
        Optional<Path> file = sample();
        if (file.isEmpty()) {
            System.err.println("skipped: no " + SAMPLE + " beside the repository");
            abort("no " + SAMPLE);
        }
        JsonNode sample = new ObjectMapper().readTree(file.get().toFile());
        String id = fabrikam.place(order -> order.line("Plan", 1)
                .billingCycle(BillingCycle.ANNUAL)
                .currency("USD")
                .createdAt(clock.instant().plusNanos(521_711_900)));
        upload(id);
        JsonNode served = order(id).body();

        assertThat(shape(served)).isEqualTo(shape(sample));
        for (String name : List.of("billingCycle", "currencyCode", "currencySymbol", "status", "transactionType")) {
            assertThat(served.path(name)).isEqualTo(sample.path(name));
        }
        assertThat(served.path("creationDate").asText())
                .hasSameSizeAs(sample.path("creationDate").asText());
        assertThat(served.at("/links/self/uri").asText())
                .isEqualTo(sample.at("/links/self/uri")
                        .asText()
                        .replace(sample.path("referenceCustomerId").asText(), fabrikam.id())
                        .replace(sample.path("id").asText(), id));
    }

    /** Names and types; the lines of the sample were emptied before it was published. */
    private static List<String> shape(JsonNode node) {
        List<String> shape = new ArrayList<>();
        node.fields().forEachRemaining(field -> {
            shape.add(field.getKey() + " " + field.getValue().getNodeType());
            if (!field.getKey().equals("lineItems")) {
                shape.addAll(shape(field.getValue()));
            }
        });
        return shape;
    }

    private static Optional<Path> sample() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(SAMPLE))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
