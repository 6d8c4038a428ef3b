/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

import java.time.Instant;
import java.util.Objects;

/** A token that opens the service until it expires. Never printed. */
public record AccessToken(String value, Instant expires) {

    public AccessToken {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(expires, "expires");
    }

    public boolean validAt(Instant now) {
        return now.isBefore(expires);
    }

    @Override
    public String toString() {
        return "AccessToken[***, expires=" + expires + "]";
    }
}
