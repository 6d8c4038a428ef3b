/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.FaultRule;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;

/** POST POS/PurchaseOrders/Search: pages by offset over the orders as they are now (section 4.2). */
final class SearchOperation {
    private final PosOptions options;
    private final Notation notation;
    private final RowDocument row;
    private final Faults faults;
    private final Random random;

    SearchOperation(PosOptions options, Faults faults, long seed) {
        this.options = options;
        this.notation = options.notation(options.enums != EnumForm.NAMES);
        this.row = new RowDocument(notation, options.rowHints);
        this.faults = faults;
        this.random = new Random(seed);
    }

    JsonNode answer(Request request) {
        Fields body = heard(request);
        Filters filters = Filters.of(body, notation, options.endExcluded);
        Optional<Comparator<OrderVersion>> asked = Columns.asked(body);
        int page = body.positive("Page", 1);
        int size = Math.min(body.positive("ItemsPerPage", options.pageSize), options.largestPage);
        List<OrderVersion> found = request.subscriber().look(now -> found(request, filters, asked));
        if (found.isEmpty() && options.emptyRefused) {
            throw new Refusal(400, Refusal.NOTHING_FOUND);
        }
        ArrayNode items = Json.array();
        found.stream().skip((page - 1L) * size).limit(size).forEach(order -> items.add(row.of(order)));
        return options.envelope ? envelope(items, page, size, found.size(), request.occasion()) : items;
    }

    private List<OrderVersion> found(Request request, Filters filters, Optional<Comparator<OrderVersion>> asked) {
        DateWindow window = filters.updated();
        Ledger ledger = request.subscriber().chronicle().ledger();
        List<OrderVersion> found = new ArrayList<>(ledger.updated(window.earliest(), window.latest()).stream()
                .filter(order -> filters.matches(order, notation))
                .toList());
        options.rowOrder.arrange(found, random);
        asked.ifPresent(found::sort);
        if (faults.strikes(Fault.ROW_ORDER_MOVES, request.occasion())) {
            Collections.shuffle(found, random);
        }
        return found;
    }

    private ObjectNode envelope(ArrayNode items, int page, int size, int records, Occasion occasion) {
        ObjectNode json = Json.object();
        json.set("Items", items);
        json.put("Page", page);
        json.put("TotalPages", (records + size - 1) / size);
        json.put("Records", records);
        json.putNull("Meta");
        faults.striking(Fault.WRONG_RECORDS, occasion).ifPresent(rule -> miscount(json, rule));
        return json;
    }

    private static void miscount(ObjectNode json, FaultRule rule) {
        rule.namesOr("Records").forEach(name -> json.put(name, json.path(name).asInt() + 1));
    }

    /** The body without what a fault makes the service overlook. */
    private Fields heard(Request request) {
        ObjectNode body = request.body().json().deepCopy();
        boolean asked = StreamSupport.stream(body.spliterator(), false).anyMatch(value -> !value.isNull());
        if (options.filterRequired && !asked) {
            throw new Refusal(400, "No Filters Specified in the Request");
        }
        faults.striking(Fault.IGNORED_FILTER, request.occasion())
                .ifPresent(rule -> body.remove(rule.namesOr("UpdatedSince", "PurchaseOrderStatus")));
        return new Fields(body, "");
    }
}
