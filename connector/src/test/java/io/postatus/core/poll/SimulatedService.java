/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.ExactService;
import io.postatus.core.http.Permission;
import io.postatus.core.http.RateLimitedException;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.http.TransientApiException;
import io.postatus.core.http.Turns;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.SimulatedConditions.Kind;
import io.postatus.core.poll.SimulatedOrders.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A model of a service: times in whole seconds by a clock of its own, small pages of rows that move, entries that show up
 * late, answers that are old when they arrive or leave something out, failures, and a limit.
 */
final class SimulatedService {
    private static final int PAGE = 3;

    private final SimulatedTime time;
    private final SimulatedConditions conditions;
    private final SimulatedOrders orders;
    private final ExactService bucket;
    private int pages;
    final List<String> violations = new ArrayList<>();
    /** Nothing fails any more, nor takes long. */
    boolean calm;

    private record Row(String key, String number, Version version) {}

    SimulatedService(SimulatedTime time, SimulatedConditions conditions, SimulatedOrders orders) {
        this.time = time;
        this.conditions = conditions;
        this.orders = orders;
        this.bucket = new ExactService(conditions.perSecond, conditions.burst, conditions.burst, 1);
    }

    /** The service's time. */
    Instant now() {
        return time.instant().plus(conditions.skew);
    }

    /** What one life of a process reads from. */
    StatusSource source(SimulatedNode node, Turns turns) {
        SimulatedPlan plan = new SimulatedPlan(conditions);
        return new StatusSource() {
            @Override
            public String coverageKey() {
                return "updated";
            }

            @Override
            public Status status(PurchaseOrderSummary summary) {
                return SimulatedOrders.status(summary.vendorStatus());
            }

            @Override
            public List<String> unknownWords(PurchaseOrderSummary summary) {
                return List.of();
            }

            @Override
            public List<Slice> plan(PlanRequest request) {
                return plan.plan(request);
            }

            @Override
            public List<Slice> planRange(TimeWindow range, Instant now) {
                return plan.planRange(range, now);
            }

            @Override
            public ChronoUnit grain() {
                return ChronoUnit.HOURS;
            }

            @Override
            public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
                return ask(node, turns, permission, () -> page(slice, token));
            }
        };
    }

    /** A request waits for its turn, travels, is answered as the world is then, and the answer travels back. */
    CompletionStage<Page> ask(SimulatedNode node, Turns turns, Permission permission, Supplier<Page> question) {
        CompletableFuture<Page> answer = new CompletableFuture<>();
        node.after(
                time.upTo(2),
                () -> turns.take(turn -> {
                    try {
                        permission.check();
                    } catch (RequestWithdrawnException e) {
                        turn.givenBack();
                        answer.completeExceptionally(e);
                        return;
                    }
                    time.after(time.upTo(1), () -> arrive(node, turn, question, answer));
                }));
        return answer;
    }

    private void arrive(SimulatedNode node, Turns.Turn turn, Supplier<Page> question, CompletableFuture<Page> answer) {
        boolean accepted = bucket.accepts(
                Duration.between(SimulatedTime.START, time.instant()).toNanos());
        if (!accepted) {
            violations.add("a request is refused at " + time.instant() + ", the service's bucket is empty");
        }
        boolean fails = !calm && time.chance(conditions.serviceFailures);
        Page page = accepted ? question.get() : null;
        node.after(time.upTo(calm ? 2 : conditions.slowestAnswer), () -> {
            if (!accepted) {
                turn.refused();
                answer.completeExceptionally(new RateLimitedException("sim", "read", 429, null, "wait", null));
                return;
            }
            turn.answered();
            if (fails) {
                answer.completeExceptionally(new TransientApiException("sim", "read", 503, null, "down"));
            } else {
                answer.complete(page);
            }
        });
    }

    private Page page(Slice slice, PageToken token) {
        if (slice instanceof Slice.Order order) {
            return ofOrder(order.orderId());
        }
        if (slice instanceof Slice.CustomerList) {
            return Page.ofCustomers(
                    shown().stream().map(SimulatedPlan::customer).distinct().toList(), null, now());
        }
        if (slice instanceof Slice.Customer customer) {
            Instant then = time.instant().minus(conditions.listLag);
            List<Row> rows =
                    rows(then, row -> SimulatedPlan.customer(row.number()).equals(customer.customerId()));
            return page(rows, token, row -> new Mention.Row(rowOf(row)));
        }
        TimeWindow asked = ((Slice.Window) slice).asked();
        if (conditions.kind == Kind.LISTS_AND_LOG) {
            return log(asked, token);
        }
        List<Row> rows =
                rows(time.instant(), row -> isWithin(asked, row.version().lastUpdated()));
        return conditions.kind == Kind.IDS_BY_TIME
                ? page(rows, token, row -> new Mention.Moved(row.number()))
                : inFull(rows, token);
    }

    /** What was written in a log stays where it is. */
    private Page log(TimeWindow asked, PageToken token) {
        List<Row> rows = rows(
                        time.instant(), row -> asked.contains(row.version().created()))
                .stream()
                .map(row -> new Row(row.number(), row.number(), row.version()))
                .sorted(Comparator.comparing(Row::key))
                .toList();
        return page(rows, token, row -> new Mention.Exists(row.number()));
    }

    private static boolean isWithin(TimeWindow exclusive, Instant instant) {
        return instant.isAfter(exclusive.from()) && instant.isBefore(exclusive.to());
    }

    /** One order by its id. */
    Page ofOrder(String number) {
        List<Observed> found = orders.visible(number).map(version -> observed(number, version)).stream()
                .toList();
        return new Page(found, List.of(), null, now());
    }

    /** What a sweep asks for. */
    Page created(TimeWindow in, boolean onlyOpen, PageToken token) {
        return inFull(
                rows(
                        time.instant(),
                        row -> in.contains(row.version().created())
                                && !(onlyOpen && !row.version().status().isOpen())),
                token);
    }

    private List<String> shown() {
        return orders.numbers().stream()
                .filter(number -> orders.visible(number).isPresent())
                .toList();
    }

    private List<Row> rows(Instant then, Predicate<Row> wanted) {
        List<Row> rows = new ArrayList<>();
        for (String number : orders.numbers()) {
            Version version = orders.visible(number, then);
            if (version != null) {
                Row row = new Row(key(number, version), number, version);
                if (wanted.test(row)) {
                    rows.add(row);
                }
            }
        }
        rows.sort(Comparator.comparing(Row::key));
        return rows;
    }

    private String key(String number, Version version) {
        long updated = version.lastUpdated().getEpochSecond();
        return switch (conditions.paging) {
            case BY_NUMBER -> number;
            case OLDEST_FIRST -> updated + number;
            case NEWEST_FIRST -> 9_999_999_999L - updated + number;
        };
    }

    private interface Shown<T> {
        T of(Row row);
    }

    private Page inFull(List<Row> rows, PageToken token) {
        List<Row> turn = turn(rows, token);
        List<Observed> shown = new ArrayList<>(
                turn.stream().map(row -> observed(row.number(), row.version())).toList());
        time.shuffle(shown);
        return new Page(shown, List.of(), next(rows, turn, token), now());
    }

    private Page page(List<Row> rows, PageToken token, Shown<Mention> mention) {
        List<Row> turn = turn(rows, token);
        List<Mention> shown = new ArrayList<>(turn.stream().map(mention::of).toList());
        time.shuffle(shown);
        return Page.ofMentions(shown, List.of(), next(rows, turn, token), now());
    }

    /** A few rows after the last that was shown, or none though there are more. */
    private List<Row> turn(List<Row> rows, PageToken token) {
        String after = key(token);
        List<Row> rest =
                rows.stream().filter(row -> row.key().compareTo(after) > 0).toList();
        int most = time.chance(0.1) ? time.pick(PAGE) : PAGE;
        return rest.subList(0, Math.min(most, rest.size()));
    }

    /** Of a form that no two answers share. */
    private PageToken next(List<Row> rows, List<Row> turn, PageToken token) {
        String last = turn.isEmpty() ? key(token) : turn.get(turn.size() - 1).key();
        boolean more = !rows.isEmpty() && rows.get(rows.size() - 1).key().compareTo(last) > 0;
        return more ? PageToken.of(last + "|" + pages++) : null;
    }

    private static String key(PageToken token) {
        return token == null ? "" : token.value().substring(0, token.value().indexOf('|'));
    }

    private Observed rowOf(Row row) {
        Observed order = observed(row.number(), row.version());
        return new Observed(order.status(), 0, order.fields());
    }

    private Observed observed(String number, Version version) {
        SortedMap<String, String> words = new TreeMap<>();
        if (!time.chance(conditions.omissions)) {
            words.put("payment", "DUE");
        }
        PurchaseOrderStatus status = new PurchaseOrderStatus(
                "sim",
                "acme",
                number,
                number,
                version.created(),
                version.status(),
                version.state(),
                words,
                conditions.showsLastUpdated && !time.chance(conditions.omissions) ? version.lastUpdated() : null,
                List.of(),
                String.valueOf(version.index()));
        return new Observed(status, 1, Collections.emptySortedMap());
    }
}
