/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.poll.InitialState;
import io.postatus.core.poll.Poll;
import io.postatus.core.poll.PollSettings;
import io.postatus.core.poll.ServiceClock;
import io.postatus.core.poll.StartFrom;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.poll.Teller;
import io.postatus.core.state.MemoryPollState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.time.VirtualTimeline;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.partnercenter.OrderStatus;
import io.postatus.simulator.partnercenter.PartnerCenterOperation;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.PartnerTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A partner with 200 customers and 5,000 orders, of which 50 change in an hour, as the simulator shows it: every request
 * goes over a socket, and time is virtual. As many orders become final as new ones come in.
 */
final class BusyPartner implements AutoCloseable {

    private static final int CUSTOMERS = 200;
    private static final int ORDERS = 5_000;
    private static final Duration BETWEEN_CHANGES = Duration.ofHours(1).dividedBy(50);
    private static final Duration BETWEEN_POLLS = Duration.ofMinutes(1);
    /** An hour until the next look, and a quarter until the list shows it. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(80);

    private static final StreamId STREAM = new StreamId("partnercenter", "contoso", "default");

    final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-02-27T21:40:00Z"));
    private final Clock clock = ((InstantSource) time::now).withZone(ZoneOffset.UTC);
    private final Simulator simulator = Simulator.builder().clock(clock).build().start();
    private final PartnerTenant tenant = simulator.partnerCenter().tenant("contoso");
    private final Random random = new Random(1);
    private final List<PartnerCustomer> customers = new ArrayList<>();
    private final List<Placed> open = new ArrayList<>();
    private final List<Placed> done = new ArrayList<>();
    /** What happened and was not told yet: by order and word, when. */
    private final Map<String, Instant> untold = new HashMap<>();

    private final PollState store = new MemoryPollState(clock);
    private Instant countedFrom = Instant.MAX;
    private Instant countedTo = Instant.MAX;
    private long told;
    private Duration delays = Duration.ZERO;

    private record Placed(PartnerCustomer customer, String id) {}

    /** What a stretch of time cost, and how many of the changes that happened in it were told. */
    record Figures(long requests, long told, Duration meanDelay) {

        double requestsPerChange() {
            return (double) requests / told;
        }
    }

    BusyPartner(int openOrders) {
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(tenant.customer("Customer " + i));
        }
        Instant before = time.now().minus(Duration.ofDays(30));
        for (int i = 0; i < ORDERS; i++) {
            OrderStatus status = i < openOrders ? OrderStatus.PENDING_PO_UPLOAD : OrderStatus.COMPLETED;
            (i < openOrders ? open : done).add(place(status, before));
        }
        time.advance(Duration.ofDays(3));
        time.after(BETWEEN_CHANGES, this::stir);
    }

    private Placed place(OrderStatus status, Instant created) {
        PartnerCustomer customer = customers.get(random.nextInt(CUSTOMERS));
        return new Placed(customer, customer.place(order -> order.line("Access LTSC 2021", 3)
                .status(status)
                .createdAt(created)));
    }

    /** Of ten changes, four are new orders, four finish an open one, one moves one on, and one cancels a final one. */
    private void stir() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                Placed order = place(OrderStatus.PENDING_PO_UPLOAD, time.now());
                open.add(order);
                happened(order, "pending_po_upload");
            }
            case 4, 5, 6, 7 -> {
                Placed order = open.remove(random.nextInt(open.size()));
                order.customer().complete(order.id());
                done.add(order);
                happened(order, "completed");
            }
            case 8 -> {
                Placed order = open.get(random.nextInt(open.size()));
                String word =
                        order.customer().document(order.id()).path("status").asText();
                OrderStatus next = word.equals("pending") ? OrderStatus.PENDING_REVIEW : OrderStatus.PENDING;
                order.customer().become(order.id(), next);
                happened(order, next == OrderStatus.PENDING ? "pending" : "pending_review");
            }
            default -> {
                Placed order = done.remove(random.nextInt(done.size()));
                order.customer().cancel(order.id());
                happened(order, "cancelled");
            }
        }
        time.after(BETWEEN_CHANGES, this::stir);
    }

    private void happened(Placed order, String word) {
        untold.put(order.customer().id() + "/" + order.id() + " " + word, time.now());
    }

    /**
     * Polls, first without counting until all is known.
     *
     * @param watchInterval see {@link PollSettings}
     * @param retention the same
     */
    Figures poll(
            Function<PartnerCenterBench, StatusSource> source,
            Duration watchInterval,
            Duration retention,
            Duration counted) {
        PartnerCenterBench bench = new PartnerCenterBench(
                PartnerCenterBench.account(tenant, PartnerCenterTokenVersion.v2, null), (id, token) -> {}, time);
        PollSettings settings = new PollSettings(
                BETWEEN_POLLS,
                StartFrom.parse("now"),
                InitialState.tell,
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                retention,
                null,
                watchInterval,
                3,
                200,
                Duration.ofMinutes(30),
                Duration.ofSeconds(30));
        StatusSource reading = source.apply(bench);
        ServiceClock service = new ServiceClock(time);
        pollUntil(passed(Duration.ofMinutes(20)), settings, reading, service);
        long before = requests();
        countedFrom = time.now();
        countedTo = countedFrom.plus(counted);
        pollUntil(passed(counted), settings, reading, service);
        long requests = requests() - before;
        BooleanSupplier tooLate = passed(LONGEST_DELAY);
        pollUntil(() -> allIsTold() || tooLate.getAsBoolean(), settings, reading, service);
        return new Figures(requests, told, delays.dividedBy(told));
    }

    private BooleanSupplier passed(Duration duration) {
        Instant end = time.now().plus(duration);
        return () -> !time.now().isBefore(end);
    }

    private void pollUntil(BooleanSupplier over, PollSettings settings, StatusSource source, ServiceClock service) {
        while (!over.getAsBoolean()) {
            Poll poll = new Poll(STREAM, settings, source, store, this::tell, time, service, "node");
            poll.start();
            do {
                time.advance(Duration.ofSeconds(1));
            } while (poll.progress().ended() == null);
            time.advance(BETWEEN_POLLS);
        }
    }

    private void tell(PurchaseOrderChange change, Teller.Receipt receipt) {
        Instant since =
                untold.remove(change.current().id() + " " + change.current().vendorStatus());
        if (since != null && isCounted(since)) {
            told++;
            delays = delays.plus(Duration.between(since, time.now()));
        }
        receipt.completed(Teller.Outcome.CONFIRMED);
        receipt.taken();
    }

    private boolean isCounted(Instant happened) {
        return !happened.isBefore(countedFrom) && happened.isBefore(countedTo);
    }

    /** The rest of the time changes no figure. */
    private boolean allIsTold() {
        return untold.values().stream().noneMatch(this::isCounted);
    }

    private long requests() {
        return Stream.of(PartnerCenterOperation.values())
                .mapToLong(operation -> simulator.partnerCenter().accepted("contoso", operation)
                        + simulator.partnerCenter().refused("contoso", operation))
                .sum();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
