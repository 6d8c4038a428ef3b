/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.canary.Canary;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    private static final RequestLine LINE = new RequestLine("GET", "/orders?nextToken=" + Canary.WORD);

    private final AtomicInteger fetched = new AtomicInteger();
    private final CachingTokenClient tokens = new CachingTokenClient(
            () -> CompletableFuture.completedStage(
                    new AccessToken(Canary.of("token-") + fetched.incrementAndGet(), Instant.MAX)),
            () -> Instant.EPOCH);

    @Test
    void aTokenGoesIntoTheVendorsHeaderOrIntoTheStandardOne() {
        assertThat(authenticate(Authenticator.header("x-amz-access-token", tokens))
                        .headers())
                .containsEntry("x-amz-access-token", Canary.of("token-1"));
        assertThat(authenticate(Authenticator.bearer(tokens)).headers())
                .containsEntry("Authorization", "Bearer " + Canary.of("token-1"));
    }

    @Test
    void credentialsDropTheTokenTheyWereMadeOfAndNoOther() {
        Authenticator authenticator = Authenticator.header("x-amz-access-token", tokens);
        Credentials ofOneThread = authenticate(authenticator);
        Credentials ofAnother = authenticate(authenticator);
        ofOneThread.invalidate().run();
        Credentials renewed = authenticate(authenticator);
        ofAnother.invalidate().run();
        assertThat(authenticate(authenticator).headers()).isEqualTo(renewed.headers());
        assertThat(fetched).hasValue(2);
    }

    @Test
    void neitherCredentialsNorRequestLinesPrintWhatMustStaySecret() {
        assertThat(authenticate(Authenticator.bearer(tokens)).toString()).isEqualTo("Credentials[Authorization]");
        assertThat(LINE).hasToString("GET /orders");
    }

    private static Credentials authenticate(Authenticator authenticator) {
        return authenticator.authenticate(LINE).toCompletableFuture().join();
    }
}
