/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Occasion;
import java.util.Map;

/**
 * A request that was let in.
 *
 * @param body what it said, or {@code null} for a GET
 */
record Request(Route route, PosSubscriber subscriber, Occasion occasion, Map<String, String> query, Fields body) {
    /** The order that the path names, as readers see it. Called inside a look at the world. */
    OrderVersion seen() {
        return subscriber.chronicle().ledger().find(route.orderId()).orElseThrow(UnknownThing::order);
    }
}
