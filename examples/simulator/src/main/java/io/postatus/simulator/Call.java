/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it arrived.
 *
 * @param target path and query exactly as sent
 * @param path the decoded path
 * @param query decoded parameters in the order sent; of a repeated one the first
 * @param headers names in lower case
 */
public record Call(
        String method,
        String target,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {
    /** The header, or {@code null}; {@code name} in lower case. */
    public String header(String name) {
        return headers.get(name);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A URL on another host by name, the same server by address: whether a client took its token along can be seen. */
    public String elsewhere(String otherTarget) {
        return "http://" + headers.getOrDefault("host", "127.0.0.1").replace("127.0.0.1", "localhost") + otherTarget;
    }
}
