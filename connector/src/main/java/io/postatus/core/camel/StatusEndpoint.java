/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.PollSettings;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.poll.StreamOperations;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;

/** What the endpoints of all services do alike. Creating one touches neither network nor store. */
@ManagedResource(description = "Managed purchase-order status endpoint")
public abstract class StatusEndpoint extends ScheduledPollEndpoint
        implements EndpointServiceLocation, MultipleConsumersSupport {
    /** Camel's own option; said again for another default, which the half second that Camel documents is not. */
    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "60000",
            description =
                    "Milliseconds from the end of one poll to the start of the next. Also the pause after a failed"
                            + " poll, doubled with every further one up to 15 minutes.")
    private final long delay = 60_000;

    protected StatusEndpoint(String uri, StatusComponent component) {
        super(uri, component);
        setDelay(delay);
    }

    /** The options, as configured on the component and in the URI. */
    public abstract StatusConfiguration getConfiguration();

    /** The service as the loop sees it, for this endpoint's account. Called when the consumer starts. */
    protected abstract StatusSource createSource(Connections connections);

    /** For the operations that ask the service. */
    protected abstract Producer createCallProducer();

    /**
     * One order that somebody else has read with the service's status operation: the record, or its JSON as text, map or
     * tree.
     *
     * @throws IllegalArgumentException if it is none
     */
    protected abstract Observed observed(Object body);

    /** The canonical status of an order, from the service's words: the vendor's table. */
    protected abstract Status status(PurchaseOrderSummary summary);

    /** What the user says of the service's words, in its option {@code statuses}; empty if the table needs no user. */
    protected Map<String, Status> statuses() {
        return Map.of();
    }

    /** How far back the service can be asked what changed; null if it cannot be asked by time. */
    protected abstract Duration retention();

    /** How long after its last change the service may show an order; null if for ever. */
    protected abstract Duration shown();

    /** After which an open order is read again by its id; null if the service says what changed. */
    protected abstract Duration watchInterval();

    /** How often the horizon moves on when all is well; null if with every poll. */
    protected Duration horizonInterval() {
        return null;
    }

    /**
     * Which window of creation was asked for by the request that brought the message, if it has both bounds. For services
     * with the operation {@code findAbsent} only, which today is Amazon's.
     */
    protected Optional<TimeWindow> created(RequestMessage message) {
        return Optional.empty();
    }

    /** The headers that hold that window; for the same services. */
    protected List<String> createdHeaders() {
        return List.of();
    }

    /** The scheme. */
    protected abstract String vendor();

    /** Refuses options that cannot work, naming them and what is allowed. */
    protected abstract void validate();

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (getConfiguration().getAccount() == null) {
            throw new IllegalArgumentException("account is missing on " + vendor()
                    + ": give the account an id of your choice, for example account=acme-de");
        }
        stream();
        validate();
    }

    /** The stream that a consumer of this endpoint polls. */
    @ManagedAttribute(description = "The stream: vendor, account, subscription")
    public String getStream() {
        return stream().toString();
    }

    /** What this endpoint does. */
    Operation operation() {
        return getConfiguration().getOperation();
    }

    StreamId stream() {
        StatusConfiguration configuration = getConfiguration();
        return new StreamId(vendor(), configuration.getAccount(), configuration.getSubscription());
    }

    /** The stream that a sweep of this endpoint puts right; null if it tells on its own. */
    StreamId reconciled() {
        String subscription = getConfiguration().getReconcile();
        return subscription == null
                ? null
                : new StreamId(vendor(), getConfiguration().getAccount(), subscription);
    }

    /** What people can ask of the stream. */
    StreamOperations operations(StatusSource source, PollState store) {
        return new StreamOperations(
                stream(),
                settings(),
                source,
                store,
                ContextResources.of(getCamelContext()).timeline(),
                this::observed);
    }

    /** What the loop is told. */
    PollSettings settings() {
        return getConfiguration().settings(Duration.ofMillis(getTimeUnit().toMillis(getDelay())), this);
    }

    /** What this endpoint's account needs to talk to its service; shared within the context. */
    protected Connections connections() {
        return ContextResources.of(getCamelContext())
                .connections(getConfiguration().getRequestTimeout());
    }

    @Override
    public Producer createProducer() {
        if (operation().isConsumer()) {
            throw new IllegalArgumentException(vendor() + ":" + operation() + " tells changes, so it can only be"
                    + " consumed from. To ask the service, send to one of "
                    + operation().producers() + ".");
        }
        if (StreamOperation.NAMES.contains(operation().name())) {
            return new StreamOperationProducer(this);
        }
        return switch (operation().name()) {
            case "detectChange" -> new DetectChangeProducer(this);
            case "findAbsent" -> new FindAbsentProducer(this);
            default -> createCallProducer();
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!operation().isConsumer()) {
            throw new IllegalArgumentException(vendor() + ":" + operation()
                    + " asks and is answered, so it can only be sent to. To be told changes, use from " + vendor()
                    + ":purchaseOrderStatus.");
        }
        refuseForeignSchedules(getScheduler());
        StatusConsumer consumer = new StatusConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** Before Camel looks for the scheduler, which would end in advice to add a jar. */
    @Override
    public void configureProperties(Map<String, Object> options) {
        refuseForeignSchedules(options.getOrDefault("scheduler", getScheduler()));
        super.configureProperties(options);
    }

    private void refuseForeignSchedules(Object scheduler) {
        refuse(isGreedy(), "greedy", "delay: a poll reads everything there is, so there is nothing to be greedy for");
        refuse(
                getBackoffMultiplier() > 0 || getBackoffIdleThreshold() > 0 || getBackoffErrorThreshold() > 0,
                "backoffMultiplier, backoffIdleThreshold and backoffErrorThreshold",
                "nothing: after a failed poll the stream pauses by itself, for delay, doubled with every failure up to"
                        + " 15 minutes");
        refuse(
                scheduler != null && !"none".equals(scheduler),
                "scheduler",
                "delay: each stream keeps its own interval and lease; a foreign scheduler would poll it twice");
    }

    private void refuse(boolean used, String option, String instead) {
        if (used) {
            throw new IllegalArgumentException(
                    option + " cannot be used with " + vendor() + ":purchaseOrderStatus. Use " + instead + ".");
        }
    }

    /** Two consumers on one stream are refused all the same, but with the ways out, which Camel does not know. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public PollingConsumer createPollingConsumer() {
        throw new UnsupportedOperationException(
                vendor() + " cannot be used with poll or pollEnrich: a stream of changes"
                        + " has a position, which a single poll would move for everybody. Ask for orders with enrich and a"
                        + " producer operation of " + vendor() + " instead.");
    }

    @Override
    public String getServiceUrl() {
        return getConfiguration().toBaseUrl().toString();
    }

    @Override
    public String getServiceProtocol() {
        return "https";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("account", getConfiguration().getAccount());
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }
}
