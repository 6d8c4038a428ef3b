/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Ground;
import io.postatus.simulator.Occasion;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** One vendor group: its credentials, and what a test lets happen to its orders. Every event happens at the present. */
public final class AmazonAccount {
    private final String id;
    private final Ground ground;
    private final Credentials credentials;
    private final Chronicle chronicle;
    private final OrderNumbers numbers;

    AmazonAccount(String id, Ground ground) {
        this.id = id;
        this.ground = ground;
        this.credentials = new Credentials(id);
        this.chronicle = new Chronicle(id, ground);
        this.numbers = new OrderNumbers(new Random(ground.world().seed() * 31 + id.hashCode()));
    }

    /** The account's id, also its default vendor code. */
    public String id() {
        return id;
    }

    /** {@code amzn1.application-oa2-client.<id in lower case>}. */
    public String clientId() {
        return credentials.clientId();
    }

    /** {@code amzn1.oa2-cs.v1.<id in lower case>}, until rotated. */
    public String clientSecret() {
        return credentials.clientSecret();
    }

    /** {@code Atzr|<id in lower case>}. */
    public String refreshToken() {
        return credentials.refreshToken();
    }

    /** Makes the present client secret invalid and returns the new one. */
    public String rotateSecret() {
        return credentials.rotateSecret();
    }

    /** Withdraws the vendor's consent: the refresh token is no longer good for an access token. */
    public void revoke() {
        credentials.revoke();
    }

    /** Places an order and returns its number. */
    public String place(Consumer<OrderDraft> order) {
        return look(now -> {
            OrderDraft draft = new OrderDraft(numbers.next(chronicle::knows), id, now);
            order.accept(draft);
            OrderVersion placed = draft.placed();
            if (chronicle.knows(placed.number())) {
                throw new IllegalArgumentException("account " + id + " already has an order " + placed.number());
            }
            chronicle.add(placed, now);
            return placed.number();
        });
    }

    /** Accepts every line in full. */
    public void accept(String number) {
        happen(number, Step.acceptAll());
    }

    /** Acknowledges one line; backordered units count as accepted. */
    public void acknowledge(String number, int line, int accepted, int rejected) {
        happen(number, Step.acknowledge(line, accepted, rejected));
    }

    /** Rejects every line, which closes the order. */
    public void reject(String number) {
        happen(number, Step.rejectAll());
    }

    /** Amazon orders more of a line, or cancels units of it where {@code units} is negative. */
    public void changeQuantity(String number, int line, int units) {
        happen(number, Step.changeQuantity(line, units));
    }

    /** Units of a line come in. */
    public void receive(String number, int line, int units) {
        boolean silent = ground.faults().strikes(Fault.SILENT_RECEIPT, Occasion.of(null, id));
        happen(number, Step.receive(line, units, silent));
    }

    /** Closes the order as it is. */
    public void close(String number) {
        happen(number, Step.close());
    }

    /** Opens a closed order again. */
    public void reopen(String number) {
        happen(number, Step.reopen());
    }

    /** The order returns to its state before the latest event, with the present as its last update. */
    public void flipBack(String number) {
        flipBack(number, false);
    }

    /** The order returns to its state before the latest event, with the last update that it had then. */
    public void flipBackSilently(String number) {
        flipBack(number, true);
    }

    /** The order as readers see it now. */
    public JsonNode document(String number) {
        return look(now -> chronicle.ledger().find(number))
                .map(StatusDocument::of)
                .orElseThrow(() -> new IllegalArgumentException("account " + id + " shows no order " + number));
    }

    Credentials credentials() {
        return credentials;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    OrderNumbers numbers() {
        return numbers;
    }

    <T> T look(Function<Instant, T> look) {
        return ground.world().at(look);
    }

    private void flipBack(String number, boolean silent) {
        look(now -> {
            chronicle.happen(number, Step.flipBack(chronicle.beforeNewest(number), silent), now);
            return null;
        });
    }

    private void happen(String number, Step step) {
        look(now -> {
            chronicle.happen(number, step, now);
            return null;
        });
    }
}
