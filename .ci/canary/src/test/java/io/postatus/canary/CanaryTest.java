/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the secret is c4nary-7",
                "client_secret=amzn1.oa2-cs.v1.acme1",
                "Atzr|acme1",
                "refresh_token=Atzr%7Cacme1",
                "x-amz-access-token: Atza|ACME1-5f",
                "8Q~contoso1~secret",
                "client_secret=8Q%7Econtoso1%7Esecret",
                "0.AX-contoso",
                "Bearer eyJ.contoso.app.1",
                "Bearer eyJ.contoso1.user.1",
                "token-tickets-1",
                "secret-tickets-2",
                "X-Signature: 4XJzd6tS7chNXq2BGZzHCD0s2/UwSn3QMu1H65dY7Uk=",
            })
    void aSecretIsKnownByItsLook(String text) {
        assertThat(Canary.in(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amzn1.application-oa2-client.acme1",
                "account 'tickets-1' of contoso1",
                "WzE3NzI0NDU2MDAwMDAsIjdRWjRLMU1BIl0",
                "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                "/builds/canary/target",
            })
    void nothingElseLooksLikeOne(String text) {
        assertThat(Canary.in(text)).isEmpty();
    }

    @Test
    void whatStandsAroundTheSecretIsShown() {
        assertThat(Canary.in("account acme, token " + Canary.of("x") + ": refused"))
                .hasValue("'c4nary' in: account acme, token c4nary-x: refused");
    }
}
