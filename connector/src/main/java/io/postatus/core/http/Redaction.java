/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.auth.Credentials;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a service's words fit for a log: services echo what was sent, and what was sent holds secrets. */
record Redaction(List<String> secrets) {

    /** Shorter values are page sizes, statuses and words of the message itself. */
    private static final int SHORTEST_SECRET = 8;

    static Redaction of(ApiRequest request, Credentials credentials) {
        List<String> secrets = new ArrayList<>();
        credentials.headers().values().forEach(value -> {
            secrets.add(value);
            secrets.add(value.substring(value.indexOf(' ') + 1));
        });
        request.query().parameters().forEach(parameter -> {
            secrets.add(parameter.value());
            secrets.add(PercentEncoding.encode(parameter.value()));
        });
        request.headers().values().forEach(secrets::add);
        if (request.headers().getOrDefault("Content-Type", "").contains("form-urlencoded")) {
            addForm(new String(request.body(), StandardCharsets.UTF_8), secrets);
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
        secrets.sort(Comparator.comparing(String::length).reversed());
        return new Redaction(secrets);
    }

    String apply(String text) {
        String safe = text;
        for (String secret : secrets) {
            safe = safe.replace(secret, "***");
        }
        return ForeignWords.oneLine(safe);
    }

    private static void addForm(String form, List<String> secrets) {
        for (String field : form.split("&")) {
            String value = field.substring(field.indexOf('=') + 1);
            secrets.add(value);
            secrets.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
    }

    @Override
    public String toString() {
        return "Redaction[" + secrets.size() + "]";
    }
}
