/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

/** Why something failed, for people: what the project's own code said, which names the option, or else the innermost. */
final class Reasons {
    private static final String OURS = "io.postatus.";

    private Reasons() {}

    static String of(Throwable error) {
        Throwable at = error;
        while (at.getCause() != null && !isOurs(at)) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.toString() : at.getMessage();
    }

    /** What Camel threw while our code called it does not count, nor what the JDK did. */
    private static boolean isOurs(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(OURS) && error.getMessage() != null;
    }
}
