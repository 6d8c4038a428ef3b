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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A change in a line for people: time, service, account, order, old status -> new, what changed. */
final class ReadableLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Pattern LINE_FIELD = Pattern.compile("lines\\[(.*?)]\\.(\\w+?)(?:Quantity)?");
    private static final Pattern WORD = Pattern.compile("vendorStatus(es\\..*)?");
    private static final Pattern DOCUMENT_FIELD = Pattern.compile("document\\.(\\w+).*");
    private static final int LONGEST_NUMBER = 12;
    private static final int MOST_DETAILS = 90;

    private ReadableLine() {}

    static String of(Instant at, PurchaseOrderChange change) {
        String before = change.kind() == ChangeKind.FIRST_SEEN || change.previous() == null
                ? "new"
                : change.previous().status().toString();
        String after = change.current().status().toString();
        boolean isMoved = !before.equals(after);
        String line = String.format(
                Locale.ROOT,
                "%s  %-12s  %-34s  %s",
                beginning(at, change.current().source(), change.current().account()),
                shortened(change.current().purchaseOrderNumber(), LONGEST_NUMBER),
                isMoved ? before + " -> " + after : after,
                shortened(details(change, isMoved), MOST_DETAILS));
        return line.stripTrailing();
    }

    static String of(Instant at, String source, String account, String text) {
        return beginning(at, source, account) + "  " + text;
    }

    /** As wide for all services, so that what stands behind it stands below one another. */
    private static String beginning(Instant at, String source, String account) {
        return String.format(Locale.ROOT, "%s  %-13s  %-8s", time(at), source, account);
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String details(PurchaseOrderChange change, boolean isMoved) {
        if (change.kind() == ChangeKind.FIRST_SEEN) {
            int lines = change.current().lines() == null
                    ? 0
                    : change.current().lines().size();
            return lines == 0 ? "" : lines + (lines == 1 ? " line" : " lines");
        }
        return Stream.of(
                        quantities(change.changes()),
                        words(change.current().status().toString(), change.changes()),
                        isMoved ? "" : fields(change.changes()))
                .filter(details -> !details.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What belongs to one line of the order stands together: {@code line 2: accepted 80, rejected 10}. */
    private static String quantities(List<FieldChange> changes) {
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

    /** The service's own words, where no quantity tells more: {@code pending_review}, {@code ShippingStatus Shipped}. */
    private static String words(String status, List<FieldChange> changes) {
        return changes.stream()
                .map(change -> WORD.matcher(change.path()).matches() ? word(change) : null)
                .filter(word -> word != null && !word.equalsIgnoreCase(status))
                .collect(Collectors.joining(", "));
    }

    private static String word(FieldChange change) {
        String word = change.newValue() == null || change.newValue().isEmpty() ? "not set" : change.newValue();
        return change.path()
                .replaceFirst("^vendorStatus(es\\.)?", "")
                .concat(" " + word)
                .strip();
    }

    /** Which fields of the service's document differ, where no status does: {@code Notes}. */
    private static String fields(List<FieldChange> changes) {
        return changes.stream()
                .map(change -> DOCUMENT_FIELD.matcher(change.path()))
                .filter(Matcher::matches)
                .map(field -> field.group(1))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String quantity(String name, FieldChange change) {
        return name + " " + change.newValue();
    }

    private static String and(String one, String other) {
        return one + ", " + other;
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
