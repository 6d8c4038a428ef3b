/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.StreamId;

/** Another process holds the stream. */
public class StreamTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StreamTakenException(StreamId stream) {
        super("Stream " + stream + " is held by another process just now, so nothing may be told for it here. Try again"
                + " when its lease has run out, or use another subscription.");
    }
}
