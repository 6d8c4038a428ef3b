/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * A page of orders.
 *
 * @param nextToken the token of the next page, or {@code null} after the last
 */
record Page(List<OrderVersion> orders, String nextToken) {
    Page without(List<String> numbers) {
        return new Page(
                orders.stream()
                        .filter(order -> !numbers.contains(order.number()))
                        .toList(),
                nextToken);
    }

    ObjectNode render(String field, Function<OrderVersion, ObjectNode> row) {
        ObjectNode payload = Json.object();
        if (nextToken != null) {
            payload.putObject("pagination").put("nextToken", nextToken);
        }
        ArrayNode rows = payload.putArray(field);
        orders.forEach(order -> rows.add(row.apply(order)));
        ObjectNode body = Json.object();
        body.set("payload", payload);
        return body;
    }
}
