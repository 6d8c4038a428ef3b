/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.AccessTokens;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Ground;
import io.postatus.simulator.Occasion;
import io.postatus.simulator.Outcome;
import io.postatus.simulator.PageNumbers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a request: form, token, budget, question, answer. */
final class VendorApi {
    private final Faults faults;
    private final Gatekeeper gatekeeper;
    private final Limits limits;
    private final Failures failures;
    private final PageNumbers pages = new PageNumbers();
    private final StatusOperation status;
    private final OrdersOperation orders;
    private final Transactions transactions;
    private final JsonFaults jsonFaults;
    private final FlipFaults flips;
    private final Sandbox sandbox;

    VendorApi(Ground ground, AmazonOptions options, AccessTokens<AmazonAccount> tokens, Limits limits) {
        this.faults = ground.faults();
        this.gatekeeper = new Gatekeeper(tokens, faults, options.strictUserAgent);
        this.limits = limits;
        this.failures = new Failures(faults);
        Paging paging = new Paging(faults, pages);
        this.status = new StatusOperation(paging, faults, options.bounds);
        this.orders = new OrdersOperation(paging, options.bounds);
        this.transactions = new Transactions(ground, options.acknowledgementDelay);
        this.jsonFaults = new JsonFaults(faults);
        this.flips = new FlipFaults(faults);
        this.sandbox = options.sandbox == null ? null : Sandbox.load(options.sandbox);
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
        if (sandbox != null) {
            return sandbox.answer(request);
        }
        flips.strike(request);
        ObjectNode body = answered(request, heard(request), now);
        jsonFaults.spoil(body, request.occasion());
        boolean submitted = request.route().operation() == AmazonOperation.SUBMIT_ACKNOWLEDGEMENT;
        return Answer.of(submitted ? 202 : 200, "application/json", Json.bytes(body));
    }

    private ObjectNode answered(Request request, Parameters parameters, Instant now) {
        return switch (request.route().operation()) {
            case GET_PURCHASE_ORDERS_STATUS -> status.answer(request, parameters, now);
            case GET_PURCHASE_ORDERS -> orders.list(request, parameters, now);
            case GET_PURCHASE_ORDER -> orders.one(request, now);
            case SUBMIT_ACKNOWLEDGEMENT -> transactions.submit(request);
            case GET_TRANSACTION -> transactions.status(request);
            case TOKEN -> throw Refusal.wrongPath();
        };
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
