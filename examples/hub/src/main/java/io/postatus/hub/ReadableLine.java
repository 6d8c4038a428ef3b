/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change in a line for people: time, account, order, old status -> new, what changed. */
final class ReadableLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Pattern LINE_FIELD = Pattern.compile("lines\\[(.*?)]\\.(\\w+?)(?:Quantity)?");
    private static final int MOST_DETAILS = 110;

    private ReadableLine() {}

    static String of(Instant at, PurchaseOrderChange change) {
        String before = change.kind() == ChangeKind.FIRST_SEEN || change.previous() == null
                ? "new"
                : change.previous().status().toString();
        String after = change.current().status().toString();
        String line = String.format(
                Locale.ROOT,
                "%s  %-10s  %-8s  %-36s  %s",
                time(at),
                change.current().account(),
                change.current().purchaseOrderNumber(),
                before.equals(after) ? after : before + " -> " + after,
                shortened(details(change)));
        return line.stripTrailing();
    }

    static String of(Instant at, String account, String text) {
        return String.format(Locale.ROOT, "%s  %-10s  %s", time(at), account, text);
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String details(PurchaseOrderChange change) {
        if (change.kind() == ChangeKind.FIRST_SEEN) {
            int lines = change.current().lines() == null
                    ? 0
                    : change.current().lines().size();
            return lines == 0 ? "" : lines + (lines == 1 ? " line" : " lines");
        }
        return details(change.changes());
    }

    /** What belongs to one line of the order stands together: {@code line 2: accepted 80, rejected 10}. */
    private static String details(List<FieldChange> changes) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (FieldChange change : changes) {
            Matcher lineField = LINE_FIELD.matcher(change.path());
            if (lineField.matches()) {
                parts.merge(
                        "line " + lineField.group(1) + ": ", quantity(lineField.group(2), change), ReadableLine::and);
            }
        }
        StringBuilder text = new StringBuilder();
        parts.forEach((line, fields) ->
                text.append(text.isEmpty() ? "" : "; ").append(line).append(fields));
        return text.toString();
    }

    private static String quantity(String name, FieldChange change) {
        return name + " " + change.newValue();
    }

    private static String and(String one, String other) {
        return one + ", " + other;
    }

    private static String shortened(String text) {
        return text.length() <= MOST_DETAILS ? text : text.substring(0, MOST_DETAILS - 3) + "...";
    }
}
