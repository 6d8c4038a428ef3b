/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all Kamelets of Camel's own catalog keep to, and what designers need to show ours step by step. */
class KameletRulesTest {
    private static final String VERSION = System.getProperty("project.version");
    private static final String CREDENTIALS = "urn:camel:group:credentials";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([\\w.-]+)(:[^}]*)?}}");
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean", "number");
    private static final Set<String> STEPS_WITHOUT_FORM = Set.of("kamelet:source", "kamelet:sink");

    static List<KameletFile> kamelets() {
        return KameletFile.all();
    }

    @Test
    void allOfThemAreThere() {
        assertThat(kamelets())
                .extracting(KameletFile::name)
                .contains("amazonvendor-acknowledge-sink", "partnercenter-attach-purchase-order-sink")
                .containsAll(Stream.of("amazonvendor", "partnercenter", "pos")
                        .flatMap(service -> Stream.of(
                                        "purchase-order-status-source",
                                        "purchase-order-sweep-source",
                                        "get-purchase-order-action")
                                .map(name -> service + "-" + name))
                        .toList());
    }

    /** All but the subscription, of which sweeps say more. */
    @Test
    void whatIsCalledTheSameIsDescribedTheSameInAllKameletsOfAService() {
        Map<String, JsonNode> first = new HashMap<>();
        kamelets()
                .forEach(kamelet -> each(kamelet.properties(), (name, property) -> {
                    JsonNode before = first.computeIfAbsent(service(kamelet) + " " + name, key -> property);
                    if (!name.equals("subscription")) {
                        assertThat(property.path("description"))
                                .as(kamelet + " " + name)
                                .isEqualTo(before.path("description"));
                    }
                }));
    }

    @Test
    void whatIsCalledTheSameHasTheSameTitleAndTypeInAllServices() {
        Map<String, JsonNode> first = new HashMap<>();
        kamelets()
                .forEach(kamelet -> each(kamelet.properties(), (name, property) -> {
                    JsonNode before = first.computeIfAbsent(name, key -> property);
                    assertThat(property.path("title")).as(kamelet + " " + name).isEqualTo(before.path("title"));
                    assertThat(property.path("type")).as(kamelet + " " + name).isEqualTo(before.path("type"));
                }));
    }

    /** StatusSourceKameletTest makes each of them. */
    @Test
    void allSourcesOfAServiceDeclareTheSameTypesAndAllServicesTheSameFormats() {
        List<KameletFile> sources = kamelets().stream()
                .filter(kamelet -> kamelet.type().equals("source"))
                .toList();
        Map<String, JsonNode> first = new HashMap<>();
        for (KameletFile source : sources) {
            JsonNode types = source.at("/spec/dataTypes/out/types");
            assertThat(types).as(source.name()).isEqualTo(first.computeIfAbsent(service(source), service -> types));
            assertThat(types.findValuesAsText("format"))
                    .as(source.name())
                    .containsExactly(
                            "purchase-order:application-json",
                            "purchase-order:application-cloudevents+json",
                            "purchase-order:http-application-cloudevents",
                            "purchase-order:kafka-application-cloudevents");
        }
    }

    private static String service(KameletFile kamelet) {
        return kamelet.name().replaceAll("-.*", "");
    }

    @Test
    void noTwoHaveTheSameTitleOrDescription() {
        assertThat(kamelets())
                .extracting(kamelet -> kamelet.at("/spec/definition/title").asText())
                .doesNotHaveDuplicates();
        assertThat(kamelets())
                .extracting(
                        kamelet -> kamelet.at("/spec/definition/description").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void nameTypeAndTitleAgree(KameletFile kamelet) {
        assertThat(kamelet.at("/apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.at("/kind").asText()).isEqualTo("Kamelet");
        assertThat(kamelet.path()).hasFileName(kamelet.name() + ".kamelet.yaml");
        assertThat(kamelet.type()).isIn("source", "sink", "action");
        assertThat(kamelet.name()).endsWith("-" + kamelet.type()).matches("[a-z0-9-]+");
        assertThat(kamelet.at("/spec/definition/title").asText())
                .endsWith(" " + kamelet.type().substring(0, 1).toUpperCase()
                        + kamelet.type().substring(1))
                .matches("[A-Z].*")
                .doesNotMatch("(The|An?) .*");
        assertThat(kamelet.at("/spec/definition/description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void annotationsAreComplete(KameletFile kamelet) {
        assertThat(kamelet.annotation("kamelet.support.level").asText()).isEqualTo("Preview");
        assertThat(kamelet.annotation("catalog.version").asText()).isEqualTo(VERSION);
        assertThat(kamelet.annotation("kamelet.icon").asText()).startsWith("data:image/svg+xml;base64,");
        assertThat(kamelet.annotation("provider").asText()).isNotBlank();
        assertThat(kamelet.annotation("kamelet.group").asText()).isNotBlank();
        assertThat(kamelet.annotation("kamelet.namespace").asText()).isEqualTo("Purchase Orders");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void propertiesAreDescribed(KameletFile kamelet) {
        assertThat(kamelet.at("/spec/definition/type").asText()).isEqualTo("object");
        each(kamelet.properties(), (name, property) -> {
            assertThat(property.path("title").asText()).as(name + " title").matches("[A-Z].*");
            assertThat(property.path("title").asText()).as(name + " title").doesNotMatch("(The|An?) .*");
            assertThat(property.path("description").asText())
                    .as(name + " description")
                    .matches("[A-Z](?s:.*)\\.");
            assertThat(property.path("type").asText()).as(name + " type").isIn(TYPES);
        });
        assertThat(names(kamelet.properties()))
                .allSatisfy(name -> assertThat(name).matches("[a-z][A-Za-z]+"));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void noTwoPropertiesHaveTheSameTitle(KameletFile kamelet) {
        assertThat(StreamSupport.stream(kamelet.properties().spliterator(), false)
                        .map(property -> property.path("title").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void requiredPropertiesAreDefinedAndHaveNoDefault(KameletFile kamelet) {
        List<String> required = texts(kamelet.at("/spec/definition/required"));
        assertThat(required).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(names(kamelet.properties()));
        assertThat(required)
                .allSatisfy(name -> assertThat(kamelet.properties().path(name).has("default"))
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void secretsAreMarkedAsSuch(KameletFile kamelet) {
        each(kamelet.properties(), (name, property) -> {
            boolean secret = name.matches("(?i).*(secret|token|password|key|clientid)") && !name.endsWith("Url");
            boolean password = "password".equals(property.path("format").asText());
            List<String> descriptors = texts(property.path("x-descriptors"));
            assertThat(password).as(name + " is a password").isEqualTo(secret);
            assertThat(descriptors.contains(CREDENTIALS))
                    .as(name + " is a credential")
                    .isEqualTo(secret);
            assertThat(descriptors).doesNotHaveDuplicates();
        });
        assertThat(kamelet.text()).doesNotContain("urn:alm:descriptor");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void optionalPropertiesWithoutDefaultAreUsedAsSuch(KameletFile kamelet) {
        Set<String> required = new HashSet<>(texts(kamelet.at("/spec/definition/required")));
        each(kamelet.properties(), (name, property) -> {
            boolean optional = !required.contains(name) && !property.has("default");
            assertThat(kamelet.text().contains("{{?" + name + "}}"))
                    .as(name + " is used as {{?" + name + "}}")
                    .isEqualTo(optional);
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyPlaceholderIsDeclaredAndEveryPropertyUsed(KameletFile kamelet) {
        Set<String> declared = new TreeSet<>(names(kamelet.properties()));
        kamelet.at("/spec/template/beans")
                .forEach(bean -> declared.add(bean.path("name").asText()));
        Set<String> used = new TreeSet<>();
        PLACEHOLDER.matcher(kamelet.at("/spec/template").toString()).results().forEach(hit -> used.add(hit.group(1)));
        assertThat(used).isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void dataTypesAreDescribed(KameletFile kamelet) {
        List<String> directions = kamelet.type().equals("source") ? List.of("out") : List.of("in", "out");
        assertThat(names(kamelet.at("/spec/dataTypes"))).containsExactlyElementsOf(directions);
        for (String direction : directions) {
            JsonNode types = kamelet.at("/spec/dataTypes/" + direction);
            assertThat(names(types.path("types")))
                    .contains(types.path("default").asText());
            types.path("types").forEach(type -> {
                assertThat(type.path("mediaType").asText()).contains("/");
                assertThat(type.path("description").asText()).isNotBlank();
            });
            types.path("headers").forEach(header -> {
                assertThat(header.path("title").asText()).isNotBlank();
                assertThat(header.path("description").asText()).isNotBlank();
                assertThat(header.path("type").asText()).isIn(TYPES);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void dependenciesNameOurVersion(KameletFile kamelet) {
        List<String> dependencies = texts(kamelet.at("/spec/dependencies"));
        assertThat(dependencies)
                .doesNotHaveDuplicates()
                .contains("camel:core", "camel:kamelet", "mvn:io.postatus:camel-purchase-orders:" + VERSION)
                .allMatch(dependency -> dependency.matches("(camel|mvn):.+"))
                .filteredOn(dependency -> dependency.startsWith("mvn:io.postatus:"))
                .allMatch(dependency -> dependency.endsWith(":" + VERSION));
        if (kamelet.text().contains("io.postatus.routes")) {
            assertThat(dependencies).contains("mvn:io.postatus:camel-purchase-orders-kamelets:" + VERSION);
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void oneEndIsTheUsersRoute(KameletFile kamelet) {
        String start = kamelet.at("/spec/template/from/uri").asText();
        if (kamelet.type().equals("source")) {
            assertThat(kamelet.text()).containsOnlyOnce("uri: kamelet:sink");
            assertThat(start).doesNotStartWith("kamelet:");
        } else {
            assertThat(start).isEqualTo("kamelet:source");
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyStepHasAnIdAndADescription(KameletFile kamelet) {
        List<String> ids = new ArrayList<>();
        steps(kamelet).forEach(step -> {
            assertThat(step.path("id").asText()).as("id of " + step).matches("[a-z][A-Za-z]+");
            assertThat(step.path("description").asText())
                    .as("description of " + step)
                    .isNotBlank();
            ids.add(step.path("id").asText());
        });
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void endpointsAreWrittenAsUriAndParameters(KameletFile kamelet) {
        assertThat(kamelet.templateObjects())
                .filteredOn(step -> step.has("uri"))
                .extracting(step -> step.path("uri").asText())
                .isNotEmpty()
                .allMatch(uri -> uri.matches("[a-z0-9]+") || STEPS_WITHOUT_FORM.contains(uri));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void expressionsAreWrittenInTheLongFormAndAreNotEmpty(KameletFile kamelet) {
        for (String language : List.of("simple", "constant", "header", "variable", "jsonpath", "jq")) {
            assertThat(kamelet.templateObjects())
                    .filteredOn(object -> object.has(language))
                    .allSatisfy(object -> assertThat(
                                    object.path(language).path("expression").asText())
                            .as(language)
                            .isNotBlank());
        }
        assertThat(kamelet.templateObjects())
                .as("a nested idempotentConsumer is not drawn by Kaoto")
                .noneMatch(object -> object.path("idempotentConsumer").has("steps"));
    }

    private static Stream<JsonNode> steps(KameletFile kamelet) {
        Stream<JsonNode> listed = kamelet.templateObjects().stream()
                .filter(object -> object.path("steps").isArray() || object.has("doCatch"))
                .flatMap(object -> StreamSupport.stream(object.path("steps").spliterator(), false)
                        .map(step -> step.iterator().next()));
        Stream<JsonNode> branches = kamelet.templateObjects().stream().flatMap(object -> Stream.of("when", "doCatch")
                .flatMap(key -> StreamSupport.stream(object.path(key).spliterator(), false)));
        return Stream.of(Stream.of(kamelet.at("/spec/template/from")), listed, branches)
                .flatMap(steps -> steps);
    }

    private interface Property {
        void check(String name, JsonNode property);
    }

    private static void each(JsonNode properties, Property check) {
        for (Iterator<Map.Entry<String, JsonNode>> i = properties.fields(); i.hasNext(); ) {
            Map.Entry<String, JsonNode> property = i.next();
            check.check(property.getKey(), property.getValue());
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
