/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.StreamId;

/** One exchange after the other failed: the route is down, the stream pauses and goes on where it stopped. */
public class RouteFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RouteFailedException(StreamId stream, String cause) {
        super("Stream " + stream + " pauses because its route fails: " + cause
                + ". Nothing is lost: what was not confirmed is told again.");
    }
}
