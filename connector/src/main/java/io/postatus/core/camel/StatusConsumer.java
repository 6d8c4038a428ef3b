/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.http.RateFigures;
import io.postatus.core.poll.CoverageReport;
import io.postatus.core.poll.Drift;
import io.postatus.core.poll.Poll;
import io.postatus.core.poll.PollReport;
import io.postatus.core.poll.PollSettings;
import io.postatus.core.poll.ServiceClock;
import io.postatus.core.poll.StreamOperations;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls a stream and tells its changes. The work is done by {@link Poll}; this fits it into Camel's life cycle. */
@ManagedResource(description = "Managed purchase-order status consumer")
public class StatusConsumer extends ScheduledPollConsumer implements ShutdownAware, ManagedOperations, ManagedDrift {
    static final Duration LEASE_LIFE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(StatusConsumer.class);
    /** How old what health checks and JMX show may get while a poll goes on. */
    private static final Duration LOOKS = Duration.ofSeconds(5);
    /** Exchanges that Camel's shutdown has drained need no time; those it has not are told again after the restart. */
    private static final Duration LAST_COMPLETIONS = Duration.ofSeconds(10);

    private final StatusEndpoint endpoint;
    private PollSettings settings;
    private volatile Drift source;
    private volatile StreamUse use;
    private ServiceClock clock;
    private volatile Poll current;
    /** A start or resumption is somebody's act, perhaps with mended credentials: the first poll heeds no pause. */
    private final AtomicBoolean startedAnew = new AtomicBoolean();

    private final StreamHealth health = new StreamHealth();
    private HealthThresholds thresholds;
    private volatile StreamPulse pulse;
    private StreamMemory memory;
    private StreamExceptionHandler failureHandler;

    public StatusConsumer(StatusEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    public StatusEndpoint getEndpoint() {
        return endpoint;
    }

    @Override
    protected void doBuild() throws Exception {
        if (getHealthCheck() == null) {
            setHealthCheck(new StreamHealthCheck(this));
        }
        super.doBuild();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        settings = endpoint.settings();
        thresholds = endpoint.getConfiguration().thresholds(settings.interval(), endpoint);
        StateStores.validate(
                endpoint.getConfiguration().getStateStore(),
                endpoint.getCamelContext().getRegistry());
        boolean usersOwn =
                endpoint.getExceptionHandler() != null || !(getExceptionHandler() instanceof LoggingExceptionHandler);
        failureHandler = new StreamExceptionHandler(endpoint, usersOwn ? getExceptionHandler() : null, health);
        setExceptionHandler(failureHandler);
    }

    @Override
    protected void doStart() throws Exception {
        ContextResources resources = resources();
        settings.startFrom().requirePast(resources.timeline().now());
        startedAnew.set(true);
        use = resources.use(
                endpoint.stream(), routeName(), endpoint.getConfiguration().getStateStore());
        try {
            source = new Drift(endpoint.createSource(endpoint.connections()), resources.timeline());
            clock = new ServiceClock(resources.timeline());
            memory = new StreamMemory(endpoint.stream(), use.store(), source);
            resources.polls(this);
            pulse = new StreamPulse(
                    endpoint.stream(), use.store(), source, operations()::gaps, resources.timeline(), thresholds);
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
                use.store(),
                teller,
                resources().timeline(),
                clock,
                resources().node());
        current = poll;
        if (!isPollAllowed()) {
            return 0;
        }
        memory.goOn();
        StreamPulse felt = pulse;
        felt.goOn();
        PollReport report;
        try {
            boolean atOnce = startedAnew.getAndSet(false);
            report = await(atOnce ? poll.startInSpiteOfPause() : poll.start(), () -> look(poll, felt));
        } catch (InterruptedException e) {
            poll.stop("the poll was interrupted");
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        if (report.ended() == PollReport.Ended.DONE) {
            felt.look(report);
            health.judge(report);
            failureHandler.recovered();
        } else {
            try {
                health.judge(report); // first, for it may be the store that is away
            } finally {
                felt.look(report);
            }
        }
        felt.say();
        return (int) Math.min(report.told(), Integer.MAX_VALUE);
    }

    /** Who waits for the poll looks meanwhile how far it has come, so that nobody else need wait for the store. */
    private static PollReport await(CompletionStage<PollReport> poll, Runnable look)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return poll.toCompletableFuture().get(LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                look.run();
            }
        }
    }

    private void look(Poll poll, StreamPulse felt) {
        health.watch(poll.progress());
        felt.look(health.last());
    }

    // Suspended or stopped, nothing further is sent or told; what is under way ends, then the lease is given back.

    @Override
    protected void doSuspend() throws Exception {
        super.doSuspend();
        endPoll("the route is suspended");
        getScheduler().unscheduleTask();
    }

    /** Goes on at once and not only when the next poll would have been due, which may be an hour away. */
    @Override
    protected void doResume() throws Exception {
        super.doResume();
        startedAnew.set(true);
        pulse.resume();
        if (isStartScheduler()) {
            startScheduler();
        }
    }

    @Override
    protected void doStop() throws Exception {
        endPoll("the route stops");
        super.doStop();
        if (use != null) {
            memory.leaveOff();
        }
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

    private void release() {
        pulse = null;
        if (use != null) {
            resources().pollsNoLonger(this);
            use.close();
            use = null;
        }
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

    @Override
    public long getErrorCounter() {
        return health.failures();
    }

    @Override
    protected Throwable getLastError() {
        return health.failure();
    }

    /** From memory: who asks how the stream is need not wait for a store that hangs. */
    @Override
    protected Map<String, Object> getLastErrorDetails() {
        Map<String, Object> details = health.details();
        details.put("stream", endpoint.getStream());
        StreamPulse felt = pulse;
        if (felt != null) {
            details.putAll(felt.details());
        }
        return details;
    }

    /** How far the running poll has come, or how the last one went; null before the first. */
    public PollReport getProgress() {
        Poll poll = current;
        return poll == null ? health.last() : poll.progress();
    }

    /** What the stream held when this consumer began to poll; once it has stopped, what it holds. Null before. */
    public StreamState getRemembered() {
        return memory == null ? null : memory.held();
    }

    /**
     * What the account has used of its request rates, by operation of the service, since the context started. Shared: it
     * counts what producers and other consumers of the account sent, too.
     */
    public Map<String, RateFigures> getRates() {
        return resources().budgets().figures(endpoint.getConfiguration().getAccount());
    }

    @ManagedAttribute(description = "Requests of the account that were sent, tokens included")
    public long getRequestsSent() {
        return getRates().values().stream().mapToLong(RateFigures::granted).sum();
    }

    @ManagedAttribute(description = "Requests of the account that the service refused for being too many; 0 is the aim")
    public long getRequestsRefused() {
        return getRates().values().stream().mapToLong(RateFigures::refused).sum();
    }

    @ManagedAttribute(description = "When the last good poll ended, ISO-8601; empty before the first")
    public String getLastGoodPoll() {
        return health.lastGood() == null ? "" : health.lastGood().toString();
    }

    @ManagedAttribute(description = "What made the last poll fail; empty if it did not")
    public String getLastFailure() {
        return health.failure() == null ? "" : String.valueOf(health.failure().getMessage());
    }

    @ManagedAttribute(
            description = "Up to when everything is read without a gap, ISO-8601, as last seen; empty before the first"
                    + " poll")
    public String getReadUpTo() {
        StreamPulse felt = pulse;
        return text(felt == null ? null : felt.readUpTo());
    }

    @ManagedAttribute(
            description =
                    "When ReadUpTo last went further than before, ISO-8601, as far as this consumer has seen; empty if"
                            + " it did not")
    public String getReadUpToSince() {
        StreamPulse felt = pulse;
        return text(felt == null ? null : felt.movedOn());
    }

    @ManagedAttribute(
            description =
                    "When a change was last confirmed, ISO-8601, as far as this consumer has seen; empty if none was")
    public String getLastChange() {
        StreamPulse felt = pulse;
        return text(felt == null ? null : felt.lastChange());
    }

    @ManagedAttribute(
            description = "Why the stream is unhealthy though its polls are good: quiet too long, or its horizon stands"
                    + " still; empty if it is not")
    public String getTrouble() {
        return String.join(" ", troubles());
    }

    List<String> troubles() {
        StreamPulse felt = pulse;
        return felt == null || isSuspendingOrSuspended() ? List.of() : felt.troubles();
    }

    private static String text(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    @Override
    public Optional<Drift> drift() {
        return Optional.ofNullable(source);
    }

    @Override
    public StreamOperations operations() {
        StreamUse held = use;
        if (held == null) {
            throw new IllegalStateException("The route that polls " + endpoint.stream()
                    + " is stopped. Start it, or ask with a producer operation of " + endpoint.vendor() + ".");
        }
        return endpoint.operations(source, held.store());
    }

    /** @param most how much of the evidence is wanted */
    CoverageReport coverage(int most) {
        return operations().coverage(getProgress(), most);
    }

    @ManagedAttribute(description = "Polls that failed in a row")
    public long getFailuresInARow() {
        return health.failures();
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

    @ManagedAttribute(
            description =
                    "Changes and unreadable entries that are given up on, as last seen; -1 if none was looked for yet,"
                            + " or the route is stopped")
    public int getParked() {
        StreamPulse felt = pulse;
        return felt == null ? -1 : felt.parked();
    }
}
