/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.amazonvendor.wire.ApiError;
import io.postatus.amazonvendor.wire.Millis;
import io.postatus.amazonvendor.wire.OrderStatus;
import io.postatus.amazonvendor.wire.StatusPage;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ForeignWords;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
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
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads status by windows of the date of last update, which Amazon limits to 7 days, and single orders by number.
 * Receipts may not move that date (apis/amazon-vendor-orders.md 5.4): they need a sweep beside it.
 */
public final class AmazonVendorStatusSource implements StatusSource {

    /** The longest range in one request, apis/amazon-vendor-orders.md 5.2. */
    static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    /** Amazon gives times in milliseconds at most; a second is on the safe side of whatever it compares by. */
    private static final Duration RESOLUTION = Duration.ofSeconds(1);

    private static final Query FULL_PAGES = Query.NONE.with("limit", 100);

    private final AmazonVendorClient client;
    private final AmazonVendorAccount account;
    private final AmazonVendorMapper mapper;
    private final AmazonVendorFilter filter;
    private final WindowPlan windows;

    /** @param window the longest range to ask for in one request, 7 days at most */
    AmazonVendorStatusSource(
            AmazonVendorClient client, AmazonVendorAccount account, AmazonVendorFilter filter, Duration window) {
        this.client = client;
        this.account = account;
        this.mapper = new AmazonVendorMapper(account.id());
        this.filter = filter;
        this.windows = new WindowPlan(window, RESOLUTION);
    }

    @Override
    public String coverageKey() {
        return "updated-" + Digest.of(account.baseUrl() + "\n" + filter);
    }

    @Override
    public Status status(PurchaseOrderSummary summary) {
        return AmazonVendorStatuses.status(summary);
    }

    @Override
    public Set<String> unknownWords(PurchaseOrderSummary summary) {
        return AmazonVendorStatuses.unknownWords(summary);
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
            return readOrder(order.orderId(), token, permission);
        }
        return readWindow(((Slice.Window) slice).asked(), token, permission);
    }

    /** An order is asked for by its number alone: how one ended that we have told of is news, whatever the filter. */
    private CompletionStage<Page> readOrder(String number, PageToken token, Permission permission) {
        return readPage(FULL_PAGES.with("purchaseOrderNumber", number), order -> true, token, permission);
    }

    private CompletionStage<Page> readWindow(TimeWindow asked, PageToken token, Permission permission) {
        Query query =
                FULL_PAGES.with("updatedAfter", Millis.of(asked.from())).with("updatedBefore", Millis.of(asked.to()));
        return readPage(filter.on(query), filter, token, permission);
    }

    private CompletionStage<Page> readPage(
            Query query, Predicate<OrderStatus> wanted, PageToken token, Permission permission) {
        return client.getPurchaseOrdersStatusPage(query.with("nextToken", PageToken.text(token)), permission)
                .thenApply(answer -> page(answer, wanted));
    }

    private Page page(Answer<StatusPage> answer, Predicate<OrderStatus> wanted) {
        StatusPage page = answer.body();
        if (page.payload() == null && page.errors() != null && !page.errors().isEmpty()) {
            throw failed(answer);
        }
        return mapper.toPage(page, answer.response().serviceTime(), wanted);
    }

    /** Errors under a status that means success: not an empty page, or time would be credited that was not read. */
    private MalformedResponseException failed(Answer<StatusPage> answer) {
        String codes = answer.body().errors().stream().map(ApiError::code).collect(Collectors.joining(", "));
        return MalformedResponseException.in(
                answer,
                account.id(),
                AmazonVendorOperation.getPurchaseOrdersStatus.name(),
                "the answer holds errors instead of orders (" + ForeignWords.oneLine(codes)
                        + "). The window is read again.");
    }
}
