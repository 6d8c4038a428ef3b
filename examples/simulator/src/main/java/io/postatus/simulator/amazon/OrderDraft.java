/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order being written. */
public final class OrderDraft {
    private record Wanted(Goods goods, int units) {}

    private final List<Wanted> wanted = new ArrayList<>();
    private String number;
    private String vendorCode;
    private String shipTo = "DTM2";
    private Instant created;

    OrderDraft(String number, String vendorCode, Instant now) {
        this.number = number;
        this.vendorCode = vendorCode;
        this.created = now;
    }

    /** Adds a line of single units at 12.50 EUR; lines are numbered from 1. */
    public OrderDraft line(String asin, int units) {
        return line(asin, units, "12.50", "EUR");
    }

    /** Adds a line of single units at the given cost. */
    public OrderDraft line(String asin, int units, String netCost, String currency) {
        BigDecimal cost = new BigDecimal(netCost);
        return line(
                new Goods(asin, "4006381333931", cost, cost.multiply(new BigDecimal("1.6")), currency, "Eaches", 1),
                units);
    }

    /** Adds a line of cases of {@code unitSize} units each. */
    public OrderDraft cases(String asin, int cases, int unitSize) {
        Goods goods = new Goods(
                asin, "4006381333931", new BigDecimal("60.00"), new BigDecimal("96.00"), "EUR", "Cases", unitSize);
        return line(goods, cases);
    }

    /** Another number than the one drawn by lot. */
    public OrderDraft number(String eightAlphanumerics) {
        if (!eightAlphanumerics.matches("[A-Za-z0-9]{8}")) {
            throw new IllegalArgumentException("number " + eightAlphanumerics + " is not 8 alphanumerics");
        }
        number = eightAlphanumerics;
        return this;
    }

    /** One of several vendor codes of the account; the account's id unless said. */
    public OrderDraft vendorCode(String code) {
        vendorCode = code;
        return this;
    }

    /** The fulfilment center. */
    public OrderDraft shipTo(String center) {
        shipTo = center;
        return this;
    }

    /** An earlier date of creation and last update; the order becomes visible now all the same. */
    public OrderDraft createdAt(Instant at) {
        created = at;
        return this;
    }

    OrderDraft line(Goods goods, int units) {
        wanted.add(new Wanted(goods, units));
        return this;
    }

    OrderVersion placed() {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("order " + number + " has no line");
        }
        Instant at = OrderVersion.millis(created);
        List<OrderLine> lines = new ArrayList<>(wanted.size());
        for (Wanted each : wanted) {
            lines.add(OrderLine.placed(lines.size() + 1, each.goods(), each.units(), at));
        }
        return new OrderVersion(number, 1, at, at, null, at, false, vendorCode, shipTo, List.copyOf(lines));
    }
}
