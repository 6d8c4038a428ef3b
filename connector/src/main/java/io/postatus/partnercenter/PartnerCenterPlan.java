/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.PlanRequest;
import io.postatus.core.poll.Slice;
import io.postatus.core.state.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What to read, at the least cost. A list of a customer's orders costs one request, however long it is, and so does one
 * order by its id.
 * <ol>
 * <li>Two open orders or more of one customer are looked at in its list; a single one is read by id, which costs the same
 * and is not a quarter of an hour late.
 * <li>Every customer's list is looked at now and then all the same: for new orders, and for final ones that change.
 * <li>New orders show up sooner in the activity log. Where it would serve few customers, since the others are listed
 * anyway, those few are listed in its place: that costs hardly more, and shows more.
 * </ol>
 * So nobody is asked for more often than by listing every customer as often as open orders are looked at.
 *
 * @param activityLog null if the cloud has none, or it is not wanted
 */
record PartnerCenterPlan(
        PartnerCenterSelection wanted,
        Duration openOrderInterval,
        Duration customerInterval,
        ActivityLogDays activityLog) {

    /** A tenth of the customers is few. */
    private static final int FEW = 10;

    /**
     * @param shown whether the service shows us a customer, as far as is known
     * @param discovered when new orders were last looked for
     */
    List<Slice> plan(PlanRequest request, Predicate<String> shown, Instant discovered) {
        Set<Slice> slices = new LinkedHashSet<>();
        wanted.orders().forEach(order -> slices.add(new Slice.Order(order.toString())));
        Customers known = request.customers();
        if (wanted.isOfAllCustomers()
                && (known.listed() == null || isOver(known.listed(), customerInterval, request.now()))) {
            slices.add(new Slice.CustomerList());
        }
        Map<String, Integer> open = openOrders(request.watched());
        List<Slice> quiet = new ArrayList<>();
        for (String customer : wanted.among(known)) {
            Instant look = known.look(customer);
            int watched = open.getOrDefault(customer, 0);
            boolean stale = isOver(look, openOrderInterval, request.now());
            if (!shown.test(customer)) {
                continue;
            }
            if (isOver(look, untilLook(watched), request.now()) || watched > 1 && stale) {
                slices.add(new Slice.Customer(customer));
            } else if (watched == 0 && stale) {
                quiet.add(new Slice.Customer(customer));
            }
        }
        if (discovers(request, discovered)) {
            slices.addAll(discovery(request, quiet, wanted.among(known).size()));
        }
        return List.copyOf(slices);
    }

    /** By the activity log's closed days. */
    List<Slice> planRange(TimeWindow range, Instant now) {
        return activityLog == null ? List.of() : activityLog.closed(List.of(range), now);
    }

    /** Whether it is time to look for new orders, as often as open ones are looked at. */
    boolean discovers(PlanRequest request, Instant discovered) {
        boolean knowsCustomers =
                !wanted.isOfAllCustomers() || request.customers().listed() != null;
        return activityLog != null
                && knowsCustomers
                && !request.unsettled().isEmpty()
                && isOver(discovered, openOrderInterval, request.now());
    }

    /** A look that comes due before the next turn of an open order takes this turn's place. */
    private Duration untilLook(int watched) {
        Duration early = customerInterval.minus(openOrderInterval);
        boolean gains = watched > 0 && early.compareTo(openOrderInterval) > 0;
        return gains ? early : customerInterval;
    }

    private Collection<Slice> discovery(PlanRequest request, List<Slice> quiet, int customers) {
        List<Slice> slices = activityLog.closed(request.unsettled(), request.now());
        boolean few = quiet.size() <= Math.max(2, customers / FEW);
        slices.addAll(few ? quiet : activityLog.recent(request.unsettled(), request.now()));
        return slices;
    }

    private static Map<String, Integer> openOrders(List<String> watched) {
        Map<String, Integer> open = new HashMap<>();
        watched.forEach(id -> open.merge(PartnerCenterOrderId.parse(id).customerId(), 1, Integer::sum));
        return open;
    }

    private static boolean isOver(Instant last, Duration interval, Instant now) {
        return !last.plus(interval).isAfter(now);
    }
}
