/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.AccessTokens;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Distortion;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Ground;
import io.postatus.simulator.LifeClock;
import io.postatus.simulator.Occasion;
import io.postatus.simulator.Outcome;
import io.postatus.simulator.Pace;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.RequestLog;
import io.postatus.simulator.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The Partner Center REST API, version 1, and the token endpoint of Entra ID. */
public final class PartnerCenterService implements Service {
    /** Sets what is drawn here apart from what others draw from the same seed. */
    private static final long STREAM = 0xC2B2AE3D27D4EB4FL;
    /** Partner Center counts in these, and so do the dates of its orders. */
    private static final Duration TICK = Duration.ofNanos(100);

    private final Ground ground;
    private final PartnerCenterOptions options;
    private final Distortion distortion;
    private final Map<String, PartnerTenant> tenants = new ConcurrentSkipListMap<>();
    private final AccessTokens<Grant> tokens;
    private final Limits limits;
    private final TokenEndpoint tokenEndpoint;
    private final PartnerApi api;
    private final RequestLog log = new RequestLog();
    private final AtomicLong tokenCalls = new AtomicLong();
    private final AtomicLong requestIds = new AtomicLong();
    private URI baseUrl;

    /** The service on the common ground of a simulator. */
    public PartnerCenterService(Ground ground, PartnerCenterOptions options) {
        this.ground = ground;
        this.options = options;
        this.distortion = new Distortion(ground.faults());
        this.tokens = new AccessTokens<>(options.tokenLifetime);
        this.limits = new Limits(options);
        this.tokenEndpoint = new TokenEndpoint(tokens, ground.faults(), options);
        this.api = new PartnerApi(ground, options, tokens, limits);
        settle();
    }

    private void settle() {
        Instant beginning = ground.world().beginning();
        ground.world().at(now -> {
            List<Consumer<Instant>> populations = new ArrayList<>();
            for (int i = 1; i <= Math.max(options.tenants, options.alive() ? 1 : 0); i++) {
                PartnerTenant tenant = tenant("contoso" + i);
                if (options.alive()) {
                    Population population = new Population(tenant, ground);
                    population.settle(options.customers, options.ordersPerCustomer, options.days, beginning);
                    populations.add(population::stir);
                }
            }
            Random random = new Random(ground.world().seed() * STREAM);
            new LifeClock(ground.world(), Pace.perHour(options.changesPerHour).inTicksOf(TICK), populations, random)
                    .start(beginning);
            return null;
        });
    }

    /** The tenant with this id; it is opened when it does not exist. */
    public PartnerTenant tenant(String id) {
        return tenants.computeIfAbsent(id, name -> new PartnerTenant(name, ground, options, this::baseUrl));
    }

    /** All tenants, by id. */
    public Collection<PartnerTenant> tenants() {
        return List.copyOf(tenants.values());
    }

    /** Told by the server once it knows its address. */
    public void servedAt(String url) {
        baseUrl = URI.create(url);
    }

    /** What stands in for {@code https://api.partnercenter.microsoft.com}; without a slash at its end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** What was asked so far, oldest first. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** What was asked of one operation so far, oldest first. */
    public List<RecordedRequest> requests(PartnerCenterOperation operation) {
        return log.of(operation);
    }

    /** How many requests found a token in the bucket. */
    public long accepted(String tenant, PartnerCenterOperation operation) {
        return limits.tally().accepted(tenant, operation);
    }

    /** How many requests found the bucket empty. */
    public long refused(String tenant, PartnerCenterOperation operation) {
        return limits.tally().refused(tenant, operation);
    }

    /** How many access tokens were asked for. */
    public long tokenCalls() {
        return tokenCalls.get();
    }

    /** Makes every access token of a tenant invalid, as if revoked. */
    public void forgetTokens(PartnerTenant tenant) {
        tokens.forget(grant -> grant.tenant() == tenant);
    }

    @Override
    public boolean serves(String path) {
        return Route.serves(path);
    }

    @Override
    public Answer answer(Call call) {
        Instant now = ground.world().now();
        Route route = Route.of(call);
        Outcome outcome = route == null
                ? new Outcome(Occasion.of(null, null), Refusal.wrongPath().answer(false))
                : answer(call, route, now);
        Answer sent = distortion.of(stamped(outcome, call), call, outcome.occasion());
        log.add(now, call, call.query(), outcome.occasion(), sent);
        return sent;
    }

    private Outcome answer(Call call, Route route, Instant now) {
        if (route.operation() != PartnerCenterOperation.TOKEN) {
            return api.answer(call, route, now);
        }
        tokenCalls.incrementAndGet();
        PartnerTenant tenant = tenants.values().stream()
                .filter(each -> each.named(route.argument(0)))
                .findFirst()
                .orElse(null);
        Occasion occasion = Occasion.of(PartnerCenterOperation.TOKEN, tenant == null ? null : tenant.id());
        return new Outcome(occasion, tokenEndpoint.answer(call, tenant, now));
    }

    /** Adds the headers of every answer; ids are those of the request where it has some (reference, section 3). */
    private Answer stamped(Outcome outcome, Call call) {
        String own = Guid.of("request", Long.toString(requestIds.incrementAndGet()));
        Answer answer = outcome.answer()
                .withHeader("MS-RequestId", call.headers().getOrDefault("ms-requestid", own))
                .withHeader("MS-CorrelationId", call.headers().getOrDefault("ms-correlationid", own))
                .withHeader(
                        "MS-CV",
                        call.headers()
                                .getOrDefault("ms-cv", own.replace("-", "").substring(0, 16) + ".0"))
                .withHeader("MS-ServerId", "101112012");
        boolean bare = ground.faults().strikes(Fault.NO_CHARSET, outcome.occasion());
        return bare ? answer.withHeader("Content-Type", "application/json") : answer;
    }
}
