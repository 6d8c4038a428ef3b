/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.Permission;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.http.TransientApiException;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.time.Timeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A service that a test answers for, request by request. Unless told otherwise it has nothing to show. */
final class ScriptedService implements StatusSource {
    /** Leaves a request without an answer until the test gives one. */
    static final Function<Request, CompletionStage<Page>> SILENT = request -> request.answer;

    private final Timeline timeline;
    /** Whether it can be asked by time. */
    boolean ranges = true;

    ChronoUnit grain = ChronoUnit.HOURS;

    final List<Request> requests = new ArrayList<>();
    Function<Request, CompletionStage<Page>> answering = request -> pages(page(null));
    Function<PlanRequest, List<Slice>> planning = new WindowPlan(Duration.ofDays(7), Duration.ofSeconds(1))::plan;

    ScriptedService(Timeline timeline) {
        this.timeline = timeline;
    }

    record Request(Slice slice, PageToken token, Permission permission, CompletableFuture<Page> answer) {
        boolean isFor(String purchaseOrderNumber) {
            return slice.equals(new Slice.Order(purchaseOrderNumber));
        }
    }

    @Override
    public String coverageKey() {
        return "updated";
    }

    @Override
    public Status status(PurchaseOrderSummary summary) {
        return "CLOSED".equals(summary.vendorStatus()) ? Status.COMPLETED : Status.OPEN;
    }

    @Override
    public List<String> unknownWords(PurchaseOrderSummary summary) {
        return "MELTED".equals(summary.vendorStatus()) ? List.of("word=MELTED") : List.of();
    }

    @Override
    public List<Slice> plan(PlanRequest request) {
        return planning.apply(request);
    }

    @Override
    public List<Slice> planRange(TimeWindow range, Instant now) {
        return ranges ? new WindowPlan(Duration.ofDays(7), Duration.ofSeconds(1)).plan(range, now) : List.of();
    }

    @Override
    public ChronoUnit grain() {
        return grain;
    }

    @Override
    public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
        try {
            permission.check();
        } catch (RequestWithdrawnException e) {
            return CompletableFuture.failedFuture(e);
        }
        Request request = new Request(slice, token, permission, new CompletableFuture<>());
        requests.add(request);
        return answering.apply(request);
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    List<String> asked() {
        return requests.stream().map(request -> request.slice().name()).toList();
    }

    /** A page that is there at once. */
    static CompletionStage<Page> pages(Page page) {
        return CompletableFuture.completedFuture(page);
    }

    /** A page that comes after a while. */
    CompletionStage<Page> after(Duration delay, Page page) {
        CompletableFuture<Page> answer = new CompletableFuture<>();
        timeline.after(delay, () -> answer.complete(page));
        return answer;
    }

    static Page page(String next, Observed... orders) {
        return new Page(List.of(orders), List.of(), PageToken.of(next), null);
    }

    static CompletionStage<Page> fails(Throwable error) {
        return CompletableFuture.failedFuture(error);
    }

    static CompletionStage<Page> unavailable() {
        return fails(new TransientApiException("acme", "read", 503, null, "the service is down"));
    }

    /** The order {@code number} with one line, in one of the service's words; {@code document.word} differs with it. */
    static Observed order(String number, String word, Instant lastUpdated) {
        return order(number, word, lastUpdated, null);
    }

    static Observed order(String number, String word, Instant lastUpdated, Instant created) {
        PurchaseOrderLine line = new PurchaseOrderLine("1", "SKU", null, "EA", BigDecimal.TEN, null, null, null, null);
        return new Observed(
                new PurchaseOrderStatus(
                        "sim",
                        "acme",
                        number,
                        number,
                        created,
                        "CLOSED".equals(word) ? Status.COMPLETED : Status.OPEN,
                        word,
                        null,
                        lastUpdated,
                        List.of(line),
                        "{\"word\":\"" + word + "\"}"),
                1,
                Collections.emptySortedMap());
    }
}
