/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The properties that application.properties holds. A misspelt one on the command line would change nothing, silently. */
final class KnownProperties {
    private static final Set<String> CAMELS = Set.of("camel");

    private KnownProperties() {}

    static void check(Properties given) {
        Properties known = new Properties();
        try (InputStream file = KnownProperties.class.getResourceAsStream("/application.properties")) {
            known.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> names = new TreeSet<>(known.stringPropertyNames());
        names.removeIf(name -> CAMELS.contains(family(name)));
        Set<String> families = new TreeSet<>();
        names.forEach(name -> families.add(family(name)));
        for (String name : given.stringPropertyNames()) {
            if (families.contains(family(name)) && !names.contains(name)) {
                throw new IllegalArgumentException("there is no property " + name + "; known are " + names);
            }
        }
    }

    /** {@code AMAZON_START_FROM} for {@code amazon.start-from}. */
    static String inTheEnvironment(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static String family(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
