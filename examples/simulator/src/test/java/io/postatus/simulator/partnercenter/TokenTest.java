/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.partnercenter.PartnerClient.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The token endpoint of Entra ID (apis/partner-center-orders.md 2). */
class TokenTest extends PartnerFixture {
    private static final String API = "https://api.partnercenter.microsoft.com";

    @Test
    void thePresentFormAnswersWithNumbers() {
        JsonNode body = client.login().body();

        assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.path("expires_in").isInt()).isTrue();
        assertThat(body.has("refresh_token")).isFalse();
    }

    @Test
    void theOlderFormAnswersWithNumbersAsTexts() {
        JsonNode body = legacy("https://graph.windows.net").body();

        assertThat(body.path("expires_in").asText()).isEqualTo("3600");
        assertThat(body.path("expires_in").isTextual()).isTrue();
        assertThat(body.path("expires_on").asText()).isEqualTo("1772449200");
    }

    @Test
    void everyUseOfARefreshTokenBringsANewOneAndTheOldOnesStayGood() {
        String first = contoso.refreshToken();
        String second = refresh(first).body().path("refresh_token").asText();

        assertThat(second).isNotEqualTo(first).isEqualTo(contoso.refreshToken());
        assertThat(refresh(first).status()).isEqualTo(200);
        contoso.revoke();
        assertError(refresh(contoso.refreshToken()), 400, "invalid_grant");
    }

    @Test
    void onlyTheNewestRefreshTokenIsGoodWhereThatIsWanted() {
        try (Simulator strict = Simulator.builder()
                .clock(SettableClock.at("2026-03-02T10:00:00Z"))
                .partnerCenter(options -> options.newestRefreshTokenOnly(true))
                .build()
                .start()) {
            PartnerTenant tenant = strict.partnerCenter().tenant("contoso");
            String first = tenant.refreshToken();
            PartnerClient user = new PartnerClient(strict, tenant, true);
            user.login();

            assertThat(user.login().status()).isEqualTo(200);
            assertError(refresh(user, tenant, first), 400, "invalid_grant");
        }
    }

    @Test
    void withoutOfflineAccessThereIsNoNewRefreshToken() {
        assertThat(ask(
                                "refresh_token",
                                contoso.refreshToken(),
                                "scope",
                                API + "/.default",
                                "grant_type",
                                "refresh_token")
                        .body()
                        .has("refresh_token"))
                .isFalse();
    }

    @Test
    void wrongCredentialsHaveTheirOwnErrors() {
        assertError(ask("client_secret", "wrong"), 401, "invalid_client");
        assertError(ask("client_id", "0d1e0000-0000-0000-0000-000000000000"), 400, "unauthorized_client");
        assertError(ask("grant_type", "password"), 400, "unsupported_grant_type");
        assertError(ask("client_id", ""), 400, "invalid_request");
        assertError(ask("scope", API + "/user_impersonation"), 400, "invalid_scope");
        assertError(ask("scope", "https://elsewhere.example/.default"), 400, "invalid_resource");
        assertError(legacy("https://elsewhere.example"), 400, "invalid_resource");
        assertError(refresh("forged"), 400, "invalid_grant");
        URI nobody = contoso.baseUrl().resolve("/nobody/oauth2/v2.0/token");
        assertError(client.token(nobody, "grant_type", "client_credentials"), 400, "invalid_request");
        assertError(refresh(simulator.partnerCenter().tenant("other").refreshToken()), 400, "invalid_grant");
    }

    @Test
    void aRotatedSecretEndsTheOldOne() {
        String old = contoso.clientSecret();
        contoso.rotateSecret();

        assertError(ask("client_secret", old), 401, "invalid_client");
        assertThat(client.login().status()).isEqualTo(200);
    }

    @Test
    void theTenantMayBeNamedByItsDomain() {
        URI url = contoso.baseUrl().resolve("/contoso.example/oauth2/v2.0/token");

        assertThat(client.token(url, fields()).status()).isEqualTo(200);
    }

    @Test
    void aTokenLivesForItsLifetime() {
        client.login();
        clock.advance(Duration.ofSeconds(3599));
        assertThat(client.get("/customers").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.get("/customers").status()).isEqualTo(401);

        client.login();
        assertThat(client.get("/customers").status()).isEqualTo(200);
        simulator.partnerCenter().forgetTokens(contoso);
        assertThat(client.get("/customers").code()).isEqualTo("400");
    }

    @Test
    void tokenFaultsStrikeAndPass() {
        simulator.faults().next(Fault.TOKEN_INTERNAL_ERROR);
        assertError(client.login(), 500, "server_error");
        simulator.faults().next(Fault.TOKEN_UNAVAILABLE);
        assertError(client.login(), 503, "temporarily_unavailable");
        simulator.faults().next(Fault.INVALID_GRANT);
        assertError(client.login(), 400, "invalid_grant");
        simulator.faults().next(Fault.INVALID_CLIENT);
        assertError(client.login(), 401, "invalid_client");
        assertThat(client.login().status()).isEqualTo(200);
    }

    @Test
    void tokenCallsAreCountedAndRecordedWithoutSecrets() {
        client.get("/customers");
        client.get("/customers");

        assertThat(simulator.partnerCenter().tokenCalls()).isEqualTo(1);
        assertThat(simulator.partnerCenter().requests())
                .extracting(request -> request.operation() + " " + request.account() + " " + request.status())
                .containsExactly("token contoso 200", "listCustomers contoso 200", "listCustomers contoso 200");
        assertThat(simulator.partnerCenter().requests().toString())
                .doesNotContain(contoso.clientSecret(), contoso.refreshToken(), client.accessToken());
    }

    private Reply refresh(String refreshToken) {
        return refresh(client, contoso, refreshToken);
    }

    private static Reply refresh(PartnerClient client, PartnerTenant tenant, String refreshToken) {
        return client.token(
                tenant.legacyTokenUrl(),
                "grant_type",
                "refresh_token",
                "client_id",
                tenant.clientId(),
                "client_secret",
                tenant.clientSecret(),
                "resource",
                API,
                "refresh_token",
                refreshToken);
    }

    private Reply legacy(String resource) {
        return client.token(
                contoso.legacyTokenUrl(),
                "grant_type",
                "client_credentials",
                "client_id",
                contoso.clientId(),
                "client_secret",
                contoso.clientSecret(),
                "resource",
                resource);
    }

    /** The usual question with some fields changed. */
    private Reply ask(String... changed) {
        List<String> all = new ArrayList<>(List.of(fields()));
        all.addAll(List.of(changed));
        return client.token(contoso.tokenUrl(), all.toArray(String[]::new));
    }

    private String[] fields() {
        return new String[] {
            "grant_type",
            "client_credentials",
            "client_id",
            contoso.clientId(),
            "client_secret",
            contoso.clientSecret(),
            "scope",
            API + "/.default"
        };
    }

    private static void assertError(Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.body().path("error").asText()).isEqualTo(error);
        assertThat(reply.body().path("error_description").asText()).startsWith("AADSTS");
        assertThat(reply.body().path("error_codes").isArray()).isTrue();
    }
}
