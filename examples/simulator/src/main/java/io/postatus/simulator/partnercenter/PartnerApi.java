/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

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
import java.util.Optional;

/** The way of a request: token, budget, question, answer. */
final class PartnerApi {
    private final Ground ground;
    private final Faults faults;
    private final Gatekeeper gatekeeper;
    private final Limits limits;
    private final Failures failures;
    private final PageNumbers pages = new PageNumbers();
    private final CustomersOperation customers;
    private final OrdersOperation orders;
    private final AttachmentsOperation attachments;
    private final AuditOperation audit;
    private final JsonFaults jsonFaults;
    private final FlipFaults flips;

    PartnerApi(Ground ground, PartnerCenterOptions options, AccessTokens<Grant> tokens, Limits limits) {
        this.ground = ground;
        this.faults = ground.faults();
        this.gatekeeper = new Gatekeeper(tokens, faults);
        this.limits = limits;
        this.failures = new Failures(faults, ground.world());
        Links links = new Links(options.linkStyle);
        Paging paging = new Paging(faults, pages, links, options.largestPage);
        this.customers = new CustomersOperation(paging, links);
        this.orders = new OrdersOperation(ground, links);
        this.attachments = new AttachmentsOperation(options);
        this.audit = new AuditOperation(paging, options.activityLog);
        this.jsonFaults = new JsonFaults(faults);
        this.flips = new FlipFaults(faults);
    }

    Outcome answer(Call call, Route route, Instant now) {
        Occasion occasion = Occasion.of(route.operation(), null);
        try {
            Grant grant = gatekeeper.admit(call, now);
            occasion = occasion.withAccount(grant.tenant().id()).withPage(pages.of(Paging.token(call)));
            Request request = new Request(call, route, grant, occasion);
            Answer answer = failures.dated(admitted(request, now), occasion);
            return new Outcome(occasion, Gatekeeper.mfaTold(call, grant, answer));
        } catch (Refusal refusal) {
            return new Outcome(occasion, refusal.answer(faults.strikes(Fault.NUMERIC_ERROR_CODES, occasion)));
        }
    }

    private Answer admitted(Request request, Instant now) {
        gatekeeper.refuse(request.occasion(), request.grant());
        Optional<Answer> failure = failures.on(request.occasion(), request.grant());
        if (failure.isPresent()) {
            return failure.get();
        }
        return limits.take(request.tenant(), request.route().operation(), now)
                .map(Limits::refusal)
                .orElseGet(() -> operate(request));
    }

    private Answer operate(Request request) {
        Result result = ground.world().at(now -> result(request, now));
        if (result.file() != null) {
            return Answer.of(200, result.file().mediaType(), result.file().content());
        }
        jsonFaults.spoil(result.body(), request.occasion());
        return Json.answer(result.status(), result.body());
    }

    private Result result(Request request, Instant now) {
        flips.strike(request, now);
        return switch (request.route().operation()) {
            case LIST_CUSTOMERS -> Result.of(customers.list(request));
            case GET_CUSTOMER -> Result.of(customers.one(request));
            case LIST_ORDERS -> Result.of(orders.list(request, now));
            case GET_ORDER -> Result.of(orders.one(request, now));
            case GET_PROVISIONING_STATUS -> Result.of(orders.provisioningStatus(request, now));
            case UPLOAD_ATTACHMENT -> Result.created(attachments.upload(request, now));
            case LIST_ATTACHMENTS -> Result.of(attachments.list(request));
            case GET_ATTACHMENT -> Result.of(attachments.one(request));
            case LIST_AUDIT_RECORDS -> Result.of(audit.list(request, now));
            case GET_AUDIT_RECORD -> Result.of(audit.one(request));
            case TOKEN -> throw Refusal.wrongPath();
        };
    }
}
