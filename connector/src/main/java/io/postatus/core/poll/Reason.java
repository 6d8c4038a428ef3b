/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

/** Why something failed, in words: an exception need not have a message, and null would read as "nothing failed". */
final class Reason {

    private Reason() {}

    static String of(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
