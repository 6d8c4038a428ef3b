/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.AccessTokens;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Login with Amazon (reference, section 3). */
final class TokenEndpoint {
    private static final List<String> FIELDS = List.of("grant_type", "refresh_token", "client_id", "client_secret");

    private final AccessTokens<AmazonAccount> tokens;
    private final Faults faults;

    TokenEndpoint(AccessTokens<AmazonAccount> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    Answer answer(Call call, Collection<AmazonAccount> accounts, Instant now) {
        Map<String, String> fields = fields(call);
        Optional<AmazonAccount> grantee = accounts.stream()
                .filter(account -> account.refreshToken().equals(fields.get("refresh_token")))
                .findFirst();
        Answer failure = failure(grantee.map(AmazonAccount::id).orElse(null));
        if (failure != null) {
            return failure;
        }
        if (fields.get("grant_type") != null && !"refresh_token".equals(fields.get("grant_type"))) {
            return error(400, "unsupported_grant_type", "The authorization grant type is not supported");
        }
        if (!FIELDS.stream()
                .allMatch(
                        field -> fields.containsKey(field) && !fields.get(field).isEmpty())) {
            return error(400, "invalid_request", "The request is missing a required parameter or is malformed");
        }
        if (accounts.stream().noneMatch(account -> authentic(account, fields))) {
            return invalidClient();
        }
        return grantee.filter(account -> authentic(account, fields))
                .filter(account -> !account.credentials().revoked())
                .map(account -> granted(account, now))
                .orElseGet(TokenEndpoint::invalidGrant);
    }

    /** The account that a request names, whether or not it may, for the log. */
    static String account(Call call, Collection<AmazonAccount> accounts) {
        String refreshToken = fields(call).get("refresh_token");
        return accounts.stream()
                .filter(account -> account.refreshToken().equals(refreshToken))
                .map(AmazonAccount::id)
                .findFirst()
                .orElse(null);
    }

    private Answer failure(String account) {
        Occasion occasion = Occasion.of(null, account);
        if (faults.strikes(Fault.TOKEN_INTERNAL_ERROR, occasion)) {
            return error(500, "server_error", "The authorization server encountered an unexpected condition");
        }
        if (faults.strikes(Fault.TOKEN_UNAVAILABLE, occasion)) {
            return error(503, "temporarily_unavailable", "The authorization server is currently unable to handle it");
        }
        if (faults.strikes(Fault.INVALID_GRANT, occasion)) {
            return invalidGrant();
        }
        return faults.strikes(Fault.INVALID_CLIENT, occasion) ? invalidClient() : null;
    }

    private Answer granted(AmazonAccount account, Instant now) {
        ObjectNode body = Json.object()
                .put("access_token", tokens.issue("Atza|" + account.id() + "-", account, now))
                .put("token_type", "bearer")
                .put("expires_in", tokens.lifetimeSeconds())
                .put("refresh_token", account.refreshToken());
        return Answer.of(200, "application/json;charset=UTF-8", body.toString());
    }

    private static boolean authentic(AmazonAccount account, Map<String, String> fields) {
        return account.clientId().equals(fields.get("client_id"))
                && account.clientSecret().equals(fields.get("client_secret"));
    }

    private static Answer invalidGrant() {
        return error(400, "invalid_grant", "The request has an invalid grant parameter : refresh_token");
    }

    private static Answer invalidClient() {
        return error(401, "invalid_client", "Client authentication failed");
    }

    private static Answer error(int status, String code, String description) {
        ObjectNode body = Json.object().put("error", code).put("error_description", description);
        return Answer.of(status, "application/json;charset=UTF-8", body.toString());
    }

    /** The fields of a form, or of the JSON body that Amazon's own SDK sends; none of anything else. */
    private static Map<String, String> fields(Call call) {
        String type = call.headers().getOrDefault("content-type", "");
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            if (type.startsWith("application/json")) {
                Json.parse(call.text())
                        .fields()
                        .forEachRemaining(field ->
                                fields.put(field.getKey(), field.getValue().asText()));
            } else if (type.startsWith("application/x-www-form-urlencoded")) {
                for (String pair : call.text().split("&")) {
                    String[] parts = pair.split("=", 2);
                    fields.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
                }
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            fields.clear();
        }
        return fields;
    }
}
