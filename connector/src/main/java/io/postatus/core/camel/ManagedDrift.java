/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.Drift;
import io.postatus.core.poll.DriftKind;
import io.postatus.core.poll.Sighting;
import java.util.List;
import java.util.Optional;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;

/** In what a service departs from its documentation, as far as a consumer has seen since it started. */
public interface ManagedDrift {

    /** Empty before the first start. */
    Optional<Drift> drift();

    /** The first hundred of each kind. */
    default List<Sighting> getDrift() {
        return drift().map(Drift::sightings).orElse(List.of());
    }

    @ManagedOperation(
            description = "In what the service departs from its documentation: unknown words, unknown fields,"
                    + " missing fields; how often each was read, since when, and an order that has it")
    default List<String> driftReport() {
        return getDrift().stream().map(Sighting::toString).toList();
    }

    @ManagedAttribute(
            description = "How often an order was read with a status word that the vendor's table does not have")
    default long getUnknownWords() {
        return seen(DriftKind.UNKNOWN_WORD);
    }

    @ManagedAttribute(description = "How often an order was read with a field that the connector does not know")
    default long getUnknownFields() {
        return seen(DriftKind.UNKNOWN_FIELD);
    }

    @ManagedAttribute(description = "How often an order was read that lacks a field that should always be there")
    default long getMissingFields() {
        return seen(DriftKind.MISSING_FIELD);
    }

    private long seen(DriftKind kind) {
        return drift().map(drift -> drift.orders(kind)).orElse(0L);
    }
}
