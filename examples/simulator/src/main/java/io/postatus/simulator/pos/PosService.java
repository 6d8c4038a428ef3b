/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Distortion;
import io.postatus.simulator.Ground;
import io.postatus.simulator.LifeClock;
import io.postatus.simulator.Occasion;
import io.postatus.simulator.Outcome;
import io.postatus.simulator.Pace;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.RequestLog;
import io.postatus.simulator.Service;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** The purchase orders of the Ticket Utils POS API. */
public final class PosService implements Service {
    /** Sets what is drawn here apart from what others draw from the same seed. */
    private static final long STREAM = 0x2545F4914F6CDD1DL;

    private final Ground ground;
    private final PosOptions options;
    private final Distortion distortion;
    private final Map<String, PosSubscriber> subscribers = new ConcurrentSkipListMap<>();
    private final Limits limits;
    private final PosApi api;
    private final RequestLog log = new RequestLog("x-token", "x-signature");
    private URI baseUrl;

    /** The service on the common ground of a simulator. */
    public PosService(Ground ground, PosOptions options) {
        this.ground = ground;
        this.options = options;
        this.distortion = new Distortion(ground.faults());
        this.limits = new Limits(options);
        this.api = new PosApi(ground, options, limits);
        settle();
    }

    private void settle() {
        Instant beginning = ground.world().beginning();
        ground.world().at(now -> {
            List<Consumer<Instant>> populations = new ArrayList<>();
            for (int i = 1; i <= Math.max(options.subscribers, options.alive() ? 1 : 0); i++) {
                Population population = new Population(subscriber("tickets-" + i), ground.world());
                population.settle(options.orders, options.days, beginning);
                populations.add(population::stir);
            }
            Random random = new Random(ground.world().seed() ^ STREAM);
            new LifeClock(ground.world(), Pace.perMinute(options.changesPerMinute), populations, random)
                    .start(beginning);
            return null;
        });
    }

    /** The subscriber with this id; it is opened when it does not exist. */
    public PosSubscriber subscriber(String id) {
        return subscribers.computeIfAbsent(
                id, name -> new PosSubscriber(name, ground, options.notation(options.enums == EnumForm.NUMBERS)));
    }

    /** All subscribers, by id. */
    public Collection<PosSubscriber> subscribers() {
        return List.copyOf(subscribers.values());
    }

    /** Told by the server once it knows its address. */
    public void servedAt(String url) {
        baseUrl = URI.create(url);
    }

    /** What stands in for {@code https://api.ticketutils.com}; without a slash at its end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** What was asked so far, oldest first; the query holds the parameters of the URL and of a Search also its body. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** What was asked of one operation so far, oldest first. */
    public List<RecordedRequest> requests(PosOperation operation) {
        return log.of(operation);
    }

    /** How many requests were within the limit. */
    public long accepted(String subscriber, PosOperation operation) {
        return limits.tally().accepted(subscriber, operation);
    }

    /** How many requests were over the limit. */
    public long refused(String subscriber, PosOperation operation) {
        return limits.tally().refused(subscriber, operation);
    }

    @Override
    public boolean serves(String path) {
        return Route.serves(path);
    }

    @Override
    public Answer answer(Call call) {
        Instant now = ground.world().now();
        Outcome outcome = api.answer(call, subscribers.values(), now);
        Answer sent = distortion.of(outcome.answer(), call, outcome.occasion());
        log.add(now, call, asked(call, outcome.occasion()), outcome.occasion(), sent);
        return sent;
    }

    /** A Search asks in its body; {@code UpdatedSince.FromDate} and the like stand in for query parameters. */
    private static Map<String, String> asked(Call call, Occasion occasion) {
        Map<String, String> asked = new TreeMap<>(call.query());
        if (occasion.operation() == PosOperation.SEARCH_PURCHASE_ORDERS) {
            Json.parse(call.text()).ifPresent(body -> Json.flatten("", body, asked));
        }
        return asked;
    }
}
