/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.designer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lets designers show a flow step by step and give it back as it was; they themselves are asked by check-in-*. */
class FlowRulesTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([\\w.-]+)}}");
    private static final Set<String> KINDS = Set.of("route", "routeConfiguration");
    private static final Set<String> LANGUAGES = Set.of("simple", "constant", "header", "jsonpath");
    /** Kaoto shows no more of a step's description. */
    private static final int LABEL = 19;

    private static final JsonSchema SCHEMA = schema();

    static List<Flow> flows() {
        return Flow.all();
    }

    private static JsonSchema schema() {
        try (InputStream stream = FlowRulesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new IllegalStateException("the schema of Camel's YAML DSL cannot be read", e);
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void keepsToTheSchemaOfTheYamlDsl(Flow flow) throws IOException {
        assertThat(problems(flow.text())).isEmpty();
    }

    @Test
    void theSchemaFindsAMisspeltStep() throws IOException {
        String text = Flow.named("status-to-table").text();

        assertThat(problems(text.replace("- to:", "- too:"))).isNotEmpty();
    }

    private Set<ValidationMessage> problems(String text) throws IOException {
        return SCHEMA.validate(YAML.readTree(text));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void hasOnlyWhatBothDesignersKeep(Flow flow) throws IOException {
        assertThat(YAML.readTree(flow.text()))
                .allSatisfy(part -> assertThat(KINDS).contains(part.fieldNames().next()));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyStepHasAnIdAndALabelThatFits(Flow flow) throws IOException {
        List<JsonNode> steps = objects(flow, "from");
        objects(flow, "steps")
                .forEach(list -> list.forEach(step -> steps.add(step.elements().next())));

        assertThat(steps).hasSizeGreaterThan(1).allSatisfy(step -> {
            assertThat(step.path("id").asText()).isNotBlank();
            assertThat(step.path("description").asText()).isNotBlank().hasSizeLessThanOrEqualTo(LABEL);
        });
    }

    @ParameterizedTest
    @MethodSource("flows")
    void endpointsAreWrittenAsUriAndParametersAndExpressionsInTheLongForm(Flow flow) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        walk(YAML.readTree(flow.text()), all::add);

        assertThat(all)
                .filteredOn(node -> node.path("uri").isTextual())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.path("uri").asText()).matches("\\w+|kamelet:[\\w-]+"));
        for (String language : LANGUAGES) {
            assertThat(all).filteredOn(node -> node.has(language)).allSatisfy(node -> assertThat(
                            node.at("/" + language + "/expression").asText())
                    .isNotBlank());
        }
    }

    @Test
    void everyPlaceholderIsInTheSettingsBesideTheFlows() throws IOException {
        Properties settings = new Properties();
        try (InputStream stream = Files.newInputStream(Path.of("flows/application.properties"))) {
            settings.load(stream);
        }
        assertThat(flows())
                .flatExtracting(flow -> PLACEHOLDER
                        .matcher(flow.text())
                        .results()
                        .map(hit -> hit.group(1))
                        .toList())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(settings).containsKey(name));
    }

    private static List<JsonNode> objects(Flow flow, String field) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        walk(YAML.readTree(flow.text()), node -> Stream.of(node.path(field))
                .filter(value -> !value.isMissingNode())
                .forEach(found::add));
        return found;
    }

    private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }
}
