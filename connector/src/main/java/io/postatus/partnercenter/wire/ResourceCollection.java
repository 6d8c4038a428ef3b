/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.wire.WireRecord;
import java.util.List;
import java.util.Map;

/**
 * A page of anything, whose entries are not taken apart yet, so that one broken entry does not cost the others. The frame is read
 * strictly: a list that is something else must not pass for an empty one.
 */
@WireRecord
public record ResourceCollection(List<JsonNode> items, Map<String, Link> links) {

    /** Why it is no page of a list; null if it is one. */
    public String problem() {
        if (items == null) {
            return "it has no items";
        }
        return Link.isBroken(links) ? "its link to the next page has no uri" : null;
    }

    /** How to get the next page; null on the last. */
    public String nextToken() {
        return Link.nextToken(links);
    }
}
