/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Customers;
import java.time.Instant;
import java.util.List;

/**
 * What planning may know: no more than this, and never the store.
 *
 * @param unsettled stretches up to now that are still to be read, oldest first; none where the service cannot be asked by
 *     time
 * @param watched ids of open orders whose turn it is to be looked at again. They are read one by one at the end of the
 *     poll, unless a slice shows them before
 * @param customers which customers are known, and when each was last looked at
 * @param now the service's time
 */
public record PlanRequest(List<TimeWindow> unsettled, List<String> watched, Customers customers, Instant now) {

    public PlanRequest {
        unsettled = List.copyOf(unsettled);
        watched = List.copyOf(watched);
    }

    /** For a service that is asked by time alone. */
    public PlanRequest(List<TimeWindow> unsettled, Instant now) {
        this(unsettled, List.of(), Customers.NONE, now);
    }
}
