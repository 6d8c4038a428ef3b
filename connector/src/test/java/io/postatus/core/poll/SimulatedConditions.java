/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;

/** Under which conditions a life is lived: all of it from the seed. */
final class SimulatedConditions {
    static final Duration HISTORY = Duration.ofHours(1);
    static final Duration LATEST_SHOWN = Duration.ofMinutes(4);

    /** What can be asked for beside an order by its id. */
    enum Kind {
        /** Orders by their last update, in full; bounds exclusive. */
        ORDERS_BY_TIME,
        /** The same, but only their ids. */
        IDS_BY_TIME,
        /** Lists of customers and of their orders, which lag behind. */
        LISTS,
        /** The same, rarely, and a log that mentions new orders. */
        LISTS_AND_LOG;

        boolean byTime() {
            return this == ORDERS_BY_TIME || this == IDS_BY_TIME;
        }
    }

    /** How a service pages while its rows move. An order that is updated moves to the end, or to the front, or stays. */
    enum Paging {
        BY_NUMBER,
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /** Where the stream starts, and with what. */
    enum Start {
        /** With all history, every order of it told. */
        HISTORY_TOLD,
        /** With all history, taken in silently. */
        HISTORY_TAKEN_IN,
        /** With what changes from now on. */
        NOW
    }

    /** What looks at all orders beside the stream. */
    enum Sweeping {
        NONE,
        /** A sweep has the stream read what differs. */
        RECONCILING,
        /** A sweep is a stream of its own. */
        TELLING
    }

    final boolean twoNodes;
    final Kind kind;
    final Paging paging;
    final Start start;
    final Sweeping sweeping;
    /** For weeks nothing runs; see {@link #retention}. */
    final boolean longBreak;

    final Duration retention;
    final int orders;
    /** How many of the orders go on changing; some of them are new. */
    final int hot;

    final double serviceFailures;
    final double omissions;
    final Duration skew;
    final Duration listLag;
    final boolean showsLastUpdated;
    final Duration cut;
    final int perSecond;
    final int burst;
    final int senders;
    final int slowestAnswer;

    final double routeFailures;
    final int slowestExchange;
    /** Share of exchanges that end too late to count. */
    final double stuck;

    final boolean outage;
    /** Somebody asks for the history that the stream did not start with. */
    final boolean backfill;

    final String poison;
    final int slicesInFlight;
    final int maxUnconfirmed;

    SimulatedConditions(SimulatedTime time, SwitchedOff off) {
        twoNodes = time.chance(0.3) || off == SwitchedOff.R1;
        kind = Kind.values()[time.chance(0.5) ? 0 : 1 + time.pick(3)];
        paging = Paging.values()[time.pick(3)];
        start = Start.values()[time.chance(0.7) ? 0 : 1 + time.pick(2)];
        sweeping = Sweeping.values()[time.chance(0.7) ? 0 : 1 + time.pick(2)];
        longBreak = kind.byTime() && time.chance(0.1);
        retention = Duration.ofDays(time.chance(0.5) ? 30 : 60);
        orders = 5 + time.pick(30);
        hot = 1 + time.pick(orders + 10);
        serviceFailures = time.chance(0.5) ? 0.05 : 0;
        omissions = time.chance(0.3) ? 0.1 : 0;
        skew = time.chance(0.3) ? time.upTo(1200).minusSeconds(600) : Duration.ZERO;
        listLag = time.chance(0.5) ? time.upTo(300) : Duration.ZERO;
        showsLastUpdated = time.chance(0.5);
        cut = longBreak ? Duration.ofDays(7) : Duration.ofSeconds(time.chance(0.5) ? 122 : 602);
        perSecond = 1 + time.pick(2);
        burst = 4 + 2 * time.pick(3);
        senders = 1 + time.pick(burst / 2 - 1);
        slowestAnswer = List.of(2, 20, 60).get(time.pick(3));
        outage = time.chance(0.2);
        routeFailures = time.chance(0.5) && !outage ? 0.1 : 0;
        slowestExchange = time.chance(0.3) ? 90 : 3;
        stuck = time.chance(0.1) ? 0.02 : 0;
        poison = time.chance(0.1) ? "PO0" : null;
        slicesInFlight = 1 + time.pick(3);
        backfill = kind.byTime() && start == Start.NOW && orders % 2 == 0;
        maxUnconfirmed = time.chance(0.2) ? 1 : 10;
    }

    /** Processes that share an account share what it may ask for, half each. */
    RateLimit share() {
        return twoNodes
                ? new RateLimit(perSecond / 2.0, burst / 2, Math.min(senders, burst / 2 - 1))
                : new RateLimit(perSecond, burst, senders);
    }

    /** Whether orders that were there before the stream need not be told. */
    boolean historyIsSilent() {
        return start != Start.HISTORY_TOLD;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        text.add(kind.name()).add(paging.name()).add("start " + start).add("sweeping " + sweeping);
        text.add(twoNodes ? "two nodes" : "one node").add(orders + " orders, " + hot + " of them hot");
        if (longBreak) {
            text.add("a long break with a retention of " + retention.toDays() + " days");
        }
        if (backfill) {
            text.add("a backfill");
        }
        if (outage) {
            text.add("an outage of the route");
        }
        if (poison != null) {
            text.add(poison + " cannot be told");
        }
        return text.toString();
    }
}
