/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Fault;
import io.postatus.simulator.amazon.VendorClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Login with Amazon (reference, section 3). */
class TokenTest extends AmazonFixture {
    @Test
    void theTokenAnswerHasTheDocumentedFields() {
        Reply reply = client.login();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("access_token").asText()).startsWith("Atza|");
        assertThat(reply.body().path("token_type").asText()).isEqualTo("bearer");
        assertThat(reply.body().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(reply.body().path("refresh_token").asText()).isEqualTo(acme.refreshToken());
    }

    @Test
    void aJsonBodyIsAcceptedToo() {
        String body =
                """
                {"grant_type":"refresh_token","refresh_token":"%s","client_id":"%s","client_secret":"%s"}
                """
                        .formatted(acme.refreshToken(), acme.clientId(), acme.clientSecret());

        assertThat(client.tokenBody("application/json; charset=utf-8", body).status())
                .isEqualTo(200);
    }

    @Test
    void aTokenLivesForItsLifetimeAndANewOneDoesNotEndIt() {
        client.login();
        new VendorClient(simulator, acme).login();
        clock.advance(Duration.ofSeconds(3599));
        assertThat(client.status().status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertThat(client.status().status()).isEqualTo(403);
    }

    @Test
    void wrongCredentialsHaveTheirOwnErrors() {
        AmazonAccount other = simulator.amazon().account("OTHER");

        assertError(ask("refresh_token", "Atzr|nobody", acme.clientId(), acme.clientSecret()), 400, "invalid_grant");
        assertError(
                ask("refresh_token", other.refreshToken(), acme.clientId(), acme.clientSecret()), 400, "invalid_grant");
        assertError(ask("refresh_token", acme.refreshToken(), acme.clientId(), "wrong"), 401, "invalid_client");
        assertError(ask("refresh_token", acme.refreshToken(), "", acme.clientSecret()), 400, "invalid_request");
        assertError(
                ask("password", acme.refreshToken(), acme.clientId(), acme.clientSecret()),
                400,
                "unsupported_grant_type");
        assertError(client.tokenBody("text/plain", "x"), 400, "invalid_request");
    }

    @Test
    void aRevokedRefreshTokenAndARotatedSecretAreNoLongerGood() {
        String old = acme.clientSecret();
        String fresh = acme.rotateSecret();
        assertError(ask("refresh_token", acme.refreshToken(), acme.clientId(), old), 401, "invalid_client");
        assertThat(ask("refresh_token", acme.refreshToken(), acme.clientId(), fresh)
                        .status())
                .isEqualTo(200);

        acme.revoke();
        assertError(client.login(), 400, "invalid_grant");
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
        client.status();
        client.status();

        assertThat(simulator.amazon().tokenCalls()).isEqualTo(1);
        assertThat(simulator.amazon().requests())
                .extracting(request -> request.operation() + " " + request.account() + " " + request.status())
                .containsExactly(
                        "token ACME1 200", "getPurchaseOrdersStatus ACME1 200", "getPurchaseOrdersStatus ACME1 200");
        assertThat(simulator.amazon().requests().toString())
                .doesNotContain(acme.clientSecret(), acme.refreshToken(), client.accessToken());
    }

    private Reply ask(String grantType, String refreshToken, String clientId, String clientSecret) {
        return client.token(
                "grant_type",
                grantType,
                "refresh_token",
                refreshToken,
                "client_id",
                clientId,
                "client_secret",
                clientSecret);
    }

    private static void assertError(Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.body().path("error").asText()).isEqualTo(error);
        assertThat(reply.body().path("error_description").asText()).isNotBlank();
    }
}
