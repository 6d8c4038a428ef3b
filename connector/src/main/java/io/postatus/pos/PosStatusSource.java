/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.Permission;
import io.postatus.core.model.Digest;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.PlanRequest;
import io.postatus.core.poll.Slice;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.poll.WindowPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Learns by windows of the date of update which orders moved, and reads each by its id. A window whose rows are not at
 * rest, or are too many, is split. What moves that date is not documented: open orders are looked at by and by as well.
 */
public final class PosStatusSource implements StatusSource {

    private final PosClient client;
    private final PosAccount account;
    private final PosMapper mapper;
    private final WindowPlan windows;
    private final int pageSize;

    /**
     * @param window the longest range to search at once
     * @param pageSize rows to ask for in a page
     */
    PosStatusSource(PosClient client, PosAccount account, PosStatuses statuses, Duration window, int pageSize) {
        this.client = client;
        this.account = account;
        this.mapper = new PosMapper(account.id(), new PosTime(account.timeZone()), statuses);
        this.windows = new WindowPlan(window, PosTime.RESOLUTION);
        this.pageSize = pageSize;
    }

    /** In another zone the same bounds are other times. */
    @Override
    public String coverageKey() {
        return "updated-" + Digest.of(account.baseUrl() + "\n" + account.timeZone());
    }

    @Override
    public Status status(PurchaseOrderSummary summary) {
        return mapper.statuses().status(summary);
    }

    /** Which words there are is not documented, so none is out of place. */
    @Override
    public List<String> unknownWords(PurchaseOrderSummary summary) {
        return List.of();
    }

    @Override
    public List<Slice> plan(PlanRequest request) {
        return windows.plan(request);
    }

    @Override
    public List<Slice> planRange(TimeWindow range, Instant now) {
        return windows.plan(range, now);
    }

    @Override
    public ChronoUnit grain() {
        return ChronoUnit.HOURS;
    }

    @Override
    public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
        if (slice instanceof Slice.Order order) {
            return readOrder(order.orderId(), permission);
        }
        return readWindow(((Slice.Window) slice).asked(), token, permission);
    }

    private CompletionStage<Page> readOrder(String id, Permission permission) {
        return client.getPurchaseOrderDocument(id, permission)
                .thenApply(
                        answer -> mapper.toPage(answer.body(), answer.response().serviceTime()));
    }

    private CompletionStage<Page> readWindow(TimeWindow asked, PageToken token, Permission permission) {
        PosRemainder remainder = PosRemainder.of(asked, token);
        return PosSearchWalk.walk(client, mapper.time().range(remainder.first()), pageSize, permission)
                .thenApply(seen -> page(remainder, seen));
    }

    /** Nothing is made of a walk that did not settle: its pieces are walked anew. */
    private Page page(PosRemainder remainder, PosSearchWalk.Seen seen) {
        if (seen.unsettled() != null) {
            PageToken pieces = remainder.withFirstSplit();
            if (pieces == null) {
                throw neverSettles(remainder, seen);
            }
            return Page.ofMentions(List.of(), List.of(), pieces, seen.serviceTime());
        }
        return mapper.toMentions(seen, remainder.afterFirst());
    }

    private MalformedResponseException neverSettles(PosRemainder remainder, PosSearchWalk.Seen seen) {
        return new MalformedResponseException(
                account.id(),
                PosOperation.searchPurchaseOrders.name(),
                200,
                null,
                "Account '" + account.id() + "', searchPurchaseOrders: what was updated in " + remainder.first()
                        + " cannot be read in full, " + seen.unsettled() + ", and a minute cannot be split. It is read"
                        + " again with the next poll. If it lasts, compare the orders of that time by hand and ask the"
                        + " service.");
    }
}
