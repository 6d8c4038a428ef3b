/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.camel.Connections;
import io.postatus.core.camel.DetectChangeProducer;
import io.postatus.core.camel.FindAbsentProducer;
import io.postatus.core.camel.StatusEndpoint;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.StatusSource;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
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
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!configuration.getOperation().isConsumer()) {
            throw new IllegalArgumentException("amazonvendor:" + configuration.getOperation()
                    + " asks and is answered, so it can only be sent to. To be told changes, use"
                    + " from amazonvendor:purchaseOrderStatus.");
        }
        return super.createConsumer(processor);
    }

    @Override
    public Producer createProducer() {
        if (configuration.getOperation().isConsumer()) {
            throw new IllegalArgumentException("amazonvendor:purchaseOrderStatus tells changes, so it can only be"
                    + " consumed from. To ask for status, send to amazonvendor:getPurchaseOrdersStatus.");
        }
        return switch (configuration.getOperation()) {
            case detectChange -> new DetectChangeProducer(this, this::observed, this::created);
            case findAbsent -> new FindAbsentProducer(this, this::required);
            default -> new AmazonVendorProducer(this);
        };
    }

    /** One order as getPurchaseOrdersStatus shows it: the record, or its JSON as text, map or tree. */
    private Observed observed(Exchange exchange) {
        return AmazonVendorMapper.toObserved(exchange.getMessage().getBody(), configuration.getAccount());
    }

    private Optional<TimeWindow> created(Exchange exchange) {
        return new AmazonVendorParameters(exchange.getMessage(), configuration).created();
    }

    private TimeWindow required(Exchange exchange) {
        return created(exchange)
                .orElseThrow(() -> new IllegalArgumentException("amazonvendor:findAbsent looks for orders that were"
                        + " placed in a window of time, and was not told which: set the headers "
                        + AmazonVendorConstants.CREATED_AFTER + " and " + AmazonVendorConstants.CREATED_BEFORE
                        + ", the earlier first, as getPurchaseOrdersStatus had them"));
    }

    /** Once the producer starts; nothing is opened before. */
    AmazonVendorClient client() {
        return client(connections(), configuration.toAccount());
    }

    private static AmazonVendorClient client(Connections connections, AmazonVendorAccount account) {
        CachingTokenClient tokens = connections.tokens(
                account.credential(),
                () -> LwaTokenClient.of(
                        account,
                        connections.exchange(account.id(), account.tokenHost()),
                        connections.timeline(),
                        connections::budget));
        return AmazonVendorClient.of(
                account, connections.exchange(account.id(), account.baseUrl()), tokens, connections::budget);
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
    protected String vendor() {
        return AmazonVendorMapper.SOURCE;
    }

    @Override
    protected void validate() {
        if (configuration.getOperation().isCall()) {
            configuration.toAccount();
        }
        configuration.toWindow();
        PurchaseOrdersStatusQuery.ALL.limit(configuration.getLimit());
    }

    @Override
    public String getServiceUrl() {
        return configuration.toBaseUrl().toString();
    }
}
