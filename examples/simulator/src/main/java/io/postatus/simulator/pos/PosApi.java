/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Ground;
import io.postatus.simulator.Occasion;
import io.postatus.simulator.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The way of a request: path, token and signature, budget, question, answer. */
final class PosApi {
    private final PosOptions options;
    private final Gatekeeper gatekeeper;
    private final Limits limits;
    private final Failures failures;
    private final SearchOperation search;
    private final UpdateOperation update = new UpdateOperation();
    private final Revisions revisions;
    private final PaymentsOperation payments;
    private final JsonFaults jsonFaults;
    private final FlipFaults flips;

    PosApi(Ground ground, PosOptions options, Limits limits) {
        this.options = options;
        this.gatekeeper = new Gatekeeper(ground.faults(), options.signedPath);
        this.limits = limits;
        this.failures = new Failures(ground.faults());
        this.search =
                new SearchOperation(options, ground.faults(), ground.world().seed());
        Notation notation = options.notation(options.enums == EnumForm.NUMBERS);
        this.revisions = new Revisions(notation);
        this.payments = new PaymentsOperation(notation);
        this.jsonFaults = new JsonFaults(ground.faults());
        this.flips = new FlipFaults(ground.faults());
    }

    Outcome answer(Call call, Collection<PosSubscriber> subscribers, Instant now) {
        Occasion occasion = Occasion.of(null, null);
        try {
            Route route = Route.of(call);
            occasion = Occasion.of(route.operation(), null);
            PosSubscriber subscriber = gatekeeper.admit(call, subscribers);
            occasion = occasion.withAccount(subscriber.id()).withPage(page(call, route));
            gatekeeper.refuse(occasion);
            Optional<Answer> failure = failures.on(occasion);
            if (failure.isEmpty()) {
                failure = limits.take(subscriber.id(), route.operation(), now);
            }
            if (failure.isPresent()) {
                return new Outcome(occasion, failure.get());
            }
            Fields body = call.method().equals("GET") ? null : Fields.of(call);
            return new Outcome(occasion, operate(new Request(route, subscriber, occasion, call.query(), body)));
        } catch (Refusal refusal) {
            return new Outcome(occasion, refusal.answer());
        } catch (UnknownThing unknown) {
            return new Outcome(occasion, options.notFound.answer(unknown.getMessage()));
        }
    }

    private Answer operate(Request request) {
        flips.strike(request);
        if (request.body() != null && request.route().operation() != PosOperation.SEARCH_PURCHASE_ORDERS) {
            write(request);
            return new Answer(200, Map.of(), new byte[0], Answer.Delivery.WHOLE, Duration.ZERO);
        }
        JsonNode body = read(request);
        jsonFaults.spoil(body, request.occasion());
        return Answer.of(200, Json.TYPE, Json.bytes(body));
    }

    private JsonNode read(Request request) {
        return switch (request.route().operation()) {
            case GET_PURCHASE_ORDER -> one(request);
            case SEARCH_PURCHASE_ORDERS -> search.answer(request);
            case GET_REVISIONS -> revisions.answer(request);
            case GET_PAYMENTS -> payments.list(request);
            case GET_PAYMENT -> payments.one(request);
            default -> throw new IllegalStateException(request.route().operation() + " is no reading");
        };
    }

    /** Writes answer with nothing; which 2xx is not documented. */
    private void write(Request request) {
        switch (request.route().operation()) {
            case UPDATE_PURCHASE_ORDER -> update.answer(request);
            case ADD_PAYMENT -> payments.add(request);
            case REFUND_PAYMENT -> payments.refund(request);
            default -> throw new IllegalStateException(request.route().operation() + " is no writing");
        }
    }

    private static JsonNode one(Request request) {
        return request.subscriber().document().of(request.subscriber().look(now -> request.seen()));
    }

    /** Which page a Search asks for, so that faults can be bound to one. */
    private static int page(Call call, Route route) {
        return route.operation() != PosOperation.SEARCH_PURCHASE_ORDERS
                ? 1
                : Json.parse(call.text())
                        .map(body -> Math.max(1, body.path("Page").asInt(1)))
                        .orElse(1);
    }
}
