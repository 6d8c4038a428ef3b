/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.http.ApiResponse;
import io.postatus.core.http.JsonDecoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads error bodies, which may be anything. Details go nowhere as they are, since they may repeat what was sent: those
 * that Amazon is known to send are turned into what a person can do. See apis/amazon-vendor-orders.md 8.
 */
final class AmazonVendorErrors {

    private static final String TOKEN_EXPIRED = "The access token you provided has expired";

    private static final Map<String, String> ADVICE = Map.of(
            TOKEN_EXPIRED,
            "the access token expired, and a fresh one did not help",
            "Access token is missing",
            "the access token did not arrive: does a proxy drop x-amz-access-token?",
            "The access token you provided is revoked",
            "the access token is not accepted: authorize the application anew",
            "The LWA secret token you provided has expired",
            "the client secret is past its 180 days: rotate clientSecret");

    private static final String UNEXPLAINED =
            "Amazon gave no reason: check the application's role, the region, and that the account is a vendor's";

    private AmazonVendorErrors() {}

    /** Whether a fresh access token cures it; of all refusals only this one. */
    static boolean tokenExpired(ApiResponse response) {
        return isDenied(response) && errors(response).stream().anyMatch(error -> mentions(error, TOKEN_EXPIRED));
    }

    /** Code and message, and what to do if access was denied. */
    static String text(ApiResponse response) {
        List<String> texts = new ArrayList<>();
        for (JsonNode error : errors(response)) {
            texts.add(
                    (error.path("code").asText("") + " " + error.path("message").asText("")).trim());
        }
        if (isDenied(response)) {
            texts.add(advice(response));
        }
        return String.join("; ", texts);
    }

    private static String advice(ApiResponse response) {
        List<JsonNode> errors = errors(response);
        return ADVICE.entrySet().stream()
                .filter(known -> errors.stream().anyMatch(error -> mentions(error, known.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNEXPLAINED);
    }

    private static boolean isDenied(ApiResponse response) {
        return response.status() == 401 || response.status() == 403;
    }

    private static boolean mentions(JsonNode error, String text) {
        return error.path("details").asText("").contains(text)
                || error.path("message").asText("").contains(text);
    }

    private static List<JsonNode> errors(ApiResponse response) {
        List<JsonNode> errors = new ArrayList<>();
        JsonDecoding.lenient(response).path("errors").forEach(errors::add);
        return errors;
    }
}
