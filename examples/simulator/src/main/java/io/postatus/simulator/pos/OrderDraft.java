/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** An order being written. */
public final class OrderDraft {
    private static final LocalDateTime SHOW_TIME = LocalDateTime.of(2026, 9, 12, 19, 10);
    private final List<TicketLine> lines = new ArrayList<>();
    private final List<CustomLine> extras = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private String id;
    private long number;
    private Instant raised;
    private String externalNumber = "";
    private String type = "Standard";
    private String currency = "USD";
    private Vendor vendor;
    private String notes = "";
    private Terms.Consignment consignment = Terms.Consignment.NONE;
    private String invoiceId;
    private Shipping shipping = Shipping.UNDECIDED;
    private Progress progress = Progress.FRESH;

    OrderDraft(String id, long number, Instant now) {
        this.id = id;
        this.number = number;
        this.raised = now;
        this.vendor = Vendor.named("Northside Season Seats LLC", now);
    }

    /** Adds tickets for an event, at a price in US dollars each unless {@link #currency} says otherwise. */
    public OrderDraft line(String event, int tickets, String unitPrice) {
        String venue = "Harbor Field";
        Show show = new Show(event, venue, Ids.of("event " + event), Ids.of("venue " + venue), SHOW_TIME);
        return line(show, tickets, new BigDecimal(unitPrice));
    }

    /** The ticket group of the line added last. */
    public OrderDraft ticketGroup(String ticketGroupId) {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).grouped(ticketGroupId));
        return this;
    }

    /** Adds a free-form line. */
    public OrderDraft custom(String description, String total) {
        extras.add(new CustomLine(Ids.of(id + " custom " + extras.size()), description, new BigDecimal(total)));
        return this;
    }

    /** Another identifier than the one drawn by lot. */
    public OrderDraft id(String purchaseOrderId) {
        id = purchaseOrderId;
        return this;
    }

    /** Another number than the next one. */
    public OrderDraft number(long poNumber) {
        number = poNumber;
        return this;
    }

    /** An earlier date of raising and last update; the order becomes visible now all the same. */
    public OrderDraft raisedAt(Instant at) {
        raised = at;
        return this;
    }

    /** The number that the vendor knows. */
    public OrderDraft externalNumber(String external) {
        externalNumber = external;
        return this;
    }

    /** {@code Standard} or {@code Consignment}. */
    public OrderDraft type(String word) {
        type = word;
        return this;
    }

    /** The currency of all amounts. */
    public OrderDraft currency(String code) {
        currency = code;
        return this;
    }

    /** The vendor, by the name of its company. */
    public OrderDraft vendor(String company) {
        return vendor(Vendor.named(company, raised));
    }

    /** Notes. */
    public OrderDraft notes(String text) {
        notes = text;
        return this;
    }

    /** The invoice that the order is linked to. */
    public OrderDraft invoice(String id) {
        invoiceId = id;
        return this;
    }

    /** Adds a tag. */
    public OrderDraft tag(String tag) {
        tags.add(tag);
        return this;
    }

    /** What shipping costs. */
    public OrderDraft shippingCost(String amount) {
        shipping = shipping.cost(new BigDecimal(amount));
        return this;
    }

    /** The three statuses that the order begins with. */
    public OrderDraft statuses(String status, String paymentStatus, String shippingStatus) {
        progress = new Progress(status, paymentStatus, shippingStatus, null, null, null);
        return this;
    }

    /** A consignment order with a commission in percent. */
    public OrderDraft consignment(String commission) {
        consignment = new Terms.Consignment("Percentage", new BigDecimal(commission));
        return type("Consignment");
    }

    OrderDraft vendor(Vendor seller) {
        vendor = seller;
        return this;
    }

    OrderDraft line(Show show, int tickets, BigDecimal unitPrice) {
        String line = id + " line " + lines.size();
        lines.add(new TicketLine(
                Ids.of(line),
                Ids.of(line + " group"),
                show,
                "112",
                "F",
                tickets,
                5,
                TicketLine.Price.of(unitPrice),
                ""));
        return this;
    }

    OrderVersion placed() {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("order " + number + " has no line");
        }
        Terms terms =
                new Terms(externalNumber, type, currency, vendor, notes, consignment, invoiceId, List.copyOf(tags));
        Content content = new Content(terms, progress, shipping, List.copyOf(lines), List.copyOf(extras), List.of());
        Instant at = OrderVersion.millis(raised);
        return new OrderVersion(id, number, 1, at, at, content);
    }
}
