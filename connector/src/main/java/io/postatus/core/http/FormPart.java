/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.util.Objects;

/**
 * One part of a form that holds files, RFC 7578.
 *
 * @param name     the field's
 * @param fileName null if the part is no file
 */
public record FormPart(String name, String fileName, String contentType, byte[] content) {

    public FormPart {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        if (contentType.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("the content type of " + name + " has a forbidden character");
        }
    }

    /** What stands before the content. */
    String head() {
        String file = fileName == null ? "" : "; filename=" + quoted(fileName);
        return "Content-Disposition: form-data; name=" + quoted(name) + file + "\r\nContent-Type: " + contentType
                + "\r\n\r\n";
    }

    /** As browsers do: what would end the value, or the line, is percent-encoded. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A") + '"';
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "FormPart[" + name + ", " + content.length + " bytes]";
    }
}
