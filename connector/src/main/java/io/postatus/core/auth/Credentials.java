/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

import java.util.Map;
import java.util.Objects;

/**
 * The headers that authenticate one request, and how to drop what they were made of. Since each request keeps its own,
 * an "expired" that answers an old request never drops a token that another thread has renewed meanwhile.
 *
 * @param headers    name to value
 * @param invalidate drops the token these headers were made of, and no other
 */
public record Credentials(Map<String, String> headers, Runnable invalidate) {

    /** For a service that asks for none. */
    public static final Credentials NONE = of(Map.of());

    public Credentials {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(invalidate, "invalidate");
    }

    /** Credentials that do not age, such as a key and a signature. */
    public static Credentials of(Map<String, String> headers) {
        return new Credentials(headers, () -> {});
    }

    @Override
    public String toString() {
        return "Credentials" + headers.keySet();
    }
}
