/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Ground;
import io.postatus.simulator.Occasion;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The way of a request: path, token and signature, budget, question, answer. */
final class PosApi {
    /** What was asked and by whom, as far as that is known, and what is answered. */
    record Outcome(Occasion occasion, Answer answer) {}

    private final PosOptions options;
    private final Gatekeeper gatekeeper;
    private final Limits limits;
    private final Failures failures;
    private final SearchOperation search;

    PosApi(Ground ground, PosOptions options, Limits limits) {
        this.options = options;
        this.gatekeeper = new Gatekeeper(ground.faults(), options.signedPath);
        this.limits = limits;
        this.failures = new Failures(ground.faults());
        this.search =
                new SearchOperation(options, ground.faults(), ground.world().seed());
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
        JsonNode body =
                switch (request.route().operation()) {
                    case GET_PURCHASE_ORDER -> one(request);
                    case SEARCH_PURCHASE_ORDERS -> search.answer(request);
                    default -> throw Refusal.wrongPath();
                };
        return Answer.of(200, Json.TYPE, Json.bytes(body));
    }

    private static JsonNode one(Request request) {
        return request.subscriber()
                .look(now -> request.subscriber()
                        .chronicle()
                        .ledger()
                        .find(request.route().orderId()))
                .map(request.subscriber().document()::of)
                .orElseThrow(UnknownThing::order);
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
