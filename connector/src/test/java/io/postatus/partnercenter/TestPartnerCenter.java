/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.camel.TestVendor;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Operation;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.partnercenter.PartnerCenterOperation;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.PartnerTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Partner Center with one partner and, unless a test wants others, one customer. */
final class TestPartnerCenter extends TestVendor {

    final PartnerTenant tenant = simulator.partnerCenter().tenant("contoso");
    /** The first one; {@link #revoke} brings another. */
    private final String clientSecret = tenant.clientSecret();

    TestPartnerCenter() {
        this(
                builder -> builder.partnerCenter(
                        options -> options.listLag(Duration.ZERO).ratePerMinute(100_000)),
                HASTY);
    }

    TestPartnerCenter(Consumer<SimulatorBuilder> setup) {
        this(setup, AS_IN_LIFE);
    }

    private TestPartnerCenter(Consumer<SimulatorBuilder> setup, int haste) {
        super(setup, haste);
    }

    @Override
    public String scheme() {
        return "partnercenter";
    }

    @Override
    protected Map<String, String> addresses() {
        return Map.of(
                "tenant", tenant.tenantId(),
                "baseUrl", tenant.baseUrl().toString(),
                "tokenUrl", tenant.tokenUrl().toString());
    }

    @Override
    protected Map<String, String> credentials() {
        return Map.of("clientId", tenant.clientId(), "clientSecret", clientSecret);
    }

    @Override
    protected String producers() {
        return io.postatus.partnercenter.PartnerCenterOperation.purchaseOrderStatus.producers();
    }

    @Override
    protected String lookup() {
        return "partnercenter:getCustomers?requestsPerMinute=500";
    }

    @Override
    protected Class<?> constants() {
        return PartnerCenterConstants.class;
    }

    @Override
    public String place() {
        return place(fabrikam());
    }

    static String place(PartnerCustomer customer) {
        return customer.place(order -> order.line("Access LTSC 2021", 3));
    }

    @Override
    public void change(String number) {
        fabrikam().uploadPurchaseOrder(number);
    }

    @Override
    public void flipBack(String number) {
        fabrikam().flipBack(number);
    }

    /** No document carries a trace. */
    @Override
    public void flipBackWithoutTrace(String number) {
        flipBack(number);
    }

    @Override
    public List<String> life() {
        return List.of("open", "in-review");
    }

    @Override
    public void revoke() {
        tenant.rotateSecret();
    }

    @Override
    protected List<RecordedRequest> requests() {
        return simulator.partnerCenter().requests();
    }

    int requests(PartnerCenterOperation operation) {
        return simulator.partnerCenter().requests(operation).size();
    }

    @Override
    protected Operation poll() {
        return PartnerCenterOperation.LIST_CUSTOMERS;
    }

    @Override
    public String numberField() {
        return "id";
    }

    /** Customers keep theirs. */
    @Override
    public void hideNumbers() {
        simulator
                .faults()
                .always(Fault.MISSING_FIELDS)
                .names(numberField())
                .forOperation(PartnerCenterOperation.LIST_ORDERS);
    }

    @Override
    public String requiredField() {
        return "creationDate";
    }

    @Override
    public Optional<Fault> expiredToken() {
        return Optional.of(Fault.EXPIRED_TOKEN);
    }

    /** Each is read by its id: ten at once, then eight a second. */
    @Override
    public int moreThanOnePage() {
        return 16;
    }

    /** Every poll looks at everything, as fast as Microsoft allows. */
    @Override
    public String status(Duration delay) {
        return super.status(delay) + "&openOrderInterval=20&customerInterval=20&requestsPerMinute=500";
    }

    /** Looks are as far apart as users have them. */
    String rarely() {
        return super.status(BETWEEN_POLLS);
    }

    PartnerCustomer fabrikam() {
        return tenant.customer("Fabrikam");
    }
}
