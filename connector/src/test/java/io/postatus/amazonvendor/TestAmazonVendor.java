/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.camel.TestVendor;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Operation;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.amazon.AmazonOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Amazon with one vendor group. */
final class TestAmazonVendor extends TestVendor {

    final AmazonAccount account = simulator.amazon().account("ACME1");

    TestAmazonVendor() {
        this(builder -> builder.amazon(options -> options.rate(10_000).burst(10_000)), HASTY);
    }

    TestAmazonVendor(Consumer<SimulatorBuilder> setup) {
        this(setup, AS_IN_LIFE);
    }

    private TestAmazonVendor(Consumer<SimulatorBuilder> setup, int haste) {
        super(setup, haste);
    }

    @Override
    public String scheme() {
        return "amazonvendor";
    }

    @Override
    protected Map<String, String> addresses() {
        return Map.of(
                "baseUrl", simulator.amazon().baseUrl().toString(),
                "tokenUrl", simulator.amazon().tokenUrl().toString());
    }

    @Override
    protected Map<String, String> credentials() {
        return Map.of(
                "clientId", account.clientId(),
                "clientSecret", account.clientSecret(),
                "refreshToken", account.refreshToken());
    }

    @Override
    protected String producers() {
        return AmazonVendorOperation.purchaseOrderStatus.producers();
    }

    @Override
    protected String lookup() {
        return "amazonvendor:getPurchaseOrdersStatus?limit=5";
    }

    @Override
    protected Class<?> constants() {
        return AmazonVendorConstants.class;
    }

    @Override
    public String place() {
        return account.place(order -> order.line("B0EXAMPLE1", 100));
    }

    @Override
    public void change(String number) {
        account.accept(number);
    }

    @Override
    public void flipBack(String number) {
        account.flipBack(number);
    }

    @Override
    public void flipBackWithoutTrace(String number) {
        account.flipBackSilently(number);
    }

    @Override
    public List<String> life() {
        return List.of("open", "acknowledged");
    }

    @Override
    public void revoke() {
        account.revoke();
    }

    @Override
    protected List<RecordedRequest> requests() {
        return simulator.amazon().requests();
    }

    @Override
    protected Operation poll() {
        return AmazonOperation.GET_PURCHASE_ORDERS_STATUS;
    }

    @Override
    public String numberField() {
        return "purchaseOrderNumber";
    }

    @Override
    public String requiredField() {
        return "purchaseOrderDate";
    }

    @Override
    public Optional<Fault> expiredToken() {
        return Optional.of(Fault.EXPIRED_TOKEN);
    }
}
