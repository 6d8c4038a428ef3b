/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.Permission;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.http.TransientApiException;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A model of a service: times in whole seconds by a clock of its own, small keyset pages, entries that show up late,
 * changes that move no date, answers that are old when they arrive or leave something out, and failures.
 */
final class SimulatedService {
    static final Duration LATEST_SHOWN = Duration.ofMinutes(4);
    private static final int PAGE = 3;
    private static final int CUSTOMERS = 4;
    private static final Duration LOOK_INTERVAL = Duration.ofMinutes(5);

    /** What can be asked for beside an order by its id. */
    enum Kind {
        /** Orders by their last update, in full; bounds exclusive. */
        ORDERS_BY_TIME,
        /** The same, but only their ids. */
        IDS_BY_TIME,
        /** Lists of customers and of their orders, which lag behind. */
        LISTS
    }

    private final SimulatedTime time;
    private final boolean showsLastUpdated;
    private final Duration cut;
    private final Map<String, List<Version>> orders = new TreeMap<>();
    Kind kind = Kind.ORDERS_BY_TIME;
    /** How far lists lag behind single orders. */
    Duration listLag = Duration.ZERO;

    double failures;
    double omissions;
    /** How far its clock is ahead of the world's. */
    Duration skew = Duration.ZERO;

    /** @param silent whether it came without a new date, so that no window shows it as news */
    record Version(String state, Instant lastUpdated, Instant visibleAt, boolean silent) {}

    SimulatedService(SimulatedTime time, boolean showsLastUpdated, Duration cut) {
        this.cut = cut;
        this.time = time;
        this.showsLastUpdated = showsLastUpdated;
    }

    /** A new state of an order. An order's states show up in the order in which they came about. */
    void change(String number, String state, Instant when, Duration late) {
        List<Version> versions = orders.computeIfAbsent(number, n -> new ArrayList<>());
        Instant visibleAt = when.plus(late);
        Instant before = versions.isEmpty()
                ? visibleAt
                : versions.get(versions.size() - 1).visibleAt();
        versions.add(new Version(state, when.plus(skew), visibleAt.isBefore(before) ? before : visibleAt, false));
    }

    /** A new state that leaves the date as it was: windows show it only as long as they are read again. */
    void changeSilently(String number, String state) {
        visible(number).filter(version -> version.equals(last(number))).ifPresent(version -> orders.get(number)
                .add(new Version(state, version.lastUpdated(), time.instant(), true)));
    }

    private Version last(String number) {
        List<Version> versions = orders.get(number);
        return versions.get(versions.size() - 1);
    }

    Optional<Version> visible(String number) {
        return visible(number, time.instant());
    }

    private Optional<Version> visible(String number, Instant now) {
        List<Version> versions = orders.getOrDefault(number, List.of());
        return versions.stream().filter(v -> !v.visibleAt().isAfter(now)).reduce((one, other) -> other);
    }

    Iterable<String> numbers() {
        return Collections.unmodifiableSet(orders.keySet());
    }

    /** The source of one incarnation of a node: it falls silent when the node dies. */
    StatusSource source(SimulatedNode node) {
        return new StatusSource() {
            @Override
            public String coverageKey() {
                return "updated";
            }

            @Override
            public Status status(PurchaseOrderSummary summary) {
                return Status.OPEN;
            }

            @Override
            public List<String> unknownWords(PurchaseOrderSummary summary) {
                return List.of();
            }

            @Override
            public List<Slice> plan(PlanRequest request) {
                return kind == Kind.LISTS ? lists(request) : new WindowPlan(cut, Duration.ofSeconds(1)).plan(request);
            }

            @Override
            public List<Slice> planRange(TimeWindow range, Instant now) {
                return kind == Kind.LISTS ? List.of() : new WindowPlan(cut, Duration.ofSeconds(1)).plan(range, now);
            }

            @Override
            public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
                CompletableFuture<Page> answer = new CompletableFuture<>();
                node.after(time.upTo(5), () -> {
                    try {
                        permission.check();
                    } catch (RequestWithdrawnException e) {
                        answer.completeExceptionally(e);
                        return;
                    }
                    boolean fails = time.chance(failures);
                    Page page = page(slice, token);
                    node.after(time.upTo(20), () -> {
                        if (fails) {
                            answer.completeExceptionally(new TransientApiException("sim", "read", 503, null, "down"));
                        } else {
                            answer.complete(page);
                        }
                    });
                });
                return answer;
            }
        };
    }

    private static List<Slice> lists(PlanRequest request) {
        List<Slice> slices = new ArrayList<>();
        if (isOver(request.customers().listed(), request.now())) {
            slices.add(new Slice.CustomerList());
        }
        request.customers().looks().forEach((customer, look) -> {
            long open = request.watched().stream()
                    .filter(number -> customer(number).equals(customer))
                    .count();
            if (open > 1 || isOver(look, request.now())) {
                slices.add(new Slice.Customer(customer));
            }
        });
        return slices;
    }

    private static boolean isOver(Instant look, Instant now) {
        return look == null || !look.plus(LOOK_INTERVAL).isAfter(now);
    }

    private static String customer(String number) {
        return "customer " + number.hashCode() % CUSTOMERS;
    }

    private Page page(Slice slice, PageToken token) {
        if (slice instanceof Slice.CustomerList) {
            return Page.ofCustomers(
                    orders.keySet().stream()
                            .map(SimulatedService::customer)
                            .distinct()
                            .toList(),
                    null,
                    time.instant().plus(skew));
        }
        Page page = orders(slice, token);
        if (slice instanceof Slice.Customer) {
            return Page.ofMentions(
                    page.orders().stream().map(SimulatedService::row).toList(),
                    List.of(),
                    page.next(),
                    page.serviceTime());
        }
        return slice instanceof Slice.Window && kind == Kind.IDS_BY_TIME
                ? Page.ofMentions(
                        page.orders().stream()
                                .map(order -> new Mention.Moved(order.status().id()))
                                .toList(),
                        List.of(),
                        page.next(),
                        page.serviceTime())
                : page;
    }

    private static Mention.Row row(Observed order) {
        return new Mention.Row(new Observed(order.status(), 0, order.fields()));
    }

    private Page orders(Slice slice, PageToken token) {
        Instant shown = slice instanceof Slice.Customer ? time.instant().minus(listLag) : time.instant();
        List<Observed> matching = new ArrayList<>();
        for (String number : orders.keySet()) {
            visible(number, shown)
                    .filter(version -> matches(slice, number, version))
                    .map(version -> observed(number, version))
                    .ifPresent(matching::add);
        }
        matching.sort(Comparator.comparing(o -> o.status().purchaseOrderNumber()));
        String after = token == null ? "" : token.value();
        List<Observed> rest = matching.stream()
                .filter(o -> o.status().purchaseOrderNumber().compareTo(after) > 0)
                .toList();
        List<Observed> page = rest.subList(0, Math.min(PAGE, rest.size()));
        String next = rest.size() > PAGE ? page.get(PAGE - 1).status().purchaseOrderNumber() : null;
        return new Page(page, List.of(), PageToken.of(next), time.instant().plus(skew));
    }

    private static boolean matches(Slice slice, String number, Version version) {
        if (slice instanceof Slice.Order order) {
            return order.orderId().equals(number);
        }
        if (slice instanceof Slice.Customer customer) {
            return customer.customerId().equals(customer(number));
        }
        TimeWindow asked = ((Slice.Window) slice).asked();
        return version.lastUpdated().isAfter(asked.from())
                && version.lastUpdated().isBefore(asked.to());
    }

    private Observed observed(String number, Version version) {
        SortedMap<String, String> words = new TreeMap<>();
        if (!time.chance(omissions)) {
            words.put("payment", "DUE");
        }
        PurchaseOrderStatus status = new PurchaseOrderStatus(
                "sim",
                "acme",
                number,
                number,
                null,
                Status.OPEN,
                version.state(),
                words,
                showsLastUpdated && !time.chance(omissions) ? version.lastUpdated() : null,
                List.of(),
                "{\"version\":" + orders.get(number).indexOf(version) + "}");
        return new Observed(status, 1, Collections.emptySortedMap());
    }
}
