/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Mark;
import java.time.Instant;
import java.util.List;

/**
 * When an answer was asked for and came: what its orders may overrule.
 *
 * @param sent before the request was sent
 * @param received after the answer was received
 * @param receivedAt the same by our wall clock
 */
record Marks(Mark sent, Mark received, Instant receivedAt) {

    Observation observe(Observed order) {
        return new Observation(order, sent, received, receivedAt);
    }

    List<Observation> observe(List<Observed> orders) {
        return orders.stream().map(this::observe).toList();
    }
}
