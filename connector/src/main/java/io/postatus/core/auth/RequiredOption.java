/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

import java.net.URI;

/** An option without which there is no account. */
public final class RequiredOption {

    private RequiredOption() {}

    /** @throws IllegalArgumentException naming the option, if it has no value */
    public static void check(String scheme, String option, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(scheme + " needs the option " + option);
        }
    }

    /**
     * @param example the service's own, for people
     * @throws IllegalArgumentException naming the option, if the address has no path
     */
    public static void checkPath(String option, URI address, String example) {
        if (address.getRawPath() == null || address.getRawPath().isEmpty()) {
            throw new IllegalArgumentException(option + " has no path. " + example);
        }
    }
}
