/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.http.RateFigures;
import io.postatus.core.poll.Poll;
import io.postatus.core.poll.PollReport;
import io.postatus.core.poll.PollSettings;
import io.postatus.core.poll.ServiceClock;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls a stream and tells its changes. The work is done by {@link Poll}; this fits it into Camel's life cycle. */
@ManagedResource(description = "Managed purchase-order status consumer")
public class StatusConsumer extends ScheduledPollConsumer implements ShutdownAware {
    static final Duration LEASE_LIFE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(StatusConsumer.class);
    /** Exchanges that Camel's shutdown has drained need no time; those it has not are told again after the restart. */
    private static final Duration LAST_COMPLETIONS = Duration.ofSeconds(10);

    private final StatusEndpoint endpoint;
    private PollSettings settings;
    private StreamExceptionHandler failed;
    private StatusSource source;
    private PollState store;
    private ServiceClock clock;
    private volatile Poll current;
    private volatile PollReport last;
    private volatile Throwable failure;
    private volatile long failures;
    private volatile Instant lastGood;
    private volatile StreamState remembered;

    public StatusConsumer(StatusEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    public StatusEndpoint getEndpoint() {
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        Duration interval = Duration.ofMillis(getTimeUnit().toMillis(getDelay()));
        settings = endpoint.getConfiguration().settings(interval, endpoint.retention());
        StateStores.validate(endpoint.getConfiguration().getStateStore());
        failed = new StreamExceptionHandler(endpoint, getExceptionHandler());
        setExceptionHandler(failed);
    }

    @Override
    protected void doStart() throws Exception {
        ContextResources resources = resources();
        resources.poll(endpoint.stream(), routeName());
        try {
            store = resources.open(endpoint.getConfiguration().getStateStore());
            source = endpoint.createSource(endpoint.connections());
            clock = new ServiceClock(resources.timeline());
            super.doStart();
        } catch (Exception e) {
            release();
            throw e;
        }
    }

    private ContextResources resources() {
        return ContextResources.of(endpoint.getCamelContext());
    }

    private String routeName() {
        return getRouteId() == null ? endpoint.toString() : getRouteId();
    }

    /** One poll, from lease to lease. Returns when its exchanges have ended, so that health and counters mean something. */
    @Override
    protected int poll() throws Exception {
        StreamId stream = endpoint.stream();
        RouteTeller teller = new RouteTeller(
                () -> createExchange(true), getProcessor(), resources().timeline());
        Poll poll = new Poll(
                stream,
                settings,
                source,
                store,
                teller,
                resources().timeline(),
                clock,
                resources().node());
        if (!isPollAllowed()) {
            return 0;
        }
        goOn();
        current = poll;
        try {
            last = poll.start().toCompletableFuture().get();
        } catch (InterruptedException e) {
            poll.stop("the poll was interrupted");
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        return judge(last);
    }

    /** Before the first poll: says what there is to go on from. */
    private void goOn() {
        if (remembered == null) {
            StreamState state = state();
            if (state.startedAt() != null) {
                say("goes on where it stopped", state);
            }
            remembered = state;
        }
    }

    private void say(String what, StreamState state) {
        LOG.info(
                "{}: {}; without a gap everything from {} to {} is read and {} changes are confirmed",
                endpoint.stream(),
                what,
                state.startFrom(),
                state.readUpTo(),
                state.confirmed());
    }

    private StreamState state() {
        try {
            return store.load(endpoint.stream(), source.coverageKey());
        } catch (RuntimeException e) {
            failures++;
            failure = e;
            throw e;
        }
    }

    private int judge(PollReport report) throws Exception {
        switch (report.ended()) {
            case DONE -> good(report);
            case FAILED -> {
                failures++;
                failure = report.failure();
                LOG.debug("{}: poll failed, next try at {}", report.stream(), report.pausedUntil());
                throw failure instanceof Exception cause ? cause : new IllegalStateException(failure);
            }
            case LEASE_LOST ->
                LOG.warn("{}: the lease was lost during the poll; whoever holds it goes on", report.stream());
            default -> LOG.debug("{}: {}", report.stream(), report.ended());
        }
        return (int) Math.min(report.told(), Integer.MAX_VALUE);
    }

    private void good(PollReport report) {
        if (failures > 0) {
            LOG.info("{}: good again after {} failed polls", report.stream(), failures);
            failed.recovered();
        }
        failures = 0;
        failure = null;
        lastGood = Instant.now();
        if (report.told() > 0 || report.failed() > 0) {
            LOG.info(
                    "{}: {} of {} slices closed, {} pages, {} orders read, {} changes told, {} confirmed, {} parked",
                    report.stream(),
                    report.closed(),
                    report.planned(),
                    report.pages(),
                    report.orders(),
                    report.told(),
                    report.confirmed(),
                    report.parked());
        }
        report.openSlices()
                .forEach(why ->
                        LOG.warn("{}: stays open and is read again with the next poll: {}", report.stream(), why));
    }

    // ---- suspend and stop: nothing further is sent or told; what is under way ends, then the lease is given back
    // ------

    @Override
    protected void doSuspend() throws Exception {
        super.doSuspend();
        endPoll("the route is suspended");
    }

    @Override
    protected void doStop() throws Exception {
        endPoll("the route stops");
        super.doStop();
        leaveOff();
        release();
    }

    private void endPoll(String reason) throws InterruptedException {
        Poll poll = current;
        if (poll != null) {
            poll.stop(reason);
            try {
                poll.ended().toCompletableFuture().get(LAST_COMPLETIONS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                LOG.warn(
                        "{}: {} changes are still under way in the route; they are told again after the next start",
                        endpoint.stream(),
                        poll.progress().told() - poll.progress().confirmed());
            } catch (ExecutionException e) {
                LOG.debug(
                        "{}: the poll ended with {}",
                        endpoint.stream(),
                        e.getCause().toString());
            }
        }
    }

    private void leaveOff() {
        if (store != null && remembered != null) {
            try {
                remembered = state();
                if (remembered.startedAt() != null) {
                    say("stops", remembered);
                }
            } catch (RuntimeException e) {
                LOG.warn("{}: what is remembered cannot be read: {}", endpoint.stream(), e.getMessage());
            }
        }
    }

    private void release() {
        if (store != null) {
            resources().close(endpoint.getConfiguration().getStateStore());
            store = null;
        }
        resources().pollNoMore(endpoint.stream(), routeName());
        current = null;
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        PollReport progress = getProgress();
        return progress == null || progress.ended() != null ? 0 : (int) (progress.told() - progress.confirmed());
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        Poll poll = current;
        if (poll != null) {
            poll.stop("Camel shuts down");
        }
    }

    // ---- health: a paused stream is not a healthy one, though Camel sees a poll that returned
    // -------------------------

    @Override
    public long getErrorCounter() {
        return failures;
    }

    @Override
    protected Throwable getLastError() {
        return failure;
    }

    @Override
    protected Map<String, Object> getLastErrorDetails() {
        PollReport report = last;
        return report == null || report.pausedUntil() == null
                ? Map.of("stream", endpoint.getStream())
                : Map.of(
                        "stream",
                        endpoint.getStream(),
                        "pausedUntil",
                        report.pausedUntil().toString());
    }

    /** How far the running poll has come, or how the last one went; null before the first. */
    public PollReport getProgress() {
        Poll poll = current;
        return poll == null ? last : poll.progress();
    }

    /** What the stream held when this consumer began to poll; once it has stopped, what it holds. Null before. */
    public StreamState getRemembered() {
        return remembered;
    }

    /** What the account's rate budgets have granted, by operation. Others in this context may share them. */
    public Map<String, RateFigures> getRateFigures() {
        return resources().budgets().figures(endpoint.getConfiguration().getAccount());
    }

    @ManagedAttribute(description = "When the last good poll ended, ISO-8601; empty before the first")
    public String getLastGoodPoll() {
        return lastGood == null ? "" : lastGood.toString();
    }

    @ManagedAttribute(description = "What made the last poll fail; empty if it did not")
    public String getLastFailure() {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }

    @ManagedAttribute(description = "Polls that failed in a row")
    public long getFailuresInARow() {
        return failures;
    }

    @ManagedAttribute(description = "Slices planned in the running or last poll")
    public int getSlicesPlanned() {
        return getProgress() == null ? 0 : getProgress().planned();
    }

    @ManagedAttribute(description = "Slices closed in the running or last poll")
    public int getSlicesClosed() {
        return getProgress() == null ? 0 : getProgress().closed();
    }

    @ManagedAttribute(description = "Changes confirmed in the running or last poll")
    public long getChangesConfirmed() {
        return getProgress() == null ? 0 : getProgress().confirmed();
    }
}
