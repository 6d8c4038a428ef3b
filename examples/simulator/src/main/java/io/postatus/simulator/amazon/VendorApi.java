/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Ground;
import io.postatus.simulator.Occasion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a request: form, token, budget, question, answer. */
final class VendorApi {
    /** Who asked, as far as that is known, and what is answered. */
    record Outcome(Occasion occasion, Answer answer) {}

    private final Faults faults;
    private final Gatekeeper gatekeeper;
    private final Limits limits;
    private final Failures failures;
    private final PageNumbers pages = new PageNumbers();
    private final StatusOperation status;

    VendorApi(Ground ground, AmazonOptions options, AccessTokens tokens, Limits limits) {
        this.faults = ground.faults();
        this.gatekeeper = new Gatekeeper(tokens, faults, options.strictUserAgent);
        this.limits = limits;
        this.failures = new Failures(faults);
        this.status = new StatusOperation(new Paging(faults, pages), faults, options.bounds);
    }

    Outcome answer(Call call, Route route, Instant now) {
        Occasion occasion = Occasion.of(route.operation(), null);
        try {
            AmazonAccount account = gatekeeper.admit(call, now);
            occasion = occasion.withAccount(account.id())
                    .withPage(pages.of(call.query().get("nextToken")));
            gatekeeper.refuse(occasion);
            Optional<Answer> failure = failures.on(occasion);
            if (failure.isPresent()) {
                return new Outcome(occasion, failure.get());
            }
            limits.take(account, route.operation(), now);
            return new Outcome(occasion, operate(new Request(call, route, account, occasion), now));
        } catch (Refusal refusal) {
            return new Outcome(occasion, refusal.answer());
        }
    }

    private Answer operate(Request request, Instant now) {
        Parameters parameters = heard(request);
        ObjectNode body =
                switch (request.route().operation()) {
                    case GET_PURCHASE_ORDERS_STATUS -> status.answer(request, parameters, now);
                    default -> throw Refusal.wrongPath();
                };
        return Answer.of(200, "application/json", body.toString());
    }

    /** The parameters without those that a fault makes the service overlook. */
    private Parameters heard(Request request) {
        Map<String, String> query = new LinkedHashMap<>(request.call().query());
        faults.striking(Fault.IGNORED_FILTER, request.occasion())
                .map(rule -> rule.namesOr("purchaseOrderStatus", "updatedAfter"))
                .orElse(List.of())
                .forEach(query::remove);
        return new Parameters(query);
    }
}
