/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.StatusSource;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StateStoreException;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a stream has to go on from when it starts, and what it leaves behind when it stops. */
final class StreamMemory {
    private static final Logger LOG = LoggerFactory.getLogger(StatusConsumer.class);

    private final StreamId stream;
    private final PollState store;
    private final StatusSource source;
    private volatile StreamState held;

    StreamMemory(StreamId stream, PollState store, StatusSource source) {
        this.stream = stream;
        this.store = store;
        this.source = source;
    }

    /** What the stream held when the consumer began to poll; once it has stopped, what it holds. Null before. */
    StreamState held() {
        return held;
    }

    /** Before the first poll. */
    void goOn() {
        if (held == null) {
            look("goes on where it stopped");
        }
    }

    void leaveOff() {
        if (held != null) {
            look("stops");
        }
    }

    private void look(String what) {
        try {
            held = store.load(stream, source.coverageKey());
            say(what, held);
        } catch (StateStoreException e) {
            LOG.warn("{}: what is remembered cannot be read: {}", stream, e.getMessage());
        }
    }

    private void say(String what, StreamState state) {
        if (state.startedAt() != null) {
            LOG.info(
                    "{}: {}; without a gap everything from {} to {} is read and {} changes are confirmed",
                    stream,
                    what,
                    state.startFrom(),
                    state.readUpTo(),
                    state.confirmed());
        }
    }
}
