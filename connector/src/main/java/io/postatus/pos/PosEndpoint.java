/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.Connections;
import io.postatus.core.camel.StatusEndpoint;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.StatusSource;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;

/** Tell every status change of a ticket broker's purchase orders, and read them. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "pos",
        title = "Ticket Utils POS Purchase Orders",
        syntax = "pos:operation",
        category = {Category.API},
        headersClass = PosConstants.class)
public class PosEndpoint extends StatusEndpoint {

    /** No limit is documented; as far back as anybody will want to go. */
    private static final Duration RETENTION = Duration.ofDays(3650);

    @UriParam
    private PosConfiguration configuration;

    public PosEndpoint(String uri, PosComponent component, PosConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public PosConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(PosConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected StatusSource createSource(Connections connections) {
        PosAccount account = configuration.toAccount();
        return new PosStatusSource(
                client(connections, account),
                account,
                configuration.toStatuses(),
                configuration.toWindow(),
                configuration.getLimit());
    }

    @Override
    protected Producer createCallProducer() {
        return new PosProducer(this);
    }

    /** Once the producer starts; nothing is opened before. */
    PosClient client() {
        return client(connections(), configuration.toAccount());
    }

    private static PosClient client(Connections connections, PosAccount account) {
        return PosClient.of(account, connections.exchange(account.id(), account.baseUrl()), connections.budgets());
    }

    @Override
    protected Observed observed(Object body) {
        return new PosMapper(configuration.getAccount(), configuration.toTime(), configuration.toStatuses())
                .toObserved(body);
    }

    @Override
    protected Status status(PurchaseOrderSummary summary) {
        return configuration.toStatuses().status(summary);
    }

    @Override
    protected Map<String, Status> statuses() {
        return configuration.toStatuses().words();
    }

    @Override
    protected Duration retention() {
        return RETENTION;
    }

    @Override
    protected Duration shown() {
        return null;
    }

    @Override
    protected Duration watchInterval() {
        return configuration.getOpenOrderInterval();
    }

    @Override
    protected String vendor() {
        return PosMapper.SOURCE;
    }

    @Override
    protected void validate() {
        if (configuration.getOperation().isCall()) {
            configuration.toAccount();
        }
        configuration.toTime();
        configuration.toStatuses();
        configuration.toWindow();
        configuration.toRequestsPerSecond();
        PosParameters.checkedLimit(configuration.getLimit());
    }
}
