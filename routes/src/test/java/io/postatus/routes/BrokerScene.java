/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.pos.PosOperation;
import io.postatus.simulator.pos.PosOptions;
import io.postatus.simulator.pos.PosSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A ticket broker, subscriber of the POS API. */
final class BrokerScene extends Scene {
    final PosSubscriber broker = simulator.pos().subscriber("tickets-1");

    BrokerScene() {
        this(pos -> {});
    }

    BrokerScene(Consumer<PosOptions> options) {
        super(Simulator.builder().pos(options));
    }

    @Override
    String scheme() {
        return "pos";
    }

    @Override
    Map<String, String> connection() {
        return Map.of(
                "apiKey", broker.token(),
                "secretKey", broker.secret(),
                "requestsPerSecond", "50",
                "baseUrl", simulator.pos().baseUrl().toString());
    }

    @Override
    void lockOut() {
        broker.revoke();
    }

    @Override
    String place() {
        return place(Duration.ZERO);
    }

    /** Places an order that is that old already. */
    String place(Duration age) {
        return broker.place(order -> order.line("Northside v Southside", 2, "125.00")
                .raisedAt(Instant.now().minus(age)));
    }

    @Override
    String statusOfNewOrders() {
        return "open";
    }

    @Override
    String changeSilently(String id) {
        simulator.faults().next(Fault.SILENT_CHANGE);
        broker.receive(id);
        return "received";
    }

    @Override
    List<String> parametersFor(String id) {
        return List.of("purchaseOrderId", id);
    }

    @Override
    Map<String, Object> headersFor(String id) {
        return Map.of("CamelPosPurchaseOrderId", id);
    }

    @Override
    String idIn(JsonNode answer) {
        assertThat(answer.at("/Items")).isNotEmpty();
        return answer.at("/PurchaseOrderId").asText();
    }

    @Override
    String unknownId() {
        return "00000000-0000-0000-0000-000000000001";
    }

    List<RecordedRequest> requests(PosOperation operation) {
        return simulator.pos().requests(operation);
    }
}
