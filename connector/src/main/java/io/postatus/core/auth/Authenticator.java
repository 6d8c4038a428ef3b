/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Adds to a request what proves who sends it. Called for every send, retries included. */
@FunctionalInterface
public interface Authenticator {

    /** For a service that asks for nothing, such as a token service that finds the credentials in the body. */
    Authenticator NONE = line -> CompletableFuture.completedStage(Credentials.NONE);

    /** May complete later (a token is being fetched) or exceptionally (then nothing is sent). */
    CompletionStage<Credentials> authenticate(RequestLine line);

    /** The bare token in a header of the vendor's choice. */
    static Authenticator header(String name, CachingTokenClient tokens) {
        return line -> tokens.fetch()
                .thenApply(token -> new Credentials(Map.of(name, token.value()), () -> tokens.invalidate(token)));
    }

    /** {@code Authorization: Bearer}, RFC 6750. */
    static Authenticator bearer(CachingTokenClient tokens) {
        return line -> tokens.fetch()
                .thenApply(token -> new Credentials(
                        Map.of("Authorization", "Bearer " + token.value()), () -> tokens.invalidate(token)));
    }
}
