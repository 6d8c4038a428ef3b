/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.wire.DateTimes;
import io.postatus.core.wire.WireJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;

/**
 * What one exchange asks for: the documented header if there is one, else the option. Nothing else of a message becomes
 * part of a request.
 */
public record RequestMessage(Message message) {

    public String text(String header, String option) {
        return message.getHeader(header, option, String.class);
    }

    public Integer number(String header, Integer option) {
        return message.getHeader(header, option, Integer.class);
    }

    public Long longNumber(String header, Long option) {
        return message.getHeader(header, option, Long.class);
    }

    public Boolean flag(String header, Boolean option) {
        return message.getHeader(header, option, Boolean.class);
    }

    /** From an Instant, another java.time type, a Date or text; without a zone it is one of UTC. */
    public Instant instant(String header, String option) {
        return instant(header, option, ZoneOffset.UTC);
    }

    /** @param zone of a date-time that names none */
    public Instant instant(String header, String option, ZoneId zone) {
        Object value = message.getHeader(header, option, Object.class);
        try {
            if (value instanceof Date date) {
                return Instant.ofEpochMilli(date.getTime());
            }
            // The text of a ZonedDateTime has the zone's name behind the offset.
            return value == null ? null : DateTimes.parse(value.toString(), zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "header " + header + " or its option is no date-time such as 2026-03-02T00:00:00Z");
        }
    }

    /** @param name the option's */
    public String required(String header, String option, String name) {
        String value = text(header, option);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("set the header " + header + " or the option " + name);
        }
        return value;
    }

    /** The body: a record, a map, or JSON in any form that Camel turns into bytes. */
    public <T> T body(Class<T> type) throws InvalidPayloadException {
        Object body = message.getBody();
        if (type.isInstance(body)) {
            return type.cast(body);
        }
        Object json = body instanceof Map ? body : message.getMandatoryBody(byte[].class);
        return WireJson.convert(json, type);
    }
}
