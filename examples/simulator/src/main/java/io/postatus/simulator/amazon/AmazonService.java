/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.AccessTokens;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Distortion;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Ground;
import io.postatus.simulator.LifeClock;
import io.postatus.simulator.Occasion;
import io.postatus.simulator.Outcome;
import io.postatus.simulator.Pace;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.RequestLog;
import io.postatus.simulator.Service;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Login with Amazon and the Vendor Orders API, version 1. */
public final class AmazonService implements Service {
    private static final Set<Integer> RATE_TELLING = Set.of(200, 202, 400, 404);

    private final Ground ground;
    private final Faults faults;
    private final Distortion distortion;
    private final Map<String, AmazonAccount> accounts = new ConcurrentSkipListMap<>();
    private final AccessTokens<AmazonAccount> tokens;
    private final Limits limits;
    private final TokenEndpoint tokenEndpoint;
    private final VendorApi api;
    private final RequestLog log = new RequestLog("x-amz-access-token");
    private final AtomicLong tokenCalls = new AtomicLong();
    private final AtomicLong requestIds = new AtomicLong();
    private URI baseUrl;

    /** The service on the common ground of a simulator. */
    public AmazonService(Ground ground, AmazonOptions options) {
        this.ground = ground;
        this.faults = ground.faults();
        this.distortion = new Distortion(faults);
        this.tokens = new AccessTokens<>(options.tokenLifetime);
        this.limits = new Limits(options);
        this.tokenEndpoint = new TokenEndpoint(tokens, faults);
        this.api = new VendorApi(ground, options, tokens, limits);
        settle(options);
    }

    private void settle(AmazonOptions options) {
        Instant beginning = ground.world().beginning();
        ground.world().at(now -> {
            List<Consumer<Instant>> populations = new ArrayList<>();
            for (int i = 1; i <= Math.max(options.accounts, options.alive() ? 1 : 0); i++) {
                Population population = new Population(account("ACME" + i), ground);
                population.settle(options.orders, options.days, beginning);
                populations.add(population::stir);
            }
            Random random = new Random(ground.world().seed());
            new LifeClock(ground.world(), Pace.perMinute(options.changesPerMinute), populations, random)
                    .start(beginning);
            return null;
        });
    }

    /** The account with this id; it is opened when it does not exist. */
    public AmazonAccount account(String id) {
        return accounts.computeIfAbsent(id, name -> new AmazonAccount(name, ground));
    }

    /** All accounts, by id. */
    public Collection<AmazonAccount> accounts() {
        return List.copyOf(accounts.values());
    }

    /** Told by the server once it knows its address. */
    public void servedAt(String url) {
        baseUrl = URI.create(url);
    }

    /** What stands in for {@code https://sellingpartnerapi-eu.amazon.com}; without a slash at its end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** What stands in for {@code https://api.amazon.com/auth/o2/token}. */
    public URI tokenUrl() {
        return baseUrl.resolve(Route.TOKEN_PATH);
    }

    /** What was asked so far, oldest first. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** What was asked of one operation so far, oldest first. */
    public List<RecordedRequest> requests(AmazonOperation operation) {
        return log.of(operation);
    }

    /** How many requests found a token in the bucket. */
    public long accepted(String account, AmazonOperation operation) {
        return limits.tally().accepted(account, operation);
    }

    /** How many requests found the bucket empty. */
    public long refused(String account, AmazonOperation operation) {
        return limits.tally().refused(account, operation);
    }

    /** How many access tokens were asked for. */
    public long tokenCalls() {
        return tokenCalls.get();
    }

    /** Makes every access token of an account invalid, as if revoked. */
    public void forgetTokens(AmazonAccount account) {
        tokens.forget(account::equals);
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
                ? new Outcome(Occasion.of(null, null), Refusal.wrongPath().answer())
                : answer(call, route, now);
        Answer sent = distortion.of(stamped(outcome), call, outcome.occasion());
        log.add(now, call, call.query(), outcome.occasion(), sent);
        return sent;
    }

    private Outcome answer(Call call, Route route, Instant now) {
        if (route.operation() != AmazonOperation.TOKEN) {
            return api.answer(call, route, now);
        }
        tokenCalls.incrementAndGet();
        Occasion occasion = Occasion.of(AmazonOperation.TOKEN, TokenEndpoint.account(call, accounts.values()));
        return new Outcome(occasion, tokenEndpoint.answer(call, accounts.values(), now));
    }

    /** Adds the headers of the gateway (reference, sections 4 and 9). */
    private Answer stamped(Outcome outcome) {
        String id = "request-" + requestIds.incrementAndGet();
        Answer answer = outcome.answer()
                .withHeader(
                        "x-amzn-RequestId",
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                                .toString());
        Occasion occasion = outcome.occasion();
        boolean tells = occasion.operation() instanceof AmazonOperation operation
                && operation != AmazonOperation.TOKEN
                && occasion.account() != null
                && RATE_TELLING.contains(answer.status())
                && !faults.strikes(Fault.NO_RATE_LIMIT_HEADER, occasion);
        return tells
                ? answer.withHeader(
                        "x-amzn-RateLimit-Limit", Double.toString(limits.rate((AmazonOperation) occasion.operation())))
                : answer;
    }
}
