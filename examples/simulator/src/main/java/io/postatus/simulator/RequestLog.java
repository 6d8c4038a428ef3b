/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests; older ones are forgotten so that a simulator can run for weeks. */
public final class RequestLog {
    private static final int KEPT = 100_000;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    /** Adds a request. */
    public synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    /** What was asked so far, oldest first. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }
}
