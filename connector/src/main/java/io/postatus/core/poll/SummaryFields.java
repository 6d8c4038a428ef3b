/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A summary as path and text, and a summary completed by what was known before. */
final class SummaryFields {

    private SummaryFields() {}

    /** Every field that has a value. */
    static SortedMap<String, String> of(PurchaseOrderSummary summary) {
        SortedMap<String, String> fields = new TreeMap<>();
        put(fields, "status", summary.status());
        put(fields, "vendorStatus", summary.vendorStatus());
        put(fields, "lastUpdated", summary.lastUpdated());
        summary.vendorStatuses().forEach((name, word) -> put(fields, "vendorStatuses." + name, word));
        if (summary.lines() != null) {
            named(summary.lines()).forEach((name, line) -> put(fields, name, line));
        }
        return fields;
    }

    /** The lines by their numbers. A number need not be there, nor be the only one of its kind: each line counts. */
    private static Map<String, PurchaseOrderLine> named(List<PurchaseOrderLine> lines) {
        Map<String, PurchaseOrderLine> named = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (PurchaseOrderLine line : lines) {
            String number = line.number() == null ? "" : line.number();
            int before = seen.merge(number, 1, Integer::sum) - 1;
            named.put(before == 0 ? number : number + "'" + before, line);
        }
        return named;
    }

    private static void put(SortedMap<String, String> fields, String name, PurchaseOrderLine line) {
        String path = "lines[" + name + "].";
        put(fields, path + "number", line.number());
        put(fields, path + "product", line.product());
        put(fields, path + "unitOfMeasure", line.unitOfMeasure());
        put(fields, path + "orderedQuantity", line.orderedQuantity());
        put(fields, path + "cancelledQuantity", line.cancelledQuantity());
        put(fields, path + "acceptedQuantity", line.acceptedQuantity());
        put(fields, path + "rejectedQuantity", line.rejectedQuantity());
        put(fields, path + "receivedQuantity", line.receivedQuantity());
        line.vendorStatuses().forEach((key, word) -> put(fields, path + "vendorStatuses." + key, word));
    }

    private static void put(SortedMap<String, String> fields, String path, Object value) {
        if (value != null) {
            fields.put(path, value.toString());
        }
    }

    /** R11: the newer summary, with the known value wherever the newer one has none. */
    static PurchaseOrderSummary complete(PurchaseOrderSummary newer, PurchaseOrderSummary known) {
        return new PurchaseOrderSummary(
                newer.status(),
                either(newer.vendorStatus(), known.vendorStatus()),
                complete(newer.vendorStatuses(), known.vendorStatuses()),
                either(newer.lastUpdated(), known.lastUpdated()),
                complete(newer.lines(), known.lines()));
    }

    private static List<PurchaseOrderLine> complete(List<PurchaseOrderLine> newer, List<PurchaseOrderLine> known) {
        if (newer == null || known == null) {
            return either(newer, known);
        }
        Map<String, PurchaseOrderLine> before = named(known);
        List<PurchaseOrderLine> lines = new ArrayList<>();
        named(newer)
                .forEach((name, line) -> lines.add(before.containsKey(name) ? complete(line, before.get(name)) : line));
        return lines;
    }

    private static PurchaseOrderLine complete(PurchaseOrderLine newer, PurchaseOrderLine known) {
        return new PurchaseOrderLine(
                newer.number(),
                either(newer.product(), known.product()),
                complete(newer.vendorStatuses(), known.vendorStatuses()),
                either(newer.unitOfMeasure(), known.unitOfMeasure()),
                either(newer.orderedQuantity(), known.orderedQuantity()),
                either(newer.cancelledQuantity(), known.cancelledQuantity()),
                either(newer.acceptedQuantity(), known.acceptedQuantity()),
                either(newer.rejectedQuantity(), known.rejectedQuantity()),
                either(newer.receivedQuantity(), known.receivedQuantity()));
    }

    private static SortedMap<String, String> complete(
            SortedMap<String, String> newer, SortedMap<String, String> known) {
        SortedMap<String, String> all = new TreeMap<>(known);
        all.putAll(newer);
        return all;
    }

    private static <T> T either(T newer, T known) {
        return newer == null ? known : newer;
    }
}
