/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The latest requests, without their secrets; older ones are forgotten so that a simulator can run for weeks. A request
 * stands here after what it brought about and before its answer is sent.
 */
public final class RequestLog {
    private static final int KEPT = 100_000;
    private static final Set<String> SECRET = Set.of("authorization", "cookie");
    private final Set<String> alsoSecret;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    /** A log that leaves out these headers, too; their names in lower case. */
    public RequestLog(String... alsoSecret) {
        this.alsoSecret = Set.of(alsoSecret);
    }

    /** Adds a request and what was sent back; {@code asked} holds its parameters, wherever they stood. */
    public void add(Instant now, Call call, Map<String, String> asked, Occasion occasion, Answer sent) {
        Operation operation = occasion.operation();
        Map<String, String> headers = new TreeMap<>(call.headers());
        headers.keySet().removeAll(SECRET);
        headers.keySet().removeAll(alsoSecret);
        add(new RecordedRequest(
                now,
                operation == null ? call.path() : operation.id(),
                occasion.account(),
                asked,
                headers,
                sent.delivery() == Answer.Delivery.DROPPED ? 0 : sent.status()));
    }

    /** What was asked so far, oldest first. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    /** What was asked of one operation so far, oldest first. */
    public List<RecordedRequest> of(Operation operation) {
        return all().stream()
                .filter(request -> request.operation().equals(operation.id()))
                .toList();
    }

    private synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }
}
