/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What the activity log is asked for: whole days, both included (apis/partner-center-orders.md 10). */
record AuditQuery(LocalDate start, LocalDate end, Predicate<AuditRecord> filter) {
    private static final int LONGEST = 30;
    private static final int OLDEST = 90;

    static AuditQuery parse(Map<String, String> query, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate start = day(query, "startDate", today.minusDays(LONGEST));
        LocalDate furthest = start.plusDays(LONGEST);
        LocalDate end = day(query, "endDate", furthest.isBefore(today) ? furthest : today);
        if (start.isBefore(today.minusDays(OLDEST))) {
            throw Refusal.badRequest("3000", "startDate is more than " + OLDEST + " days ago");
        }
        if (end.isBefore(start) || ChronoUnit.DAYS.between(start, end) > LONGEST) {
            throw Refusal.badRequest("3000", "endDate is not within " + LONGEST + " days after startDate");
        }
        String filter = query.get("filter");
        return new AuditQuery(start, end, filter == null ? record -> true : filter(JsonFilter.parse(filter)));
    }

    boolean matches(AuditRecord record) {
        LocalDate day = record.day();
        return !day.isBefore(start) && !day.isAfter(end) && filter.test(record);
    }

    private static Predicate<AuditRecord> filter(JsonFilter filter) {
        String value = filter.value();
        return switch (filter.field()) {
            case "CustomerId" -> {
                filter.only("equals");
                yield record -> record.order().facts().customer().id().equalsIgnoreCase(value);
            }
            case "ResourceType" -> {
                filter.only("equals");
                yield record -> AuditRecord.RESOURCE_TYPE.equalsIgnoreCase(value);
            }
            case "CompanyName" -> {
                filter.only("substring");
                String part = value.toLowerCase(Locale.ROOT);
                yield record -> record.order()
                        .facts()
                        .customer()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .contains(part);
            }
            default -> throw filter.unknownField();
        };
    }

    private static LocalDate day(Map<String, String> query, String name, LocalDate otherwise) {
        String value = query.get(name);
        try {
            return value == null ? otherwise : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("3000", name + " is not a day such as 2026-05-04");
        }
    }
}
