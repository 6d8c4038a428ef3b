/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.net.URI;
import java.util.Map;

/**
 * A request as it leaves, credentials included.
 *
 * @param target absolute and encoded
 */
public record WireRequest(String method, URI target, Map<String, String> headers, byte[] body) {

    /** Without query, headers and body: they hold tokens. */
    @Override
    public String toString() {
        return method + " " + target.getRawPath();
    }
}
