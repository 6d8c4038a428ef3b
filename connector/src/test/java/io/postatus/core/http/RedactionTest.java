/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.auth.Credentials;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each place where a secret may be sent, by itself. */
class RedactionTest {

    private static final ApiRequest BARE = ApiRequest.get("getOrder", "/orders");
    private static final Credentials NONE = Credentials.of(Map.of());

    @Test
    void aCredentialIsHiddenWithItsSchemeAndWithout() {
        Redaction redaction = Redaction.of(BARE, Credentials.of(Map.of("Authorization", "Bearer credential-1")));

        assertThat(redaction.apply("sent: Bearer credential-1")).isEqualTo("sent: ***");
        assertThat(redaction.apply("token credential-1.")).isEqualTo("token ***.");
    }

    @Test
    void aQueryValueIsHiddenAsItIsAndAsItWasEncoded() {
        Redaction redaction = Redaction.of(BARE.query("nextToken", "token/1+="), NONE);

        assertThat(redaction.apply("token/1+= and token%2F1%2B%3D")).isEqualTo("*** and ***");
    }

    @Test
    void aHeaderIsHidden() {
        Redaction redaction = Redaction.of(BARE.header("MS-ContinuationToken", "continue-1"), NONE);

        assertThat(redaction.apply("continue-1 is over")).isEqualTo("*** is over");
    }

    @Test
    void aFieldOfAFormIsHiddenAsItIsAndAsItWasEncoded() {
        ApiRequest form = ApiRequest.post("token", "/token").form(Map.of("client_secret", "s3cret~/1"));

        assertThat(Redaction.of(form, NONE).apply("s3cret~/1 or s3cret~%2F1")).isEqualTo("*** or ***");
    }

    @Test
    void aBodyThatIsNoFormIsNotTakenForSecrets() {
        ApiRequest json = ApiRequest.post("submit", "/acks").json("purchaseOrderNumber".getBytes());

        assertThat(Redaction.of(json, NONE).apply("purchaseOrderNumber is missing"))
                .isEqualTo("purchaseOrderNumber is missing");
    }

    @Test
    void theLongerSecretGoesFirstOrItsEndWouldStay() {
        Redaction redaction = Redaction.of(BARE.query("a", "secret-1").query("b", "secret-1-and-more"), NONE);

        assertThat(redaction.apply("secret-1-and-more")).isEqualTo("***");
    }

    @Test
    void whatIsShorterThanEightCharactersIsAWord() {
        Redaction redaction = Redaction.of(BARE.query("a", "1234567").query("b", "12345678"), NONE);

        assertThat(redaction.apply("1234567, 12345678")).isEqualTo("1234567, ***");
        assertThat(redaction).hasToString("Redaction[2]");
    }

    @Test
    void aTextIsCutAfter300Characters() {
        assertThat(ForeignWords.oneLine("x".repeat(300))).isEqualTo("x".repeat(300));
        assertThat(ForeignWords.oneLine("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
        assertThat(ForeignWords.oneLine(" a\r\n\tb\u0085c\u2028d\u009be ")).isEqualTo("a b c d e");
    }

    @Test
    void textsThatSayNothingLeaveNoSeparator() {
        assertThat(ForeignWords.joined("; ", " ", "a ", "", "b")).isEqualTo("a; b");
    }
}
