/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.postatus.canary.Canary;
import io.postatus.core.camel.AnswerHeaders;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever type holds something named like a secret, old or new, does not show it as text: texts end up in logs. */
class SecretsInTextTest {

    private static final String CANARY = Canary.of("9d31");
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|token|apiKey|password|credential).*");
    /** An address and a kind, by their names only. */
    private static final Pattern HARMLESS = Pattern.compile("tokenUrl|tokenVersion|tokenClient");

    private static final Class<?> NAMES_OF_HEADERS = AnswerHeaders.class;

    static List<Class<?>> holders() {
        return Stream.concat(records(), beans()).toList();
    }

    private static Stream<Class<?>> records() {
        return ours().filter(Class::isRecord)
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .anyMatch(part -> part.getType() == String.class && isSecret(part)))
                .filter(type -> type != NAMES_OF_HEADERS);
    }

    private static Stream<Class<?>> beans() {
        return ours().filter(type -> type.getSimpleName().matches("(AmazonVendor|PartnerCenter|Pos)Configuration"));
    }

    private static Stream<Class<?>> ours() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(
                                "io.postatus.core",
                                "io.postatus.amazonvendor",
                                "io.postatus.partnercenter",
                                "io.postatus.pos")
                        .stream()
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void aSecretIsNotInTheText(Class<?> type) throws Exception {
        assertThat(filled(type).toString()).doesNotContain(CANARY);
    }

    private static Object filled(Class<?> type) throws Exception {
        if (!type.isRecord()) {
            Object bean = type.getConstructor().newInstance();
            for (Method setter : type.getMethods()) {
                if (setter.getName().startsWith("set") && setter.getParameterTypes()[0] == String.class) {
                    setter.invoke(bean, isSecret(setter.getName()) ? CANARY : "text");
                }
            }
            return bean;
        }
        RecordComponent[] parts = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(
                Arrays.stream(parts).map(SecretsInTextTest::value).toArray());
    }

    private static boolean isSecret(RecordComponent part) {
        boolean isTheToken = part.getDeclaringRecord().getSimpleName().endsWith("Token")
                && part.getName().equals("value");
        return isTheToken || isSecret(part.getName());
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name).matches() && !HARMLESS.matcher(name).matches();
    }

    private static Object value(RecordComponent part) {
        Class<?> type = part.getType();
        if (type == String.class) {
            return isSecret(part) ? CANARY : "text";
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == double.class) {
            return 2.0;
        }
        Map<Class<?>, Object> values = Map.of(
                URI.class,
                URI.create("https://host/token"),
                ZoneId.class,
                ZoneId.of("UTC"),
                boolean.class,
                false,
                int.class,
                2,
                long.class,
                2L,
                Instant.class,
                Instant.EPOCH,
                byte[].class,
                new byte[0],
                List.class,
                List.of(),
                Map.class,
                Map.of());
        return values.get(type);
    }
}
