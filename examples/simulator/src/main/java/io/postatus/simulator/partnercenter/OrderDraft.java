/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order being written. */
public final class OrderDraft {
    private static final String FORM = "[A-Za-z0-9_-]{1,64}";

    private record Wanted(Offer offer, int units) {}

    private final List<Wanted> wanted = new ArrayList<>();
    private String id;
    private OrderShape shape = OrderShape.NEW_COMMERCE;
    private OrderStatus status = OrderStatus.PENDING_PO_UPLOAD;
    private BillingCycle billingCycle = BillingCycle.ONE_TIME;
    private String currency = "EUR";
    private String transactionType = "UserPurchase";
    private String resellerId;
    private Instant created;

    OrderDraft(Instant now) {
        this.created = now;
    }

    /** Adds a line of this many units of a software licence; lines are numbered from 0. */
    public OrderDraft line(String name, int units) {
        return line("DG7GMGF0D7FV:0001:DG7GMGF0ABCD", name, units);
    }

    /** Adds a line of an offer, at 128.10 a unit. */
    public OrderDraft line(String offerId, String name, int units) {
        return line(new Offer(offerId, name, new BigDecimal("128.10")), units);
    }

    /** Another id than the one drawn by lot. */
    public OrderDraft id(String chosen) {
        if (!chosen.matches(FORM)) {
            throw new IllegalArgumentException("id " + chosen + " is not of the form " + FORM);
        }
        id = chosen;
        return this;
    }

    /** The look of id and document; new commerce unless said. */
    public OrderDraft shape(OrderShape chosen) {
        shape = chosen;
        return this;
    }

    /** The first state; awaiting the customer's purchase order unless said. */
    public OrderDraft status(OrderStatus first) {
        status = first;
        return this;
    }

    /** One time unless said. */
    public OrderDraft billingCycle(BillingCycle cycle) {
        billingCycle = cycle;
        return this;
    }

    /** An ISO 4217 code; EUR unless said. */
    public OrderDraft currency(String code) {
        currency = code;
        return this;
    }

    /** Made by Microsoft, as renewals are; lists leave it out unless asked. */
    public OrderDraft systemPurchase() {
        transactionType = "SystemPurchase";
        return this;
    }

    /** The indirect reseller on record. */
    public OrderDraft indirectReseller(String partnerId) {
        resellerId = partnerId;
        return this;
    }

    /** An earlier date of creation; the order becomes visible now all the same. */
    public OrderDraft createdAt(Instant at) {
        created = at;
        return this;
    }

    OrderDraft line(Offer offer, int units) {
        wanted.add(new Wanted(offer, units));
        return this;
    }

    OrderVersion placed(PartnerCustomer customer, OrderIds ids, Chronicle chronicle, Instant now) {
        String number = id == null ? ids.next(shape, chronicle::knows) : id;
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("order " + number + " has no line");
        }
        if (chronicle.knows(number)) {
            throw new IllegalArgumentException("there already is an order " + number);
        }
        List<OrderLine> lines = new ArrayList<>(wanted.size());
        wanted.forEach(each -> lines.add(new OrderLine(lines.size(), each.offer(), each.units(), resellerId)));
        OrderFacts facts = new OrderFacts(
                number, customer, shape, created, billingCycle, currency, transactionType, List.copyOf(lines));
        return new OrderVersion(facts, 1, now, status.word());
    }
}
