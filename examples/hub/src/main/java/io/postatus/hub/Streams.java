/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.camel.StatusConsumer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** What the hub polls: the consumers of its routes, whichever service they are for. */
record Streams(CamelContext context) {

    List<StatusConsumer> all() {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(StatusConsumer.class::isInstance)
                .map(StatusConsumer.class::cast)
                .toList();
    }

    /** When the stream of this name first started, null if it has not yet or is none of ours. */
    Instant firstStart(String name) {
        return all().stream()
                .filter(stream -> stream.getEndpoint().getStream().equals(name))
                .filter(stream -> stream.getRemembered() != null)
                .map(stream -> stream.getRemembered().startedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The service, by the scheme of its component. */
    static String source(StatusConsumer stream) {
        String name = stream.getEndpoint().getStream();
        return name.substring(0, name.indexOf('/'));
    }

    static String account(StatusConsumer stream) {
        return stream.getEndpoint().getConfiguration().getAccount();
    }
}
