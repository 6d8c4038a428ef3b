/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Says which option has a value that it cannot have, and what it can have, in place of what a type converter says. */
final class OptionMisfit {

    private OptionMisfit() {}

    static IllegalArgumentException of(PropertyBindingException error, PropertyConfigurer options) {
        Class<?> type = options instanceof PropertyConfigurerGetter getter
                ? getter.getOptionType(error.getPropertyName(), true)
                : null;
        return new IllegalArgumentException(
                error.getPropertyName() + " is '" + error.getValue() + "', allowed " + allowed(type), error);
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
        if (type == Duration.class || type == long.class) {
            return "is a time such as 30s, 5m or PT5M, or a number";
        }
        return "is " + type.getSimpleName();
    }
}
