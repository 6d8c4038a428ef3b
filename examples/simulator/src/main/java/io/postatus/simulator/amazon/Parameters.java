/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Query parameters with their documented types and limits; unknown ones are ignored silently, as by Amazon. */
record Parameters(Map<String, String> values) {
    private static final int MOST = 100;
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)?");

    String text(String name) {
        return values.get(name);
    }

    /** A word of the list, or {@code null} when not given. */
    String word(String name, List<String> allowed) {
        String value = values.get(name);
        if (value != null && !allowed.contains(value)) {
            throw Refusal.invalidInput(name + " must be one of " + allowed);
        }
        return value;
    }

    boolean truth(String name, boolean otherwise) {
        String value = word(name, List.of("true", "false"));
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    int limit() {
        String value = values.getOrDefault("limit", Integer.toString(MOST));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
            throw Refusal.invalidInput("limit must be between 1 and " + MOST);
        }
        return Integer.parseInt(value);
    }

    boolean ascending() {
        return "ASC".equals(word("sortOrder", List.of("ASC", "DESC")));
    }

    String orderNumber() {
        String number = values.get("purchaseOrderNumber");
        if (number != null) {
            checkOrderNumber(number);
        }
        return number;
    }

    static void checkOrderNumber(String number) {
        if (!number.matches("[A-Za-z0-9]{8}")) {
            throw Refusal.invalidInput("purchaseOrderNumber must be 8 alphanumeric characters");
        }
    }

    TimeRange range(String afterName, String beforeName, Bounds bounds) {
        TimeRange range = new TimeRange(instant(afterName), instant(beforeName), bounds);
        if (range.reversed()) {
            throw Refusal.invalidInput(afterName + " is later than " + beforeName);
        }
        if (range.tooLong()) {
            throw Refusal.invalidInput(afterName + " and " + beforeName + " are more than 7 days apart");
        }
        return range;
    }

    /** An instant with Z, an offset, or no zone, which is read as UTC (reference, section 4). */
    private Instant instant(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!DATE_TIME.matcher(value).matches()) {
            throw Refusal.invalidInput(name + " is not a date-time");
        }
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Refusal.invalidInput(name + " is not a date-time");
        }
    }
}
