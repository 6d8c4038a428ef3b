/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Backfill;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Customers;
import io.postatus.core.state.Parked;
import io.postatus.core.state.Queued;
import io.postatus.core.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report of coverage as JSON lines, one fact a line, for anybody who wants to check it without us. Documents are left out. */
public final class CoverageLines {

    /** Always as many digits: so texts compare as their times do. */
    private static final DateTimeFormatter NINE_DIGITS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private CoverageLines() {}

    private static String text(Object value) {
        return value instanceof Instant instant ? NINE_DIGITS.format(instant) : value.toString();
    }

    public static String of(CoverageReport report) {
        return lines(Stream.of(
                        Stream.of(stream(report)),
                        report.covered().stream().map(CoverageLines::covered),
                        report.gaps().stream().map(CoverageLines::gap),
                        report.backfills().stream().map(range -> backfill(report, range)),
                        report.replays().stream()
                                .collect(Collectors.groupingBy(Queued::replay, TreeMap::new, Collectors.toList()))
                                .entrySet()
                                .stream()
                                .map(run -> replay(run.getKey(), run.getValue())),
                        report.customers().looks().entrySet().stream()
                                .map(look -> customer(look.getKey(), look.getValue())),
                        report.parked().stream().map(CoverageLines::parked))
                .flatMap(Function.identity()));
    }

    /** What was given up on, with the documents. */
    public static String of(List<Parked> parked) {
        return lines(parked.stream()
                .map(entry -> line(
                        "order", entry.orderId(),
                        "sequence", entry.sequence(),
                        "since", entry.since(),
                        "tries", entry.tries(),
                        "cause", entry.cause(),
                        "document", entry.document())));
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String stream(CoverageReport report) {
        return line(
                "type", "stream",
                "stream", report.stream(),
                "coverageKey", report.coverageKey(),
                "at", report.at(),
                "startFrom", report.state().startFrom(),
                "startedAt", report.state().startedAt(),
                "readUpTo", report.state().readUpTo(),
                "confirmed", report.state().confirmed(),
                "failures", report.state().failures(),
                "pausedUntil", report.state().pausedUntil(),
                "pauseReason", report.state().pauseReason(),
                "customersListed", report.customers().listed());
    }

    private static String covered(Closing closing) {
        return line(
                "type", closing.lost() ? "lost" : "covered",
                "from", closing.window().from(),
                "to", closing.window().to(),
                "epoch", closing.evidence().epoch(),
                "began", closing.evidence().began(),
                "closed", closing.evidence().closed(),
                "pages", closing.evidence().pages(),
                "orders", closing.evidence().orders(),
                "told", closing.evidence().told(),
                "parked", closing.evidence().parked());
    }

    private static String gap(CoverageReport.Gap gap) {
        return line(
                "type", "gap",
                "from", gap.window().from(),
                "to", gap.window().to(),
                "reason", gap.reason(),
                "nextTry", gap.nextTry());
    }

    private static String backfill(CoverageReport report, Backfill range) {
        TimeWindow window = range.window();
        return line(
                "type", "backfill",
                "from", window.from(),
                "to", window.to(),
                "requested", range.requested(),
                "read", range.read(report.state().coverage()),
                "of", window.length());
    }

    /** The oldest of its orders comes first. */
    private static String replay(String run, List<Queued> orders) {
        return line("type", "replay", "run", run, "since", orders.get(0).since(), "waiting", orders.size());
    }

    private static String customer(String customer, Instant looked) {
        return line("type", "customer", "customer", customer, "looked", looked.equals(Customers.NEVER) ? null : looked);
    }

    private static String parked(Parked entry) {
        return line(
                "type", "parked",
                "order", entry.orderId(),
                "sequence", entry.sequence(),
                "since", entry.since(),
                "tries", entry.tries(),
                "cause", entry.cause());
    }

    /** Names and values in turn; what is null is left out. */
    private static String line(Object... fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            if (value != null) {
                line.put((String) fields[i], value instanceof Number ? value : text(value));
            }
        }
        return new String(WireJson.write(line), StandardCharsets.UTF_8);
    }
}
