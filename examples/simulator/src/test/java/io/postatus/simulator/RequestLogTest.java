/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.pos.PosOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Answer ANSWER = Answer.of(200, "text/plain", "");

    private final RequestLog log = new RequestLog("x-token");

    @Test
    void secretsOfEveryServiceAndThoseOfThisOneAreLeftOut() {
        add(PosOperation.GET_PURCHASE_ORDER, ANSWER);

        assertThat(log.all().get(0).headers()).containsOnlyKeys("accept");
    }

    @Test
    void aRequestForNoOperationIsKnownByItsPath() {
        add(null, ANSWER);

        assertThat(log.all()).extracting(RecordedRequest::operation).containsExactly("/nowhere");
    }

    @Test
    void aConnectionThatWasDroppedHasStatusZero() {
        add(PosOperation.GET_PURCHASE_ORDER, ANSWER.delivered(Answer.Delivery.DROPPED, Duration.ZERO));

        assertThat(log.all()).extracting(RecordedRequest::status).containsExactly(0);
    }

    @Test
    void theRequestsOfOneOperationCanBeAskedFor() {
        add(PosOperation.GET_PURCHASE_ORDER, ANSWER);
        add(PosOperation.GET_PAYMENTS, ANSWER);

        assertThat(log.of(PosOperation.GET_PAYMENTS))
                .extracting(RecordedRequest::operation)
                .containsExactly(PosOperation.GET_PAYMENTS.id());
    }

    private void add(Operation operation, Answer sent) {
        Map<String, String> headers = Map.of("authorization", "a", "cookie", "b", "x-token", "c", "accept", "*/*");
        Call call = new Call("GET", "/nowhere", "/nowhere", Map.of(), headers, new byte[0]);
        log.add(NOW, call, call.query(), Occasion.of(operation, null), sent);
    }
}
