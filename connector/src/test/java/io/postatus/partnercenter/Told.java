/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.awaitility.Awaitility.await;

import io.postatus.core.model.PurchaseOrderChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The end of a route: remembers what it was told. */
final class Told implements Processor {

    static final Duration SOON = Duration.ofSeconds(15);

    private final List<PurchaseOrderChange> changes = new CopyOnWriteArrayList<>();

    @Override
    public void process(Exchange exchange) {
        changes.add(exchange.getMessage().getBody(PurchaseOrderChange.class));
    }

    List<PurchaseOrderChange> all() {
        return changes;
    }

    /** The change with this place in the row, from 1, once it was told. */
    PurchaseOrderChange number(int place) {
        await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> changes.size() >= place);
        return changes.get(place - 1);
    }

    /** What was told, as {@code number status}. */
    List<String> words() {
        return changes.stream()
                .map(change -> change.current().purchaseOrderNumber() + " "
                        + change.current().status())
                .toList();
    }
}
