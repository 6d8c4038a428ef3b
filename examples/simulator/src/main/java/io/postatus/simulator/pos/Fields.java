/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Call;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The properties of a body with their documented types. Unknown ones are ignored; a missing one, {@code null} and
 * {@code ""} are the same: not given.
 */
record Fields(ObjectNode json, String path) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");

    static Fields of(Call call) {
        String type = call.headers().getOrDefault("content-type", "");
        if (!type.startsWith("application/json") && !type.startsWith("text/json")) {
            throw Refusal.wrongMediaType(type);
        }
        return new Fields(Json.parse(call.text()).orElseThrow(() -> Refusal.invalid("body")), "");
    }

    boolean has(String name) {
        JsonNode value = json.path(name);
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.asText().isEmpty());
    }

    String text(String name) {
        if (!has(name)) {
            return null;
        }
        if (!json.path(name).isValueNode()) {
            throw refused(name);
        }
        return json.path(name).asText();
    }

    boolean flag(String name) {
        String value = text(name);
        if (value != null && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw refused(name);
        }
        return Boolean.parseBoolean(value);
    }

    Long number(String name) {
        BigDecimal number = decimal(name);
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            throw refused(name);
        }
    }

    int positive(String name, int otherwise) {
        Long number = number(name);
        if (number != null && (number < 1 || number > Integer.MAX_VALUE)) {
            throw refused(name);
        }
        return number == null ? otherwise : number.intValue();
    }

    BigDecimal decimal(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        // Longer numbers are an attack on whoever counts with them, not an amount.
        if (!value.matches("-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?")) {
            throw refused(name);
        }
        return new BigDecimal(value);
    }

    /** A date without zone; one with a zone is refused, since none is documented. */
    LocalDateTime date(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            if (DATE.matcher(value).matches()) {
                return DateTimeFormatter.ISO_LOCAL_DATE_TIME.parse(value, LocalDateTime::from);
            }
        } catch (DateTimeParseException e) {
            // Falls through: a date that no calendar has is as bad as no date.
        }
        throw refused(name);
    }

    Optional<Fields> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (json.path(name) instanceof ObjectNode object) {
            return Optional.of(new Fields(object, path + name + "."));
        }
        throw refused(name);
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode each : array(name)) {
            if (!(each instanceof ObjectNode object)) {
                throw refused(name);
            }
            objects.add(new Fields(object, path + name + "."));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        array(name).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** A member of the vocabulary, or {@code null}. */
    String word(String name, Vocabulary vocabulary) {
        String value = text(name);
        return value == null ? null : vocabulary.member(value).orElseThrow(() -> refused(name));
    }

    /** Members of the vocabulary; none when nothing is to be filtered, as with {@code Any} or 0 among them. */
    Set<String> words(String name, Vocabulary vocabulary) {
        Set<String> words = new HashSet<>();
        for (String text : texts(name)) {
            words.add(vocabulary.member(text).orElseThrow(() -> refused(name)));
        }
        return words.contains("Any") ? Set.of() : words;
    }

    Refusal refused(String name) {
        return Refusal.invalid(path + name);
    }

    private JsonNode array(String name) {
        if (!has(name)) {
            return Json.array();
        }
        if (!json.path(name).isArray()) {
            throw refused(name);
        }
        return json.path(name);
    }
}
