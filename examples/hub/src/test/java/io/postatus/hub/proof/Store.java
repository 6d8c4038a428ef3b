/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What a hub keeps its position in, seen from outside. */
interface Store extends AutoCloseable {
    StreamId STREAM = new StreamId("amazonvendor", "acme-de", "default");

    /** By which a hub's command line names it. */
    List<String> options();

    /** The changes whose telling was begun and not confirmed, while no hub writes. */
    long unconfirmed() throws IOException;

    /** What else happens by itself within half a minute of a hub's death. */
    void leasesExpire();

    static long unconfirmed(PollState state) {
        return state.due(STREAM, Instant.now(), 1_000_000).stream()
                .filter(OrderState::hasOpenIntent)
                .count();
    }

    @Override
    void close();
}
