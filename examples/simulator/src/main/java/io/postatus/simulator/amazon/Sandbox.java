/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Amazon's static sandbox: canned answers by exact match, the catch-all last (reference, section 10). */
final class Sandbox {
    private record Pair(String operation, JsonNode parameters, int status, JsonNode response) {
        boolean catchAll() {
            Iterator<JsonNode> values = parameters.elements();
            while (values.hasNext()) {
                if (!values.next().isNull()) {
                    return false;
                }
            }
            return true;
        }

        boolean matches(ObjectNode asked) {
            if (parameters.size() != asked.size()) {
                return false;
            }
            return asked.properties().stream()
                    .allMatch(each -> matches(parameters.get(each.getKey()), each.getValue()));
        }

        private static boolean matches(JsonNode wanted, JsonNode given) {
            if (wanted == null) {
                return false;
            }
            return wanted.isNull()
                    || wanted.equals(given)
                    || (wanted.isValueNode() && wanted.asText().equals(given.asText()));
        }
    }

    private final List<Pair> pairs = new ArrayList<>();

    private Sandbox(JsonNode examples) {
        examples.forEach(each -> pairs.add(new Pair(
                each.path("operation").asText(),
                each.path("parameters"),
                each.path("status").asInt(),
                each.path("response"))));
    }

    static Sandbox load(Path examples) {
        try {
            return new Sandbox(Json.parse(Files.readString(examples)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sandbox examples " + examples, e);
        }
    }

    Answer answer(Request request) {
        ObjectNode asked = asked(request);
        List<Pair> candidates = pairs.stream()
                .filter(pair ->
                        pair.operation().equals(request.route().operation().id()))
                .toList();
        return candidates.stream()
                .filter(pair -> !pair.catchAll() && pair.matches(asked))
                .findFirst()
                .or(() -> candidates.stream().filter(Pair::catchAll).findFirst())
                .map(pair -> Answer.of(
                        pair.status(), "application/json", pair.response().toString()))
                .orElseThrow(() -> new Refusal(400, "InvalidInput", "Could not match input arguments", ""));
    }

    private static ObjectNode asked(Request request) {
        ObjectNode asked = Json.object();
        request.call().query().forEach(asked::put);
        switch (request.route().operation()) {
            case GET_PURCHASE_ORDER ->
                asked.put("purchaseOrderNumber", request.route().argument());
            case GET_TRANSACTION -> asked.put("transactionId", request.route().argument());
            case SUBMIT_ACKNOWLEDGEMENT -> asked.set("body", body(request));
            default -> {
                // The query is all there is.
            }
        }
        return asked;
    }

    private static JsonNode body(Request request) {
        try {
            return Json.parse(request.call().text());
        } catch (JsonProcessingException e) {
            throw Refusal.invalidInput("The body is not JSON");
        }
    }
}
