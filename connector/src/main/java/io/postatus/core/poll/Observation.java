/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Mark;
import java.time.Instant;

/**
 * An order as seen in one answer, with the marks that tell what it may overrule.
 *
 * @param sent before the request was sent
 * @param received after the answer was received
 * @param receivedAt the same by our wall clock
 */
record Observation(Observed order, Mark sent, Mark received, Instant receivedAt) {

    String orderId() {
        return order.status().id();
    }
}
