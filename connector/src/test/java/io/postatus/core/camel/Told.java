/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.awaitility.Awaitility.await;

import io.postatus.core.model.PurchaseOrderChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.awaitility.core.ConditionFactory;

/** The end of a route: remembers what it was told. */
public final class Told implements Processor {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration OFTEN = Duration.ofMillis(10);

    private final List<PurchaseOrderChange> changes = new CopyOnWriteArrayList<>();

    @Override
    public void process(Exchange exchange) {
        changes.add(exchange.getMessage().getBody(PurchaseOrderChange.class));
    }

    /** Waits for what happens on other threads, and not longer than it takes. */
    public static ConditionFactory soon() {
        return await().pollInterval(OFTEN).atMost(SOON);
    }

    public List<PurchaseOrderChange> all() {
        return changes;
    }

    /** The change with this place in the row, from 1, once it was told. */
    public PurchaseOrderChange number(int place) {
        soon().until(() -> changes.size() >= place);
        return changes.get(place - 1);
    }

    PurchaseOrderChange last() {
        return changes.get(changes.size() - 1);
    }

    /** What was told, as {@code number status}. */
    public List<String> words() {
        return changes.stream()
                .map(change -> change.current().purchaseOrderNumber() + " "
                        + change.current().status())
                .toList();
    }
}
