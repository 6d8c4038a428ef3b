/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.camel.Connections;
import io.postatus.core.camel.StatusEndpoint;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.StatusSource;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;

/** Tell every status change of a Microsoft partner's customer orders, read them and upload their purchase orders. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "partnercenter",
        title = "Microsoft Partner Center Purchase Orders",
        syntax = "partnercenter:operation",
        category = {Category.API},
        headersClass = PartnerCenterConstants.class)
public class PartnerCenterEndpoint extends StatusEndpoint {

    @UriParam
    private PartnerCenterConfiguration configuration;

    public PartnerCenterEndpoint(
            String uri, PartnerCenterComponent component, PartnerCenterConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public PartnerCenterConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(PartnerCenterConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected StatusSource createSource(Connections connections) {
        PartnerCenterAccount account = configuration.toAccount();
        return new PartnerCenterStatusSource(
                client(connections, account),
                account,
                configuration.toPlan(),
                configuration.isIncludeSystemPurchases(),
                configuration.getCustomerInterval(),
                connections.timeline()::now);
    }

    @Override
    protected Producer createCallProducer() {
        return new PartnerCenterProducer(this);
    }

    /** Once the producer starts; nothing is opened before. */
    PartnerCenterClient client() {
        return client(connections(), configuration.toAccount());
    }

    private PartnerCenterClient client(Connections connections, PartnerCenterAccount account) {
        CachingTokenClient tokens = connections.tokens(
                account.credential(),
                () -> PartnerCenterTokens.client(
                        account,
                        connections.exchange(account.id(), account.tokenHost()),
                        connections.budgets(),
                        configuration.getRefreshTokenListener()));
        return PartnerCenterClient.of(
                account,
                connections.exchange(account.id(), account.baseUrl()),
                tokens,
                connections.budgets(),
                UUID::randomUUID);
    }

    @Override
    protected Observed observed(Object body) {
        return new PartnerCenterMapper(configuration.getAccount()).toObserved(body);
    }

    @Override
    protected Status status(PurchaseOrderSummary summary) {
        return PartnerCenterStatuses.status(summary.vendorStatus());
    }

    @Override
    protected Duration retention() {
        return configuration.readsActivityLog() ? ActivityLogDays.RETENTION : null;
    }

    /** Orders do not disappear: apis/partner-center-orders.md 14. */
    @Override
    protected Duration shown() {
        return null;
    }

    @Override
    protected Duration watchInterval() {
        return configuration.getOpenOrderInterval();
    }

    /** Customers are looked at in turn. */
    @Override
    protected Duration horizonInterval() {
        return configuration.getCustomerInterval();
    }

    @Override
    protected String vendor() {
        return PartnerCenterMapper.SOURCE;
    }

    @Override
    protected void validate() {
        if (configuration.getOperation().isCall()) {
            configuration.toAccount();
        }
        configuration.toPlan();
        configuration.toRequestsPerMinute();
        PartnerCenterParameters.checkedSize(configuration.getSize());
    }
}
