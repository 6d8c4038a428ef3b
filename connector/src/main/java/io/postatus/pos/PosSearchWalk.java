/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiException;
import io.postatus.core.http.Permission;
import io.postatus.pos.wire.DateRange;
import io.postatus.pos.wire.PurchaseOrderSearch;
import io.postatus.pos.wire.SearchPage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Learns the ids of all orders that were updated in a range, though rows move while one pages.
 * <ol>
 * <li>The first page tells how many rows there are. If they are not all on it, the pages are read from the last to the
 * first: a row that leaves the range pulls the rows behind it towards the first page, so they are seen twice rather than
 * never.
 * <li>The rows are taken to be all seen if every answer gave the same number of them, and there are as many distinct ones,
 * this walk's and those before it together. Else something entered, left or changed places, and the pages are walked again.
 * Walks are joined since no single one would ever see all rows of a service that draws their order by lot. The price: one
 * row that leaves and one that enters while the number stays can stand in for a third that was never shown. A past range
 * has none that enter; what is missed in the latest is left to the overlap of ranges and to the look at open orders.
 * <li>Where the service gives no number, they are all seen if a walk saw the same rows as the walk before it.
 * <li>Too many rows, or too many walks, are given up, and it is said why.
 * </ol>
 * One request is under way at a time, and its answer asks the next, so the fields need no lock.
 */
final class PosSearchWalk {

    /** More are not held in memory, and would hardly ever be at rest. */
    static final int MOST_ROWS = 2_000;

    static final int MOST_WALKS = 3;

    private final PosClient client;
    private final DateRange range;
    private final int pageSize;
    private final Permission permission;
    private final CompletableFuture<Seen> result = new CompletableFuture<>();
    private final Set<Row> seen = new LinkedHashSet<>();
    private final Set<Row> inThisWalk = new LinkedHashSet<>();
    private Set<Row> inTheWalkBefore = Set.of();
    private Integer records;
    private int walks;
    private Instant serviceTime;

    /**
     * A row, as far as it is of interest.
     *
     * @param orderId null if the row does not say
     * @param document as it came, of a row without an id; null for others
     */
    record Row(String orderId, String document) {

        static Row of(JsonNode item) {
            String id = item.path("PurchaseOrderId").asText("");
            return id.isBlank() ? new Row(null, item.toString()) : new Row(id, null);
        }
    }

    /**
     * What it has come to.
     *
     * @param rows distinct
     * @param serviceTime the service's clock when it answered last, null if it did not say
     * @param unsettled why these are not known to be all; null if they are
     */
    record Seen(Set<Row> rows, Instant serviceTime, String unsettled) {}

    private PosSearchWalk(PosClient client, DateRange range, int pageSize, Permission permission) {
        this.client = client;
        this.range = range;
        this.pageSize = pageSize;
        this.permission = permission;
    }

    /** @param permission asked before every request */
    static CompletionStage<Seen> walk(PosClient client, DateRange range, int pageSize, Permission permission) {
        PosSearchWalk walk = new PosSearchWalk(client, range, pageSize, permission);
        walk.begin();
        return walk.result;
    }

    private void begin() {
        walks++;
        inTheWalkBefore = Set.copyOf(inThisWalk);
        inThisWalk.clear();
        ask(1, true);
    }

    private void ask(int page, boolean first) {
        client.searchPurchaseOrders(PurchaseOrderSearch.updated(range, page, pageSize), permission)
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        goOn(page, first, answer);
                    } else {
                        result.completeExceptionally(ApiException.cause(failure));
                    }
                });
    }

    private void goOn(int page, boolean first, Answer<SearchPage> answer) {
        try {
            serviceTime = answer.response().serviceTime();
            take(page, first, answer.body());
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private void take(int page, boolean first, SearchPage rows) {
        if (first && (!Objects.equals(records, rows.records()) || records != null && seen.size() > records)) {
            records = rows.records();
            seen.clear();
        }
        boolean news = collect(rows);
        if (seen.size() > MOST_ROWS || records != null && records > MOST_ROWS) {
            end("it has more than " + MOST_ROWS + " orders");
        } else if (records == null) {
            forward(page, news);
        } else {
            backward(page, first, rows);
        }
    }

    /** @return whether the page shows a row that this walk had not seen */
    private boolean collect(SearchPage rows) {
        boolean news = false;
        for (JsonNode item : rows.items()) {
            Row row = Row.of(item);
            seen.add(row);
            news |= inThisWalk.add(row);
        }
        return news;
    }

    private void forward(int page, boolean news) {
        if (news) {
            ask(page + 1, false);
        } else {
            endOfWalk(inThisWalk.equals(inTheWalkBefore));
        }
    }

    /** One answer that shows as many rows as there are needs no second, even if it shows one twice. */
    private void backward(int page, boolean first, SearchPage rows) {
        int shown = rows.items().size();
        if (!records.equals(rows.records())) {
            endOfWalk(false);
        } else if (first && (shown == 0 || shown >= records)) {
            endOfWalk(shown >= records);
        } else if (first) {
            ask((records + shown - 1) / shown, false);
        } else if (page > 1) {
            ask(page - 1, false);
        } else {
            endOfWalk(seen.size() == records);
        }
    }

    private void endOfWalk(boolean settled) {
        if (settled) {
            end(null);
        } else if (walks < MOST_WALKS) {
            begin();
        } else {
            end("its rows did not add up in " + MOST_WALKS + " walks over the pages");
        }
    }

    private void end(String unsettled) {
        result.complete(new Seen(Set.copyOf(seen), serviceTime, unsettled));
    }
}
