/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** A document as all the objects in it, for faults that spoil every one of them. */
public final class JsonTree {
    private JsonTree() {}

    /** Changes each object. Children first: a change may add or remove some. */
    public static void each(JsonNode node, Consumer<ObjectNode> change) {
        node.forEach(child -> each(child, change));
        if (node instanceof ObjectNode object) {
            change.accept(object);
        }
    }
}
