/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.amazon.AmazonOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A vendor at Amazon. */
final class VendorScene extends Scene {
    final AmazonAccount vendor = simulator.amazon().account("ACME1");

    VendorScene() {
        super(Simulator.builder().amazon(options -> options.rate(10_000).burst(10_000)));
    }

    @Override
    String scheme() {
        return "amazonvendor";
    }

    @Override
    Map<String, String> connection() {
        return Map.of(
                "clientId", vendor.clientId(),
                "clientSecret", vendor.clientSecret(),
                "refreshToken", vendor.refreshToken(),
                "baseUrl", simulator.amazon().baseUrl().toString(),
                "tokenUrl", simulator.amazon().tokenUrl().toString());
    }

    @Override
    void lockOut() {
        vendor.revoke();
        simulator.amazon().forgetTokens(vendor);
    }

    @Override
    String place() {
        return vendor.place(order -> order.line("B0EXAMPLE1", 100));
    }

    /** Places an order that is that old already. */
    String place(Duration age) {
        return vendor.place(
                order -> order.line("B0EXAMPLE1", 100).createdAt(Instant.now().minus(age)));
    }

    @Override
    String statusOfNewOrders() {
        return "open";
    }

    @Override
    String change(String number) {
        vendor.accept(number);
        return "acknowledged";
    }

    /** A receipt moves no date of update. */
    @Override
    String changeSilently(String number) {
        vendor.receive(number, 1, 1);
        return "partially-received";
    }

    @Override
    List<String> parametersFor(String number) {
        return List.of("purchaseOrderNumber", number);
    }

    @Override
    Map<String, Object> headersFor(String number) {
        return Map.of("CamelAmazonVendorPurchaseOrderNumber", number);
    }

    @Override
    String idIn(JsonNode answer) {
        assertThat(answer.at("/payload/orderDetails/items")).isNotEmpty();
        return answer.at("/payload/purchaseOrderNumber").asText();
    }

    @Override
    String unknownId() {
        return "NOSUCHPO";
    }

    List<RecordedRequest> pagesRead() {
        return simulator.amazon().requests(AmazonOperation.GET_PURCHASE_ORDERS_STATUS);
    }
}
