/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

/** An option without which there is no account. */
public final class RequiredOption {

    private RequiredOption() {}

    /** @throws IllegalArgumentException naming the option, if it has no value */
    public static void check(String scheme, String option, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(scheme + " needs the option " + option);
        }
    }
}
