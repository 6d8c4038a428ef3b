/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.core.http.ApiResponse;
import io.postatus.core.http.Transport;
import io.postatus.core.http.WireRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Search, with rows that a test moves between two pages. */
final class RowService implements Transport {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> rows = new ArrayList<>();
    /** The pages asked for, in order. */
    final List<Integer> pages = new ArrayList<>();

    final List<JsonNode> searches = new ArrayList<>();
    /** What happens just before the answer with this place in the row, from 1. */
    final Map<Integer, Runnable> before = new HashMap<>();
    /** Before every answer. */
    Runnable always = () -> {};
    /** What is done to an envelope before it is sent. */
    Consumer<ObjectNode> spoil = envelope -> {};

    boolean bare;

    RowService(int rows) {
        IntStream.rangeClosed(1, rows).forEach(i -> this.rows.add("r" + i));
    }

    @Override
    public ApiResponse exchange(WireRequest request) throws IOException {
        JsonNode search = JSON.readTree(request.body());
        searches.add(search);
        int page = search.get("Page").asInt();
        pages.add(page);
        always.run();
        before.getOrDefault(pages.size(), () -> {}).run();
        int size = search.get("ItemsPerPage").asInt();
        ArrayNode items = JSON.createArrayNode();
        rows.stream().skip((page - 1L) * size).limit(size).forEach(row -> items.add(row(row)));
        return ApiResponse.of(200, Map.of(), JSON.writeValueAsBytes(bare ? items : envelope(items, page, size)));
    }

    private static ObjectNode row(String id) {
        ObjectNode row = JSON.createObjectNode().put("PONumber", 7);
        return id.startsWith("nameless") ? row.put("Company", id) : row.put("PurchaseOrderId", id);
    }

    private ObjectNode envelope(ArrayNode items, int page, int size) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.set("Items", items);
        envelope.put("Page", page)
                .put("TotalPages", (rows.size() + size - 1) / size)
                .put("Records", rows.size());
        spoil.accept(envelope);
        return envelope;
    }
}
