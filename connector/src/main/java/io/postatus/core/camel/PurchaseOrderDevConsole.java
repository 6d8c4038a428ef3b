/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.CoverageReport;
import io.postatus.core.poll.Sighting;
import io.postatus.core.state.StateStoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;

/** The streams of a context: how far each is read, what is missing and why, and what its account's rate comes to. */
@DevConsole(
        name = "purchase-orders",
        displayName = "Purchase Orders",
        description = "Which stretches of time the streams of purchase orders have read, and which not")
public class PurchaseOrderDevConsole extends AbstractDevConsole {
    private static final int MOST_GAPS = 20;

    public PurchaseOrderDevConsole() {
        super("camel", "purchase-orders", "Purchase Orders", "Coverage of the streams of purchase orders");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        doCallJson(options).forEach((stream, facts) -> {
            text.append(stream).append('\n');
            ((Map<?, ?>) facts).forEach((name, value) -> text.append("    ")
                    .append(name)
                    .append(": ")
                    .append(value)
                    .append('\n'));
        });
        return text.isEmpty() ? "no stream is polled in this context" : text.toString();
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        Map<String, Object> streams = new LinkedHashMap<>();
        ContextResources.of(getCamelContext())
                .consumers()
                .forEach((stream, consumer) -> streams.put(stream.toString(), facts(consumer)));
        return streams;
    }

    private static Map<String, Object> facts(StatusConsumer consumer) {
        Map<String, Object> facts = new LinkedHashMap<>();
        try {
            CoverageReport report = consumer.coverage(0);
            put(facts, "startFrom", report.state().startFrom());
            put(facts, "readUpTo", report.state().readUpTo());
            put(facts, "confirmed", report.state().confirmed());
            put(facts, "gaps", gaps(report));
            put(
                    facts,
                    "backfills",
                    report.backfills().stream()
                            .map(range -> range.window() + ", read "
                                    + range.read(report.state().coverage()) + " of "
                                    + range.window().length())
                            .toList());
            put(facts, "replaysWaiting", report.replays().size());
            put(
                    facts,
                    "customers",
                    report.customers().looks().isEmpty()
                            ? null
                            : report.customers().looks().size());
            put(
                    facts,
                    "oldestLook",
                    report.customers().looks().values().stream()
                            .min(Comparator.naturalOrder())
                            .orElse(null));
            put(facts, "parked", report.parked().size());
            put(facts, "pausedUntil", report.state().pausedUntil());
            put(facts, "pauseReason", report.state().pauseReason());
        } catch (StateStoreException | IllegalStateException e) {
            // A store that is away, a route that stops, or a stream before its first poll.
            put(facts, "unknown", e.getMessage());
        }
        put(facts, "lastGoodPoll", consumer.getLastGoodPoll());
        put(facts, "lastFailure", consumer.getLastFailure());
        put(facts, "trouble", String.join(" ", consumer.troubles()));
        put(facts, "drift", consumer.getDrift().stream().map(Sighting::toString).toList());
        consumer.getRates().forEach((operation, figures) -> put(facts, "rate." + operation, figures));
        return facts;
    }

    private static List<String> gaps(CoverageReport report) {
        List<String> gaps = new ArrayList<>(report.gaps().stream()
                .limit(MOST_GAPS)
                .map(CoverageReport.Gap::toString)
                .toList());
        if (report.gaps().size() > MOST_GAPS) {
            gaps.add("and " + (report.gaps().size() - MOST_GAPS) + " more");
        }
        return gaps;
    }

    private static void put(Map<String, Object> facts, String name, Object value) {
        if (value != null && !"".equals(value)) {
            facts.put(name, value instanceof Number || value instanceof List ? value : value.toString());
        }
    }
}
