/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Date-times as services write them: fractions of any length, an offset, or no zone at all, which is taken for UTC.
 * What is none is a misfit.
 */
public final class DateTimes extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final ValueRange YEARS = ValueRange.of(1, 9999);
    private static final int NANOS_OF_MILLI = 1_000_000;
    /** The form of nearly all, read by hand: the formatter takes many times as long, and documents are full of them. */
    private static final Pattern PLAIN =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{3}))?Z");

    DateTimes() {
        super(Instant.class);
    }

    /** @throws DateTimeException if the text is no date-time, or one that nobody can mean */
    public static Instant parse(String text) {
        return parse(text, ZoneOffset.UTC);
    }

    /**
     * @param zone of a text that names none
     * @throws DateTimeException if the text is no date-time
     */
    public static Instant parse(String text, ZoneId zone) {
        Matcher plain = PLAIN.matcher(text);
        return plain.matches() ? plain(plain) : any(text, zone);
    }

    private static Instant plain(Matcher parts) {
        String millis = parts.group(7);
        return LocalDateTime.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4)),
                        Integer.parseInt(parts.group(5)),
                        Integer.parseInt(parts.group(6)),
                        millis == null ? 0 : Integer.parseInt(millis) * NANOS_OF_MILLI)
                .toInstant(ZoneOffset.UTC);
    }

    private static Instant any(String text, ZoneId zone) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
        if (!YEARS.isValidIntValue(parsed.get(ChronoField.YEAR))) {
            throw new DateTimeException("a year beyond those of people, which no database has to hold");
        }
        return parsed instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : ((OffsetDateTime) parsed).toInstant();
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        try {
            return parse(parser.getText());
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "no date-time");
        }
    }
}
