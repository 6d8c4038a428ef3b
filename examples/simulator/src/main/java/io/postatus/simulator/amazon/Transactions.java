/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Ground;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** submitAcknowledgement and getTransaction (reference, sections 6.3 and 6.4). Guarded by the world. */
final class Transactions {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("\\d{14}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private record Key(String account, String id) {}

    private final Ground ground;
    private final Duration delay;
    private final Map<Key, ObjectNode> states = new HashMap<>();

    Transactions(Ground ground, Duration delay) {
        this.ground = ground;
        this.delay = delay;
    }

    ObjectNode submit(Request request) {
        List<Submission> submissions = Submission.parse(request.call().text());
        boolean stuck = ground.faults().strikes(Fault.STUCK_TRANSACTION, request.occasion());
        String id = ground.world().at(now -> {
            Key key = new Key(request.account().id(), newId(request.account().id(), now));
            states.put(key, state(key.id(), "Processing"));
            ground.world().schedule(now.plus(delay), at -> process(key, request.account(), submissions, stuck, at));
            return key.id();
        });
        ObjectNode body = Json.object();
        body.putObject("payload").put("transactionId", id);
        return body;
    }

    ObjectNode status(Request request) {
        String id = request.route().argument();
        if (!ID.matcher(id).matches()) {
            throw new Refusal(400, "InvalidInput", "Invalid transmission ID.", "");
        }
        ObjectNode state =
                ground.world().at(now -> states.get(new Key(request.account().id(), id)));
        if (state == null) {
            throw Refusal.notFound("");
        }
        ObjectNode body = Json.object();
        body.putObject("payload").set("transactionStatus", state);
        return body;
    }

    private void process(Key key, AmazonAccount account, List<Submission> submissions, boolean stuck, Instant at) {
        ObjectNode outcome = state(key.id(), "Success");
        try {
            apply(account.chronicle(), submissions, at);
        } catch (Submission.Rejected e) {
            outcome = state(key.id(), "Failure");
            outcome.putArray("errors").addObject().put("code", e.code()).put("message", e.getMessage());
        }
        if (!stuck) {
            states.put(key, outcome);
        }
    }

    private static void apply(Chronicle chronicle, List<Submission> submissions, Instant at)
            throws Submission.Rejected {
        List<List<OrderLine>> outcomes = new ArrayList<>();
        for (Submission submission : submissions) {
            OrderVersion order = chronicle
                    .newest(submission.number())
                    .orElseThrow(() -> new Submission.Rejected("INVALID_ORDER_ID", "Invalid order ID."));
            outcomes.add(submission.applyTo(order, OrderVersion.millis(at)));
        }
        for (int i = 0; i < outcomes.size(); i++) {
            chronicle.happen(submissions.get(i).number(), Step.replaceLines(outcomes.get(i)), at);
        }
    }

    private String newId(String account, Instant now) {
        String name = ground.world().seed() + "/" + account + "/" + states.size();
        return STAMP.format(now) + "-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode state(String id, String status) {
        return Json.object().put("transactionId", id).put("status", status);
    }
}
