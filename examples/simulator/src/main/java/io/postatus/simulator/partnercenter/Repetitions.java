/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Answers to writing requests by MS-RequestId, the idempotency key of a call (apis/partner-center-orders.md 3). */
final class Repetitions {
    private static final int KEPT = 10_000;

    private record Key(String tenant, String path, String requestId) {}

    private final Map<Key, ObjectNode> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ObjectNode> eldest) {
            return size() > KEPT;
        }
    };

    /** The earlier answer to the same call, or else a new one. Only what succeeded is remembered. */
    synchronized ObjectNode once(Request request, Supplier<ObjectNode> doing) {
        String id = request.call().header("ms-requestid");
        if (id == null) {
            return doing.get();
        }
        Key key = new Key(request.tenant().id(), request.call().path(), id);
        ObjectNode answer = answers.get(key);
        if (answer == null) {
            answer = doing.get();
            answers.put(key, answer);
        }
        // A fault may spoil what is sent, which must not spoil what is remembered.
        return answer.deepCopy();
    }
}
