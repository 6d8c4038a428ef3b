/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.nio.file.Path;
import org.apache.camel.CamelContext;

/** The hub's own settings, as application.properties, the environment and the command line give them. */
record Settings(CamelContext context) {

    String text(String name) {
        return context.resolvePropertyPlaceholders("{{" + name + "}}");
    }

    Path path(String name) {
        return Path.of(text(name));
    }

    boolean flag(String name) {
        String value = text(name);
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(name + " is '" + value + "', allowed are true and false");
        }
        return value.equals("true");
    }

    long number(String name, long least, long most) {
        String value = text(name);
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: no number and a number out of range get the same message.
        }
        throw new IllegalArgumentException(
                name + " is '" + value + "', allowed is a whole number from " + least + " to " + most);
    }
}
