/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Ground;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One subscriber: its credentials, and what a test lets happen to its orders. Every event happens at the present, and
 * none is forbidden: a test may want an odd one. Statuses may be words that no list has; one made of digits is written
 * as a number.
 */
public final class PosSubscriber {
    private static final long FIRST_NUMBER = 10_001;
    private final String id;
    private final Ground ground;
    private final Credentials credentials;
    private final OrderDocument document;
    private final Chronicle chronicle;
    private final Random identifiers;
    private long nextNumber = FIRST_NUMBER;

    PosSubscriber(String id, Ground ground, Notation notation) {
        this.id = id;
        this.ground = ground;
        this.credentials = new Credentials(id);
        this.document = new OrderDocument(id, notation);
        this.chronicle = new Chronicle(id, ground, document);
        this.identifiers = new Random(ground.world().seed() * 31 + id.hashCode());
    }

    /** The subscriber's id, which the truth log gives as account. */
    public String id() {
        return id;
    }

    /** {@code token-<id>}: the value of {@code X-Token}. */
    public String token() {
        return credentials.token();
    }

    /** {@code secret-<id>}, until rotated: the key of {@code X-Signature}. */
    public String secret() {
        return credentials.secret();
    }

    /** Makes the present secret invalid and returns the new one. */
    public String rotateSecret() {
        return credentials.rotateSecret();
    }

    /** Makes the token invalid. */
    public void revoke() {
        credentials.revoke();
    }

    /** Places an order and returns its identifier, which URLs and the truth log name. */
    public String place(Consumer<OrderDraft> order) {
        return look(now -> {
            OrderDraft draft = draft(now);
            order.accept(draft);
            OrderVersion placed = draft.placed();
            if (chronicle.knows(placed.id())) {
                throw new IllegalArgumentException("subscriber " + id + " already has an order " + placed.id());
            }
            chronicle.add(placed, now);
            return placed.id();
        });
    }

    /** Sets the order status, and nothing else. */
    public void status(String orderId, String word) {
        progress(orderId, progress -> progress.status(word));
    }

    /** Sets the payment status, and nothing else. */
    public void paymentStatus(String orderId, String word) {
        progress(orderId, progress -> progress.paymentStatus(word));
    }

    /** Sets the shipping status, and nothing else. */
    public void shippingStatus(String orderId, String word) {
        progress(orderId, progress -> progress.shippingStatus(word));
    }

    /** Pays an amount by check; the payment status follows from what is paid. Returns the payment's identifier. */
    public String pay(String orderId, String amount) {
        return look(now -> {
            Payment payment = Payment.of(
                    newId(), "Check", OrderVersion.millis(now), new BigDecimal(amount), "CHK-" + orderId.charAt(0), "");
            chronicle.happen(orderId, Step.pay(payment), now);
            return payment.id();
        });
    }

    /** Pays what is still open. Returns the payment's identifier. */
    public String pay(String orderId) {
        return look(now -> {
            Content content = chronicle.newest(orderId).content();
            return pay(orderId, content.grandTotal().subtract(content.paid()).toPlainString());
        });
    }

    /** Pays a part of a payment back. */
    public void refund(String orderId, String paymentId, String amount) {
        look(now -> {
            Step refund = Step.refund(paymentId, new BigDecimal(amount), OrderVersion.millis(now), "");
            chronicle.happen(orderId, refund, now);
            return null;
        });
    }

    /** The vendor ships by FedEx: tracking number and shipping status. */
    public void ship(String orderId, String trackingNumber) {
        happen(orderId, Step.ship("FedEx", trackingNumber));
    }

    /** The tickets come in: order status, shipping status and the date. */
    public void receive(String orderId) {
        happen(orderId, Step.receive());
    }

    /** Voids the order: order status, reason and date. */
    public void cancel(String orderId, String reason) {
        happen(orderId, Step.cancel(reason));
    }

    /** Changes the notes only: an update that moves no status. */
    public void note(String orderId, String text) {
        happen(orderId, Step.note(text));
    }

    /** The order is gone for readers; the truth log keeps the versions that they saw. */
    public void delete(String orderId) {
        look(now -> {
            chronicle.delete(orderId);
            return null;
        });
    }

    /** The order returns to its state before the latest event, with the present as its last update. */
    public void flipBack(String orderId) {
        flipBack(orderId, false);
    }

    /** The order returns to its state before the latest event, with the last update that it had then. */
    public void flipBackSilently(String orderId) {
        flipBack(orderId, true);
    }

    /** The order as GET by id shows it now. */
    public JsonNode document(String orderId) {
        return look(now -> chronicle.ledger().find(orderId))
                .map(document::of)
                .orElseThrow(() -> new IllegalArgumentException("subscriber " + id + " shows no order " + orderId));
    }

    Credentials credentials() {
        return credentials;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    OrderDocument document() {
        return document;
    }

    <T> T look(Function<Instant, T> look) {
        return ground.world().at(look);
    }

    /** An empty order with the next number. Called inside a look at the world. */
    OrderDraft draft(Instant now) {
        return new OrderDraft(newId(), nextNumber++, now);
    }

    String newId() {
        return new UUID(identifiers.nextLong(), identifiers.nextLong()).toString();
    }

    private void progress(String orderId, UnaryOperator<Progress> change) {
        happen(orderId, Step.progress(change));
    }

    private void flipBack(String orderId, boolean silent) {
        look(now -> {
            chronicle.flipBack(orderId, silent, now);
            return null;
        });
    }

    private void happen(String orderId, Step step) {
        look(now -> {
            chronicle.happen(orderId, step, now);
            return null;
        });
    }
}
