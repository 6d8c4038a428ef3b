/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.ApiException;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.RateLimitedException;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.http.TransientApiException;
import io.postatus.core.state.Mark;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Reads slices page by page, several side by side. All of it runs on the poll's strand, except the service. */
final class Reader {
    /** After so many slices that failed with the service, no page in between, it is down, and trying the rest is no use. */
    private static final int FAILURES_IN_A_ROW = 2;

    private static final Page NOT_FOUND = new Page(List.of(), List.of(), null, null);

    private final Parts parts;
    private final HeldStream stream;
    private final Consumer<Runnable> steps;
    private final PageTaker taker;

    private final Deque<SliceReading> planned = new ArrayDeque<>();
    /** Orders that slices wait for. */
    private final Deque<SliceReading> awaited = new ArrayDeque<>();

    private final Deque<SliceReading> readyForNextPage = new ArrayDeque<>();
    private final Set<SliceReading> unclosed = new LinkedHashSet<>();
    private final Map<String, SliceReading> byId = new HashMap<>();
    private int requests;
    private int failuresInARow;
    private Throwable failure;
    private Throwable firstError;
    private boolean answered;
    private String abandoned;
    /** Slices to be read, those that turned up on the way included. */
    int slices;

    /** What is done with a page; on the strand. */
    @FunctionalInterface
    interface PageTaker {
        void take(SliceReading reading, Page page, Marks marks);
    }

    Reader(Parts parts, HeldStream stream, Consumer<Runnable> steps, PageTaker taker) {
        this.parts = parts;
        this.stream = stream;
        this.steps = steps;
        this.taker = taker;
    }

    void plan(List<Slice> next) {
        slices += next.size();
        for (Slice slice : next) {
            SliceReading reading = new SliceReading(slice);
            planned.add(reading);
            if (slice instanceof Slice.Order order) {
                byId.put(order.orderId(), reading);
            }
        }
    }

    /**
     * Reads an order by its id because another answer does not show it, or cannot be trusted; the readings given wait for
     * it. A request that was sent already may have been answered before, and does not count.
     */
    void readById(String orderId, List<SliceReading> waiting) {
        if (abandoned != null) {
            waiting.forEach(reading -> reading.settle(abandoned));
            return;
        }
        SliceReading reading = byId.get(orderId);
        if (reading == null || reading.began() != null) {
            reading = new SliceReading(new Slice.Order(orderId));
            byId.put(orderId, reading);
            awaited.add(reading);
            slices++;
        }
        reading.waiting.addAll(waiting);
    }

    /**
     * Sends what may be sent now: orders that a slice waits for before its next page, so that what is mentioned does not
     * pile up, and the next page of a slice before the first of another.
     */
    void readOn() {
        while (stream.holds() && requests < parts.settings().slicesInFlight()) {
            SliceReading reading = next();
            if (reading == null) {
                return;
            }
            request(reading);
        }
    }

    private SliceReading next() {
        if (awaited.isEmpty() && !readyForNextPage.isEmpty()) {
            return readyForNextPage.poll();
        }
        SliceReading first = awaited.isEmpty() ? planned.poll() : awaited.poll();
        if (first != null) {
            unclosed.add(first);
        }
        return first;
    }

    private void request(SliceReading reading) {
        requests++;
        Instant sentAt = parts.timeline().now();
        Mark sent = new Mark(stream.epoch(), parts.timeline().nanos());
        reading.begins(parts.clock().earlier());
        ask(reading).whenComplete((page, error) -> {
            Instant receivedAt = parts.timeline().now();
            Mark received = new Mark(stream.epoch(), parts.timeline().nanos());
            steps.accept(() -> {
                requests--;
                Throwable failed = ApiException.cause(error);
                if (failed == null) {
                    parts.clock().heard(page.serviceTime(), receivedAt);
                    reading.begins(parts.clock().earlierAt(sentAt));
                    answered(reading, page, sent, received, receivedAt);
                } else if (failed instanceof NotFoundException && reading.slice instanceof Slice.Order) {
                    answered(reading, NOT_FOUND, sent, received, receivedAt);
                } else {
                    failed(reading, failed);
                }
            });
        });
    }

    /** A source may throw where it should answer with a failure: what is under way must end well all the same. */
    private CompletionStage<Page> ask(SliceReading reading) {
        try {
            return parts.source().read(reading.slice, reading.next(), stream.guard());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answered(SliceReading reading, Page page, Mark sent, Mark received, Instant receivedAt) {
        failuresInARow = 0;
        answered = true;
        reading.pages++;
        reading.orders += page.orders().size() + page.mentions().size();
        reading.customers.addAll(page.customers());
        String trouble = reading.turn(page.next());
        trouble = trouble == null ? ignoredFilter(reading.slice, page) : trouble;
        taker.take(reading, page, new Marks(sent, received, receivedAt));
        if (trouble != null) {
            reading.stop(trouble);
        } else if (!reading.isReadToTheEnd()) {
            readOnLater(reading);
        }
    }

    private void readOnLater(SliceReading reading) {
        if (abandoned == null) {
            readyForNextPage.add(reading);
        } else {
            reading.stop(abandoned);
        }
    }

    /** R6: an entry older than the slice means that the service ignored the filter, so nothing is known of the slice. */
    private static String ignoredFilter(Slice slice, Page page) {
        if (slice instanceof Slice.Window window) {
            for (Observed order : page.orders()) {
                Instant updated = order.status().lastUpdated();
                if (updated != null && updated.isBefore(window.asked().from())) {
                    return "the service ignored the filter: order "
                            + order.status().id() + " was last updated " + updated;
                }
            }
        }
        return null;
    }

    private void failed(SliceReading reading, Throwable error) {
        reading.stop(Reason.of(error));
        reading.refused = error instanceof RequestRejectedException
                || error instanceof MalformedResponseException
                || isOdd(reading, error);
        firstError = firstError == null && !(error instanceof RequestWithdrawnException) ? error : firstError;
        if (endsThePoll(reading, error)) {
            failure = failure == null ? error : failure;
            abandon(Reason.of(error));
        }
    }

    /**
     * R8: a refusal, an answer that cannot be read or a number not found says nothing of what else there is to read, and
     * neither does whatever is odd about one order.
     */
    private boolean endsThePoll(SliceReading reading, Throwable error) {
        if (error instanceof TransientApiException || error instanceof RateLimitedException) {
            return ++failuresInARow >= FAILURES_IN_A_ROW;
        }
        return !(error instanceof RequestRejectedException
                || error instanceof MalformedResponseException
                || error instanceof NotFoundException
                || error instanceof RequestWithdrawnException
                || isOdd(reading, error));
    }

    private static boolean isOdd(SliceReading reading, Throwable error) {
        return reading.slice instanceof Slice.Order
                && !(error instanceof ApiException)
                && !(error instanceof RequestWithdrawnException);
    }

    /** Reads nothing further; what is half read stays open. */
    void abandon(String reason) {
        abandoned = reason;
        readyForNextPage.forEach(reading -> reading.stop(reason));
        readyForNextPage.clear();
        for (Deque<SliceReading> unsent : List.of(planned, awaited)) {
            unsent.forEach(reading -> {
                reading.stop(reason);
                unclosed.add(reading);
            });
            unsent.clear();
        }
    }

    /** Reads nothing further and waits for no answer either: what was asked for and has not come stays open. */
    void stop(String reason) {
        abandon(reason);
        unclosed.forEach(reading -> reading.stop(reason));
    }

    /** Takes out the readings of which nothing is owed any more. Closing one may settle another that waited for it. */
    List<SliceReading> settled() {
        List<SliceReading> settled =
                unclosed.stream().filter(SliceReading::isSettled).toList();
        for (SliceReading reading : settled) {
            unclosed.remove(reading);
            if (reading.slice instanceof Slice.Order order) {
                byId.remove(order.orderId(), reading);
            }
        }
        return settled;
    }

    boolean isDone() {
        return planned.isEmpty() && awaited.isEmpty() && unclosed.isEmpty();
    }

    /** What made reading as a whole fail, null if nothing did. A poll that got no page at all has failed. */
    Throwable failure() {
        return failure == null && !answered ? firstError : failure;
    }
}
