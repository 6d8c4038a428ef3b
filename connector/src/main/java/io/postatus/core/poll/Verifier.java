/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.ApiException;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.time.Timeline;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads slices again, page by page, and holds what they show against what was told. It writes nothing. */
final class Verifier {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** Later than all that is known. */
    private static final Mark NOW = new Mark(Long.MAX_VALUE, Long.MAX_VALUE);

    private final StreamId stream;
    private final StatusSource source;
    private final PollState store;
    private final Timeline timeline;
    private final ChangeDetector detector;
    private final TimeWindow window;
    private final Deque<Step> steps = new ArrayDeque<>();
    /** Orders that were compared for good. */
    private final Set<String> seen = new HashSet<>();
    /** Orders that differed once. */
    private final Set<String> lookedTwice = new HashSet<>();

    private final List<Verification.Difference> differences = new ArrayList<>();
    private int pages;
    private int orders;
    private int same;
    private int underWay;
    private int different;

    private record Step(Slice slice, PageToken token) {}

    Verifier(StreamId stream, StatusSource source, PollState store, Timeline timeline, TimeWindow window) {
        this.stream = stream;
        this.source = source;
        this.store = store;
        this.timeline = timeline;
        this.detector = new ChangeDetector(stream, source::status, () -> null, Rule.ALL);
        this.window = window;
    }

    /** One request after the other: what is live has the rest of the rate. */
    CompletionStage<Verification> verify(Collection<Slice> slices) {
        slices.forEach(slice -> steps.add(new Step(slice, null)));
        return next();
    }

    private CompletionStage<Verification> next() {
        Step step = steps.poll();
        while (step != null && step.slice() instanceof Slice.Order order && step.token() == null && isSettled(order)) {
            step = steps.poll();
        }
        if (step == null) {
            return CompletableFuture.completedFuture(
                    new Verification(window, pages, orders, same, underWay, different, differences));
        }
        return ask(step).thenComposeAsync(asked -> next(), timeline);
    }

    private CompletionStage<Void> ask(Step step) {
        return source.read(step.slice(), step.token(), Permission.ALWAYS)
                .handleAsync(
                        (page, error) -> {
                            Throwable failure = ApiException.cause(error);
                            if (failure == null) {
                                take(step, page);
                            } else if (step.slice() instanceof Slice.Order order && concerns(failure)) {
                                notRead(order.orderId(), failure);
                            } else {
                                throw new CompletionException(failure);
                            }
                            return null;
                        },
                        timeline);
    }

    /** Compared already, and not to be looked at a second time. */
    private boolean isSettled(Slice.Order order) {
        return seen.contains(order.orderId());
    }

    /** Whether it concerns one order only. */
    private static boolean concerns(Throwable failure) {
        return failure instanceof NotFoundException
                || failure instanceof MalformedResponseException
                || failure instanceof RequestRejectedException
                || !(failure instanceof ApiException);
    }

    private void take(Step step, Page page) {
        pages++;
        if (page.next() != null) {
            steps.addFirst(new Step(step.slice(), page.next()));
        }
        page.unreadable().forEach(entry -> differs(entry.name(), Verification.Kind.UNREADABLE, null, null, List.of()));
        page.mentions().forEach(mention -> steps.addLast(new Step(new Slice.Order(mention.orderId()), null)));
        Map<String, OrderState> known = store.find(
                stream, page.orders().stream().map(order -> order.status().id()).toList());
        page.orders().forEach(order -> compare(order, known));
    }

    private void compare(Observed order, Map<String, OrderState> known) {
        String id = order.status().id();
        OrderState state = known.getOrDefault(id, OrderState.unknown(id));
        Finding finding = detector.weigh(state, new Observation(order, NOW, NOW, Instant.EPOCH));
        boolean parked = state.intent() != null && state.intent().parked();
        if (finding instanceof Finding.News && !parked && !state.hasOpenIntent() && lookedTwice.add(id)) {
            // It may have been told while this answer was under way.
            steps.addLast(new Step(new Slice.Order(id), null));
            return;
        }
        if (!seen.add(id)) {
            return;
        }
        orders++;
        if (parked) {
            differs(
                    id,
                    Verification.Kind.PARKED,
                    told(state),
                    text(order.status().status()),
                    List.of());
        } else if (state.hasOpenIntent() || finding instanceof Finding.Outdated) {
            underWay++;
        } else if (finding instanceof Finding.News news) {
            differs(state, news.change());
        } else {
            same++;
        }
    }

    private void differs(OrderState state, PurchaseOrderChange change) {
        differs(
                change.current().id(),
                state.lastKnown() == null ? Verification.Kind.NEVER_TOLD : Verification.Kind.DIFFERS,
                told(state),
                text(change.current().status()),
                change.changes().stream().map(FieldChange::path).toList());
    }

    private void notRead(String id, Throwable failure) {
        seen.add(id);
        OrderState state = store.find(stream, List.of(id)).getOrDefault(id, OrderState.unknown(id));
        boolean unknown = failure instanceof NotFoundException;
        LOG.debug("{}: order {} could not be compared: {}", stream, id, failure.getMessage());
        differs(id, unknown ? Verification.Kind.NOT_FOUND : Verification.Kind.UNREADABLE, told(state), null, List.of());
    }

    private void differs(String id, Verification.Kind kind, String was, String is, List<String> fields) {
        different++;
        if (differences.size() < Verification.MOST_DIFFERENCES) {
            differences.add(new Verification.Difference(id, kind, was, is, fields));
        }
    }

    private static String told(OrderState state) {
        return state.lastKnown() == null || state.lastKnown().knowledge() == null
                ? null
                : text(state.lastKnown().knowledge().summary().status());
    }

    private static String text(Status status) {
        return status == null ? null : status.toString();
    }
}
