/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.InitialState;
import io.postatus.core.poll.PollSettings;
import io.postatus.core.poll.StartFrom;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options that all services share. A vendor's configuration extends it; a bean for Camel, so it has setters. */
@UriParams
public abstract class StatusConfiguration implements Cloneable {
    /** As many as the rate budgets have senders. */
    private static final int MOST_CONCURRENT = 3;

    @UriParam(
            label = "common",
            description =
                    "An id of your choice for this account at the service (letters, digits, dots, dashes). It names"
                            + " the stream, so what was read and told is remembered under it: keep it when credentials change.")
    @Metadata(required = true)
    private String account;

    @UriParam(
            label = "consumer",
            defaultValue = "default",
            description = "Tells apart flows that each want every change of the same account. Each subscription has a"
                    + " position of its own.")
    private String subscription = "default";

    @UriParam(
            label = "consumer",
            defaultValue = "now",
            description =
                    "Where the first poll starts: now, a duration back from now such as P90D, or an instant such as"
                            + " 2026-01-31T00:00:00Z. Fixed at the first start and then remembered; not further back than the"
                            + " service can show.")
    private String startFrom = "now";

    @UriParam(
            label = "consumer",
            defaultValue = "tell",
            description =
                    "What to do with orders last updated before the first start: tell each as first seen, or prime:"
                            + " take them in silently, so that their next change comes with what was before.")
    private InitialState initialState = InitialState.tell;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "1m",
            javaType = "java.time.Duration",
            description = "How far behind the clocks time is credited as read. Changes are told before that.")
    private Duration safetyLag = Duration.ofMinutes(1);

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "30m",
            javaType = "java.time.Duration",
            description = "How long an exchange may take to complete. After that it counts as failed and its change is"
                    + " told again.")
    private Duration confirmTimeout = Duration.ofMinutes(30);

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "3",
            description =
                    "How many stretches of time are read side by side, 1 to 3. Pages of one stretch come one after"
                            + " the other, so filling 10 requests a second takes three.")
    private int concurrentRequests = MOST_CONCURRENT;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "200",
            description = "How many changes may wait for their exchanges to complete before reading pauses. Bounds the"
                    + " memory.")
    private int maxUnconfirmed = 200;

    @UriParam(
            label = "consumer,advanced",
            javaType = "java.time.Duration",
            description =
                    "How long no change may be told until the consumer's health check is DOWN. Off unless set, since only"
                            + " you know how often orders change: more than your longest quiet time, a weekend perhaps."
                            + " Counted from the start of the consumer.")
    private Duration quietThreshold;

    @UriParam(
            label = "consumer,advanced",
            javaType = "java.time.Duration",
            description =
                    "How long the horizon (the instant up to which everything is read without a gap) may stand still until"
                            + " the consumer's health check is DOWN, though it is polled. Zero switches it off. Unless set,"
                            + " 3 hours, or three times the interval in which the horizon moves on, if that is longer:"
                            + " delay, or where customers are looked at in turn customerInterval.")
    private Duration horizonThreshold;

    @UriParam(
            label = "consumer",
            defaultValue = "memory",
            description =
                    "Where positions and what was told are kept: memory (forgets with the process, so a restart begins"
                            + " anew at startFrom; with now, what changed in between is never told), sqlite:PATH (a file,"
                            + " durable, for one process) or #NAME (a DataSource bean of this name for PostgreSQL,"
                            + " durable, for several processes; tables po_* are made there).")
    private String stateStore = "memory";

    @UriParam(
            label = "advanced",
            defaultValue = "60s",
            javaType = "java.time.Duration",
            description =
                    "The longest that one request may take in all, from the wait for a connection to the last byte of the"
                            + " answer.")
    private Duration requestTimeout = Duration.ofSeconds(60);

    @UriParam(
            label = "producer",
            description =
                    "For detectChange and findAbsent: the subscription whose stream is to be put right. Nothing is told"
                            + " here then; an order that differs from what that stream last told, or that did not appear,"
                            + " is queued, and its consumer reads it by number and tells it.")
    private String reconcile;

    @UriParam(
            displayName = "Base URL",
            label = "advanced",
            description = "Another host than the service's own: a proxy or a simulator.")
    private String baseUrl;

    @UriParam(
            label = "producer",
            defaultValue = "record",
            description = "What the answer's body is: record, a typed Java record with the service's field names, or"
                    + " json, the service's own JSON as text.")
    private ResponseType responseType = ResponseType.record;

    /** What the endpoint does: an option of each service, since each has words of its own. */
    protected abstract Operation getOperation();

    /** Where the service is: {@code baseUrl}, or the service's own. */
    protected abstract URI toBaseUrl();

    /** What the loop is told. */
    PollSettings settings(Duration interval, StatusEndpoint service) {
        if (concurrentRequests < 1 || concurrentRequests > MOST_CONCURRENT) {
            throw new IllegalArgumentException("concurrentRequests is " + concurrentRequests
                    + ", allowed are 1 to 3: the rate budget has room for three requests on the way");
        }
        return new PollSettings(
                interval,
                StartFrom.parse(startFrom),
                initialState,
                getLookback(),
                safetyLag,
                service.retention(),
                service.shown(),
                service.watchInterval(),
                concurrentRequests,
                maxUnconfirmed,
                confirmTimeout,
                StatusConsumer.LEASE_LIFE);
    }

    HealthThresholds thresholds(Duration interval, StatusEndpoint service) {
        Duration turn = service.horizonInterval();
        return HealthThresholds.of(
                quietThreshold, horizonThreshold, turn == null || turn.compareTo(interval) < 0 ? interval : turn);
    }

    /**
     * The address of a service.
     *
     * @throws IllegalArgumentException naming the option, its value without what may be secret, and what is allowed
     */
    protected static URI address(String option, String value, URI example) {
        try {
            URI address = new URI(value == null ? "" : value);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getRawUserInfo() == null && address.getRawQuery() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, without the exception, which repeats the value.
        }
        String shown = String.valueOf(value).replaceAll("//.*@", "//***@").replaceAll("\\?.*", "?***");
        throw new IllegalArgumentException(option + " is '" + shown + "', allowed is http:// or https:// with a host,"
                + " a port and a path if need be, no user and no query, for example " + example);
    }

    /** How late the service may show an entry; an option where it can be asked by time. */
    protected Duration getLookback() {
        return Duration.ZERO;
    }

    protected StatusConfiguration copy() {
        try {
            return (StatusConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getSubscription() {
        return subscription;
    }

    public void setSubscription(String subscription) {
        this.subscription = subscription;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public InitialState getInitialState() {
        return initialState;
    }

    public void setInitialState(InitialState initialState) {
        this.initialState = initialState;
    }

    public Duration getSafetyLag() {
        return safetyLag;
    }

    public void setSafetyLag(Duration safetyLag) {
        this.safetyLag = safetyLag;
    }

    public Duration getConfirmTimeout() {
        return confirmTimeout;
    }

    public void setConfirmTimeout(Duration confirmTimeout) {
        this.confirmTimeout = confirmTimeout;
    }

    public int getConcurrentRequests() {
        return concurrentRequests;
    }

    public void setConcurrentRequests(int concurrentRequests) {
        this.concurrentRequests = concurrentRequests;
    }

    public int getMaxUnconfirmed() {
        return maxUnconfirmed;
    }

    public void setMaxUnconfirmed(int maxUnconfirmed) {
        this.maxUnconfirmed = maxUnconfirmed;
    }

    public Duration getQuietThreshold() {
        return quietThreshold;
    }

    public void setQuietThreshold(Duration quietThreshold) {
        this.quietThreshold = quietThreshold;
    }

    public Duration getHorizonThreshold() {
        return horizonThreshold;
    }

    public void setHorizonThreshold(Duration horizonThreshold) {
        this.horizonThreshold = horizonThreshold;
    }

    public String getStateStore() {
        return stateStore;
    }

    public void setStateStore(String stateStore) {
        this.stateStore = stateStore;
    }

    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(Duration requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public String getReconcile() {
        return reconcile;
    }

    public void setReconcile(String reconcile) {
        this.reconcile = reconcile;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public ResponseType getResponseType() {
        return responseType;
    }

    public void setResponseType(ResponseType responseType) {
        this.responseType = responseType;
    }
}
