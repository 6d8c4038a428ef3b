/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.camel.Connections;
import io.postatus.core.camel.RequestMessage;
import io.postatus.core.camel.StatusEndpoint;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.StatusSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;

/** Tell every status change of an Amazon vendor's purchase orders, read and acknowledge them. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "amazonvendor",
        title = "Amazon Vendor Purchase Orders",
        syntax = "amazonvendor:operation",
        category = {Category.API},
        headersClass = AmazonVendorConstants.class)
public class AmazonVendorEndpoint extends StatusEndpoint {

    /** Of getPurchaseOrders; nothing is said of status, apis/amazon-vendor-orders.md 5.2. */
    private static final Duration RETENTION = Duration.ofDays(180);

    @UriParam
    private AmazonVendorConfiguration configuration;

    public AmazonVendorEndpoint(String uri, AmazonVendorComponent component, AmazonVendorConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public AmazonVendorConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AmazonVendorConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected StatusSource createSource(Connections connections) {
        AmazonVendorAccount account = configuration.toAccount();
        return new AmazonVendorStatusSource(
                client(connections, account), account, configuration.toFilter(), configuration.toWindow());
    }

    @Override
    protected Producer createCallProducer() {
        return new AmazonVendorProducer(this);
    }

    /** Once the producer starts; nothing is opened before. */
    AmazonVendorClient client() {
        return client(connections(), configuration.toAccount());
    }

    private static AmazonVendorClient client(Connections connections, AmazonVendorAccount account) {
        CachingTokenClient tokens = connections.tokens(
                account.credential(),
                () -> AmazonVendorTokens.client(
                        account, connections.exchange(account.id(), account.tokenHost()), connections.budgets()));
        return AmazonVendorClient.of(
                account, connections.exchange(account.id(), account.baseUrl()), tokens, connections.budgets());
    }

    @Override
    protected Observed observed(Object body) {
        return new AmazonVendorMapper(configuration.getAccount()).toObserved(body);
    }

    @Override
    protected Status status(PurchaseOrderSummary summary) {
        return AmazonVendorStatuses.status(summary);
    }

    @Override
    protected Duration retention() {
        return RETENTION;
    }

    @Override
    protected Duration shown() {
        return RETENTION;
    }

    @Override
    protected Duration watchInterval() {
        return null;
    }

    @Override
    protected Optional<TimeWindow> created(RequestMessage message) {
        return new AmazonVendorParameters(message, configuration).created();
    }

    @Override
    protected List<String> createdHeaders() {
        return List.of(AmazonVendorConstants.CREATED_AFTER, AmazonVendorConstants.CREATED_BEFORE);
    }

    @Override
    protected String vendor() {
        return AmazonVendorMapper.SOURCE;
    }

    @Override
    protected void validate() {
        if (configuration.getOperation().isCall()) {
            configuration.toAccount();
        }
        configuration.toWindow();
        AmazonVendorParameters.checkedLimit(configuration.getLimit());
    }
}
