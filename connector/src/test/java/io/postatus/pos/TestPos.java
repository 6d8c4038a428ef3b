/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.TestVendor;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Operation;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.pos.PosOperation;
import io.postatus.simulator.pos.PosSubscriber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The POS with one subscriber. */
final class TestPos extends TestVendor {

    final PosSubscriber tickets = simulator.pos().subscriber("tickets-1");
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    TestPos() {
        this(builder -> {});
    }

    TestPos(Consumer<SimulatorBuilder> setup) {
        super(setup, HASTY);
    }

    @Override
    public String scheme() {
        return "pos";
    }

    /** And as fast as we allow, which is the same for all that an account does. */
    @Override
    protected Map<String, String> addresses() {
        return Map.of("baseUrl", simulator.pos().baseUrl().toString(), "requestsPerSecond", "50");
    }

    @Override
    protected Map<String, String> credentials() {
        return Map.of("apiKey", tickets.token(), "secretKey", tickets.secret());
    }

    @Override
    protected List<String> people() {
        return List.of("@example.");
    }

    @Override
    protected String producers() {
        return io.postatus.pos.PosOperation.purchaseOrderStatus.producers();
    }

    @Override
    protected String lookup() {
        return "pos:searchPurchaseOrders?limit=5";
    }

    @Override
    protected Class<?> constants() {
        return PosConstants.class;
    }

    @Override
    public String place() {
        String id = placeById();
        String number = tickets.document(id).path(numberField()).asText();
        ids.put(number, id);
        return number;
    }

    String placeById() {
        return tickets.place(order -> order.line("Hawks vs. Bears", 4, "125.00"));
    }

    @Override
    public void change(String number) {
        tickets.receive(ids.get(number));
    }

    @Override
    public void flipBack(String number) {
        tickets.flipBack(ids.get(number));
    }

    @Override
    public void flipBackWithoutTrace(String number) {
        tickets.flipBackSilently(ids.get(number));
    }

    @Override
    public List<String> life() {
        return List.of("open", "received");
    }

    @Override
    public void revoke() {
        tickets.revoke();
    }

    @Override
    protected List<RecordedRequest> requests() {
        return simulator.pos().requests();
    }

    @Override
    protected Operation poll() {
        return PosOperation.SEARCH_PURCHASE_ORDERS;
    }

    @Override
    public String numberField() {
        return "PONumber";
    }

    /** Orders have an id besides, and are known by that. */
    @Override
    public void hideNumbers() {
        simulator.faults().always(Fault.MISSING_FIELDS).names("PurchaseOrderId");
    }

    @Override
    public String requiredField() {
        return "DateRaised";
    }

    @Override
    public String unknownField() {
        return "FutureField";
    }

    @Override
    public Optional<Fault> expiredToken() {
        return Optional.empty();
    }

    @Override
    public boolean hasTableOfWords() {
        return false;
    }

    /** Each is read by its id, one at a time. */
    @Override
    public int moreThanOnePage() {
        return 20;
    }
}
