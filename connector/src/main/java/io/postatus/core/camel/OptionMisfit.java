/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Says which option has a value that it cannot have, and what it can have, in place of what a type converter says. */
final class OptionMisfit {

    private static final Pattern TIME =
            Pattern.compile("-?P[-0-9DTHMS.]+|\\d+|(\\d+\\s*(ms|d|h|m|s)\\s*)+", Pattern.CASE_INSENSITIVE);

    private OptionMisfit() {}

    static IllegalArgumentException of(PropertyBindingException error, PropertyConfigurer options) {
        Class<?> type = options instanceof PropertyConfigurerGetter getter
                ? getter.getOptionType(error.getPropertyName(), true)
                : null;
        return new IllegalArgumentException(
                error.getPropertyName() + " is '" + error.getValue() + "', allowed " + allowed(type), error);
    }

    /** Camel takes a text that is no time for zero, and a time of zero can lose changes. */
    static void checkTimes(Map<String, Object> parameters, PropertyConfigurer options) {
        parameters.forEach((name, value) -> {
            if (options instanceof PropertyConfigurerGetter getter
                    && isTime(getter.getOptionType(name, true))
                    && value instanceof String text
                    && !text.startsWith("#")
                    && !TIME.matcher(text).matches()) {
                throw new IllegalArgumentException(name + " is '" + text + "', allowed " + allowed(Duration.class));
            }
        });
    }

    /** Of Camel's own options those in milliseconds are long, and repeatCount, which is read by the same converter. */
    private static boolean isTime(Class<?> type) {
        return type == Duration.class || type == long.class;
    }

    private static String allowed(Class<?> type) {
        if (type == null) {
            return "is another type";
        }
        if (type.isEnum()) {
            return "are "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "are true and false";
        }
        if (isTime(type)) {
            return "is a time such as 30s, 5m or PT5M, or a number";
        }
        if (type == int.class || type == Integer.class) {
            return "is a whole number";
        }
        return "is " + type.getSimpleName();
    }
}
