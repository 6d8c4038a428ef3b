/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.PageNumbers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Pages by continuation token, and what may go wrong with them (apis/partner-center-orders.md 5). */
final class Paging {
    private static final String SEEK = "seekOperation";
    private static final List<String> NEXT = List.of("next", "0");
    private static final List<String> FIRST = List.of("first", "2");

    /** Gives the rows behind a place, in their order, at most so many. */
    interface Rows {
        List<Row> behind(long place, int most);
    }

    private final Faults faults;
    private final PageNumbers numbers;
    private final Links links;
    private final int largest;

    Paging(Faults faults, PageNumbers numbers, Links links, int largest) {
        this.faults = faults;
        this.numbers = numbers;
        this.links = links;
        this.largest = largest;
    }

    static String token(Call call) {
        return call.header("ms-continuationtoken");
    }

    /** Where the page begins: at a token, or at the start of what the parameters ask for. */
    PageCursor asked(Request request, String collection) {
        if (request.query().keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("continuationtoken"))) {
            throw Refusal.badInput("a continuation token travels in the header MS-ContinuationToken");
        }
        String seek = request.query().getOrDefault(SEEK, "").toLowerCase(Locale.ROOT);
        String token = token(request.call());
        if (NEXT.contains(seek) && token != null) {
            return continued(request, PageCursor.parse(token, collection));
        }
        if (token != null || !(seek.isEmpty() || FIRST.contains(seek))) {
            throw Refusal.badInput("seekOperation Next and MS-ContinuationToken belong together");
        }
        Map<String, String> query = new LinkedHashMap<>(request.query());
        query.remove(SEEK);
        return new PageCursor(collection, query, PageCursor.START, 0);
    }

    private PageCursor continued(Request request, PageCursor cursor) {
        if (faults.strikes(Fault.TRANSIENT_BAD_REQUEST, request.occasion())) {
            throw Refusal.badInput("");
        }
        return cursor;
    }

    /** The page at a place. One row more than it has was asked for: it tells whether there is a next page. */
    ObjectNode page(Request request, PageCursor from, Rows source) {
        int size = size(from.query().getOrDefault("size", "0"));
        List<Row> rows = source.behind(from.last(), size + 1);
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        if (!rows.isEmpty() && faults.strikes(Fault.EMPTY_PAGE_WITH_TOKEN, request.occasion())) {
            return rendered(request, from, List.of(), from.again().token());
        }
        if (token(request.call()) != null && faults.strikes(Fault.REPEATED_TOKEN, request.occasion())) {
            return rendered(request, from, shown, token(request.call()));
        }
        String next = more ? from.at(shown.get(size - 1).place()).token() : null;
        return rendered(request, from, shown, next);
    }

    private ObjectNode rendered(Request request, PageCursor from, List<Row> rows, String next) {
        ArrayNode items = Json.array();
        rows.forEach(row -> items.add(row.item()));
        ObjectNode json = Json.collection(items);
        ObjectNode both = json.putObject("links");
        both.set("self", links.get("/" + from.collection() + encoded(from.query(), false)));
        if (next != null) {
            numbers.issued(next, request.occasion().page() + 1);
            both.set("next", next(request, from, next));
        }
        json.set("attributes", Json.attributes("Collection"));
        return json;
    }

    private ObjectNode next(Request request, PageCursor from, String token) {
        ObjectNode link = links.get("/" + from.collection() + encoded(from.query(), true));
        link.withArray("headers").addObject().put("key", "MS-ContinuationToken").put("value", token);
        if (faults.strikes(Fault.FOREIGN_NEXT_LINK, request.occasion())) {
            String path = Route.VERSION + "/" + from.collection() + encoded(from.query(), true);
            link.put("uri", request.call().elsewhere(path));
        }
        return link;
    }

    /** 0 means as many as the service likes. */
    private int size(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw Refusal.badInput("size is not a number");
        }
        int size = Integer.parseInt(value);
        return size == 0 ? largest : Math.min(size, largest);
    }

    private static String encoded(Map<String, String> query, boolean next) {
        Map<String, String> all = new LinkedHashMap<>(query);
        if (next) {
            all.put(SEEK, "Next");
        }
        return all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", all.isEmpty() ? "" : "?", ""));
    }
}
