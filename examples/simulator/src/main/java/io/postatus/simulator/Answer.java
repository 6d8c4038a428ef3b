/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back, and how.
 *
 * @param pause before the first byte, or between bytes when dripping
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Delivery delivery, Duration pause) {
    /** How an answer travels. */
    public enum Delivery {
        WHOLE,
        DROPPED,
        TRUNCATED,
        DRIPPING
    }

    /** An answer with a text of the given type. */
    public static Answer of(int status, String contentType, String text) {
        return of(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer with a body of the given type. */
    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, Delivery.WHOLE, Duration.ZERO);
    }

    /** The same answer with one header more. */
    public Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, delivery, pause);
    }

    /** The same answer with another body. */
    public Answer withBody(byte[] other) {
        return new Answer(status, headers, other, delivery, pause);
    }

    /** The same answer, sent in another way. */
    public Answer delivered(Delivery how, Duration wait) {
        return new Answer(status, headers, body, how, wait);
    }
}
