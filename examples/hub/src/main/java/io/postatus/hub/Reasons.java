/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;

/** Why the hub cannot start, for people: what the project's own code said, or else the innermost; and what to set. */
final class Reasons {
    private static final String OURS = "io.postatus.";

    private volatile RouteOptions options = RouteOptions.NONE;

    /** Learns what the routes are set by, while they can still be asked: a context that has failed resolves nothing. */
    void learn(CamelContext context) {
        options = RouteOptions.of(context);
    }

    String of(Throwable error) {
        String reason = reason(error);
        return optionsOf(error)
                .propertyMeantBy(reason)
                .map(property -> reason.replaceAll("[.\\s]+$", "") + ". " + wayOut(property))
                .orElse(reason);
    }

    /** Those of the route that failed, if it was one. */
    private RouteOptions optionsOf(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof FailedToCreateRouteException route) {
                return options.ofRoute(route.getRouteId());
            }
            if (at instanceof FailedToStartRouteException route) {
                return options.ofRoute(route.getRouteId());
            }
        }
        return options;
    }

    private static String reason(Throwable error) {
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

    private static String wayOut(String property) {
        return "Set " + property + " in application.properties, by -D" + property + "=... or by "
                + KnownProperties.inTheEnvironment(property) + "=... in the environment.";
    }
}
