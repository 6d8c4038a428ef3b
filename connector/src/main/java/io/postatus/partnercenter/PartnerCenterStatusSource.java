/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiException;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.model.Digest;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.PlanRequest;
import io.postatus.core.poll.Slice;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.state.Customers;
import io.postatus.core.state.StreamState;
import io.postatus.partnercenter.wire.AuditRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads orders by id, and what points to them: lists of customers, lists of their orders, the activity log. Only an order
 * read by its id is ever told; see {@link PartnerCenterPlan} for what is read when.
 */
public final class PartnerCenterStatusSource implements StatusSource {

    /** The largest that anybody uses; Microsoft names none. */
    private static final Query FULL_PAGES = Query.NONE.with("size", 500);

    private final PartnerCenterClient client;
    private final PartnerCenterAccount account;
    private final PartnerCenterMapper mapper;
    private final PartnerCenterPlan plan;
    private final Query listed;
    private final RefusedCustomers refused;
    private final InstantSource clock;
    /** When new orders were last looked for; after a restart they are looked for at once. */
    private volatile Instant discovered = Customers.NEVER;

    /**
     * @param systemPurchases whether lists show what Microsoft buys by itself, such as renewals
     * @param refusedFor how long the list of a customer is left alone that the service does not show us
     */
    PartnerCenterStatusSource(
            PartnerCenterClient client,
            PartnerCenterAccount account,
            PartnerCenterPlan plan,
            boolean systemPurchases,
            Duration refusedFor,
            InstantSource clock) {
        this.client = client;
        this.account = account;
        this.mapper = new PartnerCenterMapper(account.id());
        this.plan = plan;
        this.listed = Query.NONE.with("include_system_purchases", systemPurchases ? true : null);
        this.refused = new RefusedCustomers(refusedFor);
        this.clock = clock;
    }

    @Override
    public String coverageKey() {
        return "log-" + Digest.of(account.baseUrl() + "\n" + plan.wanted().customers());
    }

    @Override
    public Status status(PurchaseOrderSummary summary) {
        return PartnerCenterStatuses.status(summary.vendorStatus());
    }

    @Override
    public List<String> unknownWords(PurchaseOrderSummary summary) {
        return PartnerCenterStatuses.unknownWords(summary);
    }

    /**
     * Who the customers are was asked, and every one of them looked at, then or later. One that is not ours to see does not
     * count. Null if only single orders are read.
     */
    @Override
    public Instant readUpTo(StreamState stream, Customers customers) {
        if (stream.startFrom() == null) {
            return null;
        }
        Instant now = clock.instant();
        Stream<Instant> looks = plan.wanted().among(customers).stream()
                .filter(customer -> !refused.contains(customer, now))
                .map(customers::look);
        Stream<Instant> listed = plan.wanted().isOfAllCustomers()
                ? Stream.of(customers.listed() == null ? Customers.NEVER : customers.listed())
                : Stream.empty();
        return Stream.concat(looks, listed)
                .min(Comparator.naturalOrder())
                .map(oldest -> oldest.isBefore(stream.startFrom()) ? stream.startFrom() : oldest)
                .orElse(null);
    }

    @Override
    public List<Slice> plan(PlanRequest request) {
        Instant now = clock.instant();
        List<Slice> slices = plan.plan(request, customer -> !refused.contains(customer, now), discovered);
        discovered = plan.discovers(request, discovered) ? request.now() : discovered;
        return slices;
    }

    @Override
    public String orderId(String given) {
        return PartnerCenterOrderId.parse(given.strip()).toString();
    }

    @Override
    public List<Slice> planRange(TimeWindow range, Instant now) {
        return plan.planRange(range, now);
    }

    /** The activity log is asked for days. */
    @Override
    public ChronoUnit grain() {
        return ChronoUnit.DAYS;
    }

    @Override
    public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
        if (slice instanceof Slice.Order order) {
            return readOrder(PartnerCenterOrderId.parse(order.orderId()), permission);
        }
        if (slice instanceof Slice.Window window) {
            return readWindow(window.asked(), token, permission);
        }
        if (slice instanceof Slice.CustomerList) {
            return readCustomers(token, permission);
        }
        return readCustomer(((Slice.Customer) slice).customerId(), token, permission);
    }

    private CompletionStage<Page> readOrder(PartnerCenterOrderId id, Permission permission) {
        return client.getOrderDocument(id.customerId(), id.orderId(), permission)
                .thenApply(answer -> page(answer, id));
    }

    private Page page(Answer<JsonNode> answer, PartnerCenterOrderId id) {
        Observed order = mapper.toObserved(answer.body(), id);
        if (order == null) {
            throw MalformedResponseException.in(
                    answer,
                    account.id(),
                    PartnerCenterOperation.getOrder.name(),
                    "the answer shows no order, or another than " + id
                            + ". Nothing of it was used, and it is read again. If it lasts, ask Microsoft.");
        }
        return new Page(List.of(order), List.of(), null, answer.response().serviceTime());
    }

    private CompletionStage<Page> readWindow(TimeWindow asked, PageToken token, Permission permission) {
        Query query = ActivityLogDays.query(asked).with("size", 500);
        return client.getAuditRecordsPage(query, PageToken.text(token), permission)
                .thenApply(answer ->
                        mapper.toMentions(answer.body(), answer.response().serviceTime(), wanted(asked)));
    }

    /** Days are asked for; of the first, what came before is not wanted. */
    private Predicate<AuditRecord> wanted(TimeWindow asked) {
        return audit -> audit.customerId() != null
                && plan.wanted().wants(PartnerCenterOrderId.canonical(audit.customerId()))
                && (audit.operationDate() == null || !audit.operationDate().isBefore(asked.from()));
    }

    private CompletionStage<Page> readCustomers(PageToken token, Permission permission) {
        return client.getCustomersPage(FULL_PAGES, PageToken.text(token), permission)
                .thenApply(answer ->
                        mapper.toCustomers(answer.body(), answer.response().serviceTime()));
    }

    private CompletionStage<Page> readCustomer(String customer, PageToken token, Permission permission) {
        return client.getOrdersPage(customer, listed, PageToken.text(token), permission)
                .handle((answer, failure) -> {
                    if (failure != null) {
                        throw noted(customer, failure);
                    }
                    return mapper.toRows(answer.body(), answer.response().serviceTime(), customer);
                });
    }

    /** The list of a customer that is not ours to see is left alone for a while: asked again at once, it says the same. */
    private CompletionException noted(String customer, Throwable failure) {
        Throwable cause = ApiException.cause(failure);
        if (cause instanceof NotFoundException || cause instanceof RequestRejectedException) {
            refused.add(customer, clock.instant());
        }
        return new CompletionException(cause);
    }
}
