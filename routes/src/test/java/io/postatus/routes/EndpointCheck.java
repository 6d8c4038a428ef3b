/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/**
 * Holds an endpoint against the JSON that Camel's tools read: unknown options, and values that do not fit. Options that
 * are required may be missing, since they can also be set on the component.
 */
final class EndpointCheck {
    private static final List<String> OURS = List.of("amazonvendor", "partnercenter", "pos");
    private static final Set<String> OF_THE_KAMELET_COMPONENT =
            Set.of("noErrorHandler", "bridgeErrorHandler", "location", "exceptionHandler", "exchangePattern");

    private final DefaultCamelCatalog catalog = new DefaultCamelCatalog();
    private final Map<String, KameletFile> kamelets =
            KameletFile.all().stream().collect(Collectors.toMap(KameletFile::name, kamelet -> kamelet));

    EndpointCheck() throws IOException {
        for (String scheme : OURS) {
            String json = "/META-INF/io/postatus/" + scheme + "/" + scheme + ".json";
            try (InputStream stream = getClass().getResourceAsStream(json)) {
                if (stream != null) {
                    catalog.addComponent(scheme, scheme, new String(stream.readAllBytes(), UTF_8));
                }
            }
        }
    }

    /** What is wrong, in words; nothing if all is well. */
    List<String> problems(Mention mention) throws URISyntaxException {
        String uri = mention.uri();
        if (uri.startsWith("{{") || uri.startsWith("${") || uri.startsWith("ref:")) {
            return List.of();
        }
        String scheme = uri.replaceAll("[:?].*", "");
        if (scheme.equals("kamelet")) {
            return kameletProblems(mention);
        }
        if (!catalog.findComponentNames().contains(scheme)) {
            return List.of(mention + " has the scheme " + scheme + ", which no component has");
        }
        Map<String, String> options = new LinkedHashMap<>(options(uri));
        options.putAll(mention.parameters());
        EndpointValidationResult result = catalog.validateProperties(scheme, options);
        List<String> problems = new ArrayList<>();
        add(problems, mention, "has unknown options", result.getUnknown());
        add(problems, mention, "has words that are not allowed", result.getInvalidEnum());
        add(problems, mention, "has numbers that are none", result.getInvalidInteger());
        add(problems, mention, "has numbers that are none", result.getInvalidNumber());
        add(problems, mention, "has booleans that are none", result.getInvalidBoolean());
        add(problems, mention, "has durations that are none", result.getInvalidDuration());
        return problems;
    }

    private Map<String, String> options(String uri) throws URISyntaxException {
        boolean schemeOnly = uri.matches("\\w+");
        return schemeOnly ? Map.of() : catalog.endpointProperties(uri.replace("{{?", "{{"));
    }

    private List<String> kameletProblems(Mention mention) {
        String name = mention.uri().replaceAll("^kamelet:/*|[?/].*", "");
        boolean end = name.equals("source") || name.equals("sink");
        boolean ours = OURS.stream().anyMatch(scheme -> name.startsWith(scheme + "-"));
        if (end || name.startsWith("{{") || !ours) {
            return List.of();
        }
        KameletFile kamelet = kamelets.get(name);
        if (kamelet == null) {
            return List.of(mention + " is no Kamelet of ours");
        }
        List<String> problems = new ArrayList<>();
        Map<String, String> options = query(mention.uri());
        options.putAll(mention.parameters());
        options.forEach((option, value) -> {
            var property = kamelet.properties().path(option);
            if (property.isMissingNode()) {
                if (!OF_THE_KAMELET_COMPONENT.contains(option)) {
                    problems.add(mention + " has unknown options [" + option + "]");
                }
                return;
            }
            boolean placeholder = value.contains("{{") || value.contains("${");
            List<String> allowed = new ArrayList<>();
            property.path("enum").forEach(word -> allowed.add(word.asText()));
            if (!placeholder && !allowed.isEmpty() && !allowed.contains(value)) {
                problems.add(mention + " has words that are not allowed: " + value + " is none of " + allowed);
            }
            if (!placeholder && property.path("type").asText().equals("integer") && !value.matches("-?\\d+")) {
                problems.add(mention + " has numbers that are none: " + option + "=" + value);
            }
        });
        return problems;
    }

    private static Map<String, String> query(String uri) {
        Map<String, String> query = new LinkedHashMap<>();
        int start = uri.indexOf('?');
        if (start >= 0) {
            for (String option : uri.substring(start + 1).split("&(amp;)?")) {
                String[] parts = option.split("=", 2);
                query.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return query;
    }

    private static void add(List<String> problems, Mention mention, String what, Object found) {
        if (found != null) {
            problems.add(mention + " " + what + " " + found);
        }
    }
}
