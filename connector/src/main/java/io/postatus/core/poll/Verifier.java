/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.ApiException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
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

/** Reads slices again, page by page, and holds what they show against what was told. It writes nothing. */
final class Verifier {
    /** Later than all that is known. */
    private static final Mark NOW = new Mark(Long.MAX_VALUE, Long.MAX_VALUE);

    private final StreamId stream;
    private final StatusSource source;
    private final PollState store;
    private final ChangeDetector detector;
    private final TimeWindow window;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Verification.Difference> differences = new ArrayList<>();
    private int pages;
    private int orders;
    private int same;
    private int underWay;
    private int different;

    private record Step(Slice slice, PageToken token) {}

    Verifier(StreamId stream, StatusSource source, PollState store, TimeWindow window) {
        this.stream = stream;
        this.source = source;
        this.store = store;
        this.detector = new ChangeDetector(stream, source::status, () -> null, Rule.ALL);
        this.window = window;
    }

    /** One request after the other: what is live goes first. */
    CompletionStage<Verification> verify(Collection<Slice> slices) {
        slices.forEach(slice -> steps.add(new Step(slice, null)));
        return next();
    }

    private CompletionStage<Verification> next() {
        Step step = steps.poll();
        if (step == null) {
            return CompletableFuture.completedFuture(
                    new Verification(window, pages, orders, same, underWay, different, differences));
        }
        return source.read(step.slice(), step.token(), Permission.ALWAYS)
                .handle((page, failure) -> {
                    if (failure == null) {
                        take(step, page);
                    } else if (ApiException.cause(failure) instanceof NotFoundException
                            && step.slice() instanceof Slice.Order order) {
                        notFound(order.orderId());
                    } else {
                        throw new CompletionException(ApiException.cause(failure));
                    }
                    return null;
                })
                .thenCompose(taken -> next());
    }

    private void take(Step step, Page page) {
        pages++;
        if (page.next() != null) {
            steps.addFirst(new Step(step.slice(), page.next()));
        }
        page.unreadable().forEach(entry -> differs(entry.name(), Verification.Kind.UNREADABLE, null, null, List.of()));
        page.mentions().stream()
                .map(Mention::orderId)
                .filter(asked::add)
                .forEach(id -> steps.addFirst(new Step(new Slice.Order(id), null)));
        Map<String, OrderState> known = store.find(
                stream, page.orders().stream().map(order -> order.status().id()).toList());
        page.orders().forEach(order -> compare(order, known));
    }

    private void compare(Observed order, Map<String, OrderState> known) {
        orders++;
        String id = order.status().id();
        OrderState state = known.getOrDefault(id, OrderState.unknown(id));
        Finding finding = detector.weigh(state, new Observation(order, NOW, NOW, Instant.EPOCH));
        if (state.intent() != null && state.intent().parked()) {
            differs(
                    id,
                    Verification.Kind.PARKED,
                    told(state),
                    text(order.status().status()),
                    List.of());
        } else if (state.hasOpenIntent() || finding instanceof Finding.Outdated) {
            underWay++;
        } else if (finding instanceof Finding.News news) {
            differs(news.change());
        } else {
            same++;
        }
    }

    private void differs(PurchaseOrderChange change) {
        boolean never = change.previous() == null && change.changes().isEmpty();
        differs(
                change.current().id(),
                never ? Verification.Kind.NEVER_TOLD : Verification.Kind.DIFFERS,
                change.previous() == null ? null : text(change.previous().status()),
                text(change.current().status()),
                change.changes().stream().map(FieldChange::path).toList());
    }

    private void notFound(String id) {
        OrderState state = store.find(stream, List.of(id)).getOrDefault(id, OrderState.unknown(id));
        differs(id, Verification.Kind.NOT_FOUND, told(state), null, List.of());
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
