/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the token endpoint was sent (apis/partner-center-orders.md 2).
 *
 * @param firstVersion whether the older form of the endpoint is used, which asks for a resource instead of a scope
 */
record TokenRequest(Map<String, String> fields, boolean firstVersion) {
    private static final String CLIENT_CREDENTIALS = "client_credentials";
    private static final String REFRESH_TOKEN = "refresh_token";

    static TokenRequest of(Call call) {
        Map<String, String> fields = new LinkedHashMap<>();
        String type = call.headers().getOrDefault("content-type", "");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            for (String pair : call.text().split("&")) {
                String[] parts = pair.split("=", 2);
                fields.put(parts[0], decoded(parts[parts.length - 1]));
            }
        }
        return new TokenRequest(fields, Route.firstVersion(call));
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean complete() {
        return List.of("grant_type", "client_id", "client_secret", audienceField()).stream()
                        .noneMatch(name -> field(name).isEmpty())
                && !(user() && field(REFRESH_TOKEN).isEmpty());
    }

    boolean grantKnown() {
        return user() || field("grant_type").equals(CLIENT_CREDENTIALS);
    }

    /** Whether the token is to speak for app and user. */
    boolean user() {
        return field("grant_type").equals(REFRESH_TOKEN);
    }

    /** Which API the token is to be good for, or an error. */
    TokenError audienceError(Set<String> known) {
        if (firstVersion) {
            return known.contains(trimmed(field("resource"))) ? null : TokenError.RESOURCE;
        }
        String scope = scopes().filter(word -> word.contains("/")).findFirst().orElse("");
        boolean delegated = user() && scope.endsWith("/user_impersonation");
        int slash = scope.lastIndexOf('/');
        if (slash < 0 || !(delegated || scope.endsWith("/.default"))) {
            return TokenError.SCOPE;
        }
        return known.contains(trimmed(scope.substring(0, slash))) ? null : TokenError.RESOURCE;
    }

    /** The second version hands out refresh tokens only on request. */
    boolean refreshTokenWanted() {
        return user() && (firstVersion || scopes().anyMatch("offline_access"::equals));
    }

    private Stream<String> scopes() {
        return Stream.of(field("scope").split(" "));
    }

    private String audienceField() {
        return firstVersion ? "resource" : "scope";
    }

    private static String trimmed(String audience) {
        return audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
