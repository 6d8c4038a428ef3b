/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

/** Why something failed, for people: the innermost message, which names the option, rather than the layers around it. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable error) {
        Throwable innermost = error;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }
}
