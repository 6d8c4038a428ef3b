/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;

/**
 * What was last confirmed of an order.
 *
 * @param fingerprint the {@linkplain Knowledge#id() id}, in hexadecimal, of it
 * @param knowledge the whole of it, null once the order is finished and was pruned
 * @param lastUpdated the service's own instant, null if it gives none
 * @param received when the answer that showed it was received
 */
public record LastKnown(String fingerprint, Knowledge knowledge, Instant lastUpdated, Mark received) {

    public static LastKnown of(Knowledge knowledge, Mark received) {
        return new LastKnown(knowledge.id(), knowledge, knowledge.summary().lastUpdated(), received);
    }
}
