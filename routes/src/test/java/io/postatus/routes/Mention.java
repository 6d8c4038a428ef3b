/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import java.util.Map;

/** An endpoint that a reader of the repository may copy. */
record Mention(String where, String uri, Map<String, String> parameters) {

    @Override
    public String toString() {
        return where + ": " + uri + (parameters.isEmpty() ? "" : " " + parameters);
    }
}
