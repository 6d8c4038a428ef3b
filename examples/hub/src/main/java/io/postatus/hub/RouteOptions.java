/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/**
 * The options that the routes set by properties of the hub. The routes themselves say which, {@code region:
 * "{{amazon.region}}"}, so a new option or service needs nothing here.
 */
record RouteOptions(List<Option> all) {
    static final RouteOptions NONE = new RouteOptions(List.of());
    private static final Pattern PARAMETER = Pattern.compile("[?&](\\w+)=[^&]*?\\{\\{([\\w.-]+)}}");

    /** An option of a route's consumer, the property it is set by and what that holds. */
    record Option(String route, String name, String property, String value) {}

    static RouteOptions of(CamelContext context) {
        Settings settings = new Settings(context);
        List<Option> all = new ArrayList<>();
        for (RouteDefinition route : ((ModelCamelContext) context).getRouteDefinitions()) {
            Matcher parameter = PARAMETER.matcher(route.getInput().getEndpointUri());
            while (parameter.find()) {
                all.add(new Option(
                        route.getRouteId(), parameter.group(1), parameter.group(2), settings.text(parameter.group(2))));
            }
        }
        return new RouteOptions(all);
    }

    /** Those of one route: several have an option of the same name. */
    RouteOptions ofRoute(String route) {
        return new RouteOptions(
                all.stream().filter(option -> option.route.equals(route)).toList());
    }

    /**
     * The property that a message is about: of the options it names the first, since others may be what that is compared
     * with, and of several routes' the one whose value it quotes, or that has none; or else the one whose value it holds,
     * as it does the path of a file that cannot be used.
     */
    Optional<String> propertyMeantBy(String message) {
        return all.stream()
                .filter(option -> at(option.name, message) >= 0)
                .min(Comparator.comparing((Option option) -> at(option.name, message))
                        .thenComparing(option -> !message.contains("'" + option.value + "'"))
                        .thenComparing(option -> !option.value.isEmpty()))
                .or(() -> all.stream()
                        .filter(option -> !option.value.isEmpty() && at(option.value, message) >= 0)
                        .max(Comparator.comparing(option -> option.value.length())))
                .map(Option::property);
    }

    private static int at(String word, String message) {
        Matcher whole = Pattern.compile("(?<![\\w.-])" + Pattern.quote(word) + "(?!\\w)")
                .matcher(message);
        return whole.find() ? whole.start() : -1;
    }
}
