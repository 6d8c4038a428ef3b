/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** PUT POS/PurchaseOrders/{id}: header and prices; no status can be set (section 4.4). */
final class UpdateOperation {
    private static final int LONGEST_EXTERNAL_NUMBER = 100;

    /** A refusal ends the step, and so leaves the order as it was. */
    void answer(Request request) {
        Fields body = request.body();
        String external = body.text("ExternalOrderNumber");
        if (external != null && external.length() > LONGEST_EXTERNAL_NUMBER) {
            throw body.refused("ExternalOrderNumber");
        }
        Step update = (before, at) -> before.with(terms(before.terms(), request))
                .with(shipping(before.shipping(), body))
                .withLines(lines(before.lines(), body));
        request.subscriber().look(now -> {
            request.subscriber().chronicle().happen(request.seen().id(), update, now);
            return null;
        });
    }

    private static Terms terms(Terms before, Request request) {
        Fields body = request.body();
        Terms terms = given(before, Terms::externalNumber, body.text("ExternalOrderNumber"));
        terms = given(terms, Terms::type, body.word("POType", Vocabulary.TYPE));
        terms = given(terms, Terms::currency, body.text("Currency"));
        terms = given(terms, Terms::notes, body.text("PublicNote"));
        terms = given(terms, Terms::vendor, vendor(request));
        return given(terms, Terms::consignment, consignment(terms.consignment(), body));
    }

    private static Vendor vendor(Request request) {
        String contact = request.body().text("ShipFromContactId");
        return contact == null
                ? null
                : request.subscriber().chronicle().ledger().latestUpdated().stream()
                        .map(order -> order.content().terms().vendor())
                        .filter(vendor -> vendor.contactId().equals(contact))
                        .findFirst()
                        .orElseThrow(() -> request.body().refused("ShipFromContactId"));
    }

    private static Terms.Consignment consignment(Terms.Consignment before, Fields body) {
        Fields value = body.object("Consignment").orElse(null);
        if (value == null) {
            return before;
        }
        String operation = value.word("Operation", Vocabulary.CONSIGN_OPERATION);
        BigDecimal commission = value.decimal("Commission");
        return new Terms.Consignment(
                operation == null ? before.operation() : operation,
                commission == null ? before.commission() : commission);
    }

    private static Shipping shipping(Shipping before, Fields body) {
        Fields value = body.object("Shipping").orElse(null);
        if (value == null) {
            return before;
        }
        Shipping shipping = given(before, Shipping::cost, value.decimal("Cost"));
        shipping = given(shipping, Shipping::trackingNumber, value.text("TrackingNumber"));
        shipping = given(shipping, Shipping::service, value.text("Service"));
        shipping = given(shipping, Shipping::carrier, value.word("Carrier", Vocabulary.CARRIER));
        return given(shipping, Shipping::type, value.word("Type", Vocabulary.SHIPPING_TYPE));
    }

    private static List<TicketLine> lines(List<TicketLine> before, Fields body) {
        List<TicketLine> lines = new ArrayList<>(before);
        for (Fields item : body.objects("Items")) {
            String id = item.text("PurchaseOrderItemId");
            if (before.stream().noneMatch(line -> line.id().equals(id))) {
                throw item.refused("PurchaseOrderItemId");
            }
            lines.replaceAll(line -> line.id().equals(id) ? priced(line, item) : line);
        }
        return List.copyOf(lines);
    }

    private static TicketLine priced(TicketLine line, Fields item) {
        TicketLine.Price price = line.price();
        TicketLine.Price other = new TicketLine.Price(
                or(price.unit(), money(item, "UnitPrice")),
                or(price.face(), money(item, "FacePrice")),
                or(price.discount(), item.decimal("Discount")),
                or(price.tax(), item.decimal("Tax")),
                or(price.overs(), item.decimal("Overs")));
        return line.priced(other, or(line.notes(), item.text("Notes")));
    }

    private static BigDecimal money(Fields item, String name) {
        return item.object(name).map(value -> value.decimal("Amount")).orElse(null);
    }

    private static <T> T or(T before, T given) {
        return given == null ? before : given;
    }

    private static <T, V> T given(T before, BiFunction<T, V, T> change, V value) {
        return value == null ? before : change.apply(before, value);
    }
}
