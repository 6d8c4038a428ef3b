/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.auth.TokenClient;
import io.postatus.core.http.HttpTransport;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.http.Transport;
import io.postatus.core.http.TransportLimits;
import io.postatus.core.poll.PollReport;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.time.PooledTimeline;
import io.postatus.core.time.Timeline;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/** R16: one of each per context, shared by components, Kamelets and producers. Another context counts as another process. */
final class ContextResources extends ServiceSupport {
    private final CamelContext context;
    private final UnaryOperator<Timeline> pace;
    private final Clock clock = Clock.systemUTC();
    private final String node = UUID.randomUUID().toString().substring(0, 8);
    private final Map<StreamId, String> used = new ConcurrentHashMap<>();
    private final Map<StreamId, StatusConsumer> consumers = new ConcurrentHashMap<>();
    private final Map<String, OpenStore> stores = new HashMap<>();
    private final Map<String, HttpEndpoint> clients = new HashMap<>();
    private final Map<String, CachingTokenClient> tokens = new ConcurrentHashMap<>();
    private final Sweeps sweeps = new Sweeps(this);
    private ScheduledExecutorService alarms;
    private ExecutorService pool;
    private PooledTimeline timeline;
    private Timeline turns;
    private RateBudgets budgets;

    private ContextResources(CamelContext context, UnaryOperator<Timeline> pace) {
        this.context = context;
        this.pace = pace;
    }

    /** The resources of a context, made at first use and stopped with it. */
    static synchronized ContextResources of(CamelContext context) {
        ContextResources resources = context.hasService(ContextResources.class);
        return resources == null ? add(context, UnaryOperator.identity()) : resources;
    }

    /**
     * Resources for a context that has none yet.
     *
     * @param pace what requests wait by, for their turns and before they are repeated, made of the context's own time
     */
    static ContextResources add(CamelContext context, UnaryOperator<Timeline> pace) {
        ContextResources resources = new ContextResources(context, pace);
        try {
            context.addService(resources, true, true);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return resources;
    }

    @Override
    protected void doStart() {
        alarms = context.getExecutorServiceManager().newScheduledThreadPool(this, "PurchaseOrderAlarms", 1);
        pool = context.getExecutorServiceManager().newCachedThreadPool(this, "PurchaseOrders");
        timeline = new PooledTimeline(alarms, pool, clock);
        turns = pace.apply(timeline);
        budgets = new RateBudgets(turns);
    }

    /** Camel has stopped the routes by now. What still waits for an answer or an hour is not waited for. */
    @Override
    protected synchronized void doStop() {
        clients.values().forEach(ServiceHelper::stopService);
        clients.clear();
        tokens.clear();
        // Not gracefully: that waits for alarms set for half an hour from now, and nobody is left whom they could wake.
        context.getExecutorServiceManager().shutdownNow(alarms);
        context.getExecutorServiceManager().shutdownGraceful(pool);
        stores.values().forEach(store -> store.state.close());
        stores.clear();
    }

    PooledTimeline timeline() {
        return timeline;
    }

    /** What requests wait by. */
    Timeline turns() {
        return turns;
    }

    RateBudgets budgets() {
        return budgets;
    }

    String node() {
        return node;
    }

    Sweeps sweeps() {
        return sweeps;
    }

    Connections connections(Duration requestTimeout) {
        return new Connections(this, requestTimeout);
    }

    CachingTokenClient tokens(String credential, Supplier<TokenClient> client) {
        return tokens.computeIfAbsent(credential, key -> new CachingTokenClient(client.get(), clock));
    }

    /**
     * Two users of one stream would each tell half of the changes, so the second is refused.
     *
     * @param user the route, for messages
     */
    StreamUse use(StreamId stream, String user, String stateStore) {
        String other = used.putIfAbsent(stream, user);
        if (other != null) {
            throw new IllegalStateException("Stream " + stream + " is polled by route '" + other
                    + "' already, and route '" + user + "' would take changes away from it. Either let one route poll"
                    + " and hand the changes on (multicast, seda), or give this one a position of its own with"
                    + " subscription=<name>; the account's request rate is shared either way.");
        }
        try {
            return new StreamUse(open(stateStore), () -> {
                close(stateStore);
                used.remove(stream, user);
            });
        } catch (RuntimeException e) {
            used.remove(stream, user);
            throw e;
        }
    }

    /** Registers a consumer, for those who ask about its stream. */
    void polls(StatusConsumer consumer) {
        consumers.put(consumer.getEndpoint().stream(), consumer);
    }

    void pollsNoLonger(StatusConsumer consumer) {
        consumers.remove(consumer.getEndpoint().stream(), consumer);
    }

    /** The consumers that run, by stream. */
    Map<StreamId, StatusConsumer> consumers() {
        Map<StreamId, StatusConsumer> byName = new TreeMap<>(Comparator.comparing(StreamId::toString));
        byName.putAll(consumers);
        return byName;
    }

    /** Between two polls nobody holds the stream's lease, and the next one would tell everything anew. */
    void refuseIfPolled(StreamId stream) {
        StatusConsumer consumer = consumers.get(stream);
        if (consumer != null && !consumer.isSuspendingOrSuspended()) {
            throw new IllegalStateException("Stream " + stream + " is polled by route '" + used.get(stream)
                    + "', so it was not forgotten. Suspend or stop the route, on every node, and ask again.");
        }
    }

    /** How the last poll of a stream went in this context; null if none did. */
    PollReport lastPoll(StreamId stream) {
        StatusConsumer consumer = consumers.get(stream);
        return consumer == null ? null : consumer.getProgress();
    }

    /** A store that is read by the way, without a stream of one's own. */
    StreamUse look(String stateStore) {
        return new StreamUse(open(stateStore), () -> close(stateStore));
    }

    private synchronized PollState open(String stateStore) {
        OpenStore store = stores.computeIfAbsent(
                StateStores.key(stateStore),
                key -> new OpenStore(StateStores.open(stateStore, context.getRegistry(), clock)));
        store.users++;
        return store.state;
    }

    /** A file is closed with its last user, for others to take. Memory is kept: a route that is reloaded goes on with it. */
    private synchronized void close(String stateStore) {
        OpenStore store = stores.get(StateStores.key(stateStore));
        if (store != null && --store.users == 0 && !StateStores.isMemory(stateStore)) {
            stores.remove(StateStores.key(stateStore));
            store.state.close();
        }
    }

    /** The client that camel-http makes, with the user's TLS, proxy and pool settings, less what would act behind our back. */
    synchronized Transport transport(URI base, Duration deadline) {
        HttpEndpoint endpoint = clients.computeIfAbsent(base.getScheme() + "://" + base.getAuthority(), this::client);
        return new HttpTransport(
                endpoint.getHttpClient(), timeline.withoutPool(), TransportLimits.STANDARD.withDeadline(deadline));
    }

    private HttpEndpoint client(String origin) {
        try {
            String scheme = URI.create(origin).getScheme();
            HttpEndpoint endpoint = (HttpEndpoint)
                    context.getComponent(scheme, HttpComponent.class).createEndpoint(origin);
            endpoint.setHttpClientConfigurer(CompositeHttpConfigurer.combineConfigurers(
                    endpoint.getHttpClientConfigurer(), builder -> builder.disableAutomaticRetries()
                            .disableRedirectHandling()
                            .disableContentCompression()
                            .disableCookieManagement()));
            ServiceHelper.startService(endpoint);
            return endpoint;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private static final class OpenStore {
        final PollState state;
        int users;

        OpenStore(PollState state) {
            this.state = state;
        }
    }
}
