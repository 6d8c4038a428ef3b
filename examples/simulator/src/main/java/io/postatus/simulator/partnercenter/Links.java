/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes links in the chosen style. */
record Links(LinkStyle style) {
    ObjectNode get(String path) {
        return link(path, "GET");
    }

    ObjectNode link(String path, String method) {
        ObjectNode link = Json.object()
                .put("uri", style == LinkStyle.PREFIXED ? Route.VERSION + path : path)
                .put("method", method);
        link.putArray("headers");
        return link;
    }
}
