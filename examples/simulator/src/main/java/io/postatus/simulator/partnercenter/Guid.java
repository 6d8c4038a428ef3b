/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as Microsoft makes them, but from names, so that a client can be configured in advance. */
final class Guid {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Guid() {}

    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    /** The text itself where it is a GUID, or else one made of the text within a realm. */
    static String of(String realm, String text) {
        byte[] name = (realm + "/" + text).getBytes(StandardCharsets.UTF_8);
        return is(text)
                ? text.toLowerCase(Locale.ROOT)
                : UUID.nameUUIDFromBytes(name).toString();
    }
}
