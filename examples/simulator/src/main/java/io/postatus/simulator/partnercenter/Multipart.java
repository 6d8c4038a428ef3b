/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@code multipart/form-data} body. Bytes are handled as Latin-1 text, which keeps every one. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("; *(name|filename) *= *(?:\"([^\"]*)\"|([^;\"]+))");
    private static final String BLANK = "\r\n\r\n";

    /** One part; names in lower case, because the service's own pages differ in case. */
    record Part(String name, String fileName, String mediaType, byte[] content) {
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private Multipart() {}

    static List<Part> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !boundary.find()) {
            throw Refusal.badInput("the body is not multipart/form-data with a boundary");
        }
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        String[] pieces = text.split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        if (!pieces[pieces.length - 1].startsWith("--")) {
            throw Refusal.badInput("the multipart body has no end");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i < pieces.length - 1; i++) {
            parts.add(part(pieces[i]));
        }
        return parts;
    }

    private static Part part(String piece) {
        int blank = piece.indexOf(BLANK);
        if (blank < 0) {
            throw Refusal.badInput("a part of the multipart body has no content");
        }
        String name = "";
        String fileName = null;
        String mediaType = "application/octet-stream";
        for (String header : piece.substring(0, blank).split("\r\n")) {
            String[] words = header.split(":", 2);
            if (words[0].equalsIgnoreCase("content-disposition")) {
                name = attribute(words[1], "name", "").toLowerCase(Locale.ROOT);
                fileName = attribute(words[1], "filename", null);
            } else if (words[0].equalsIgnoreCase("content-type")) {
                mediaType = words[1].trim();
            }
        }
        byte[] content = piece.substring(blank + BLANK.length()).getBytes(StandardCharsets.ISO_8859_1);
        return new Part(name, fileName, mediaType, content);
    }

    private static String attribute(String header, String name, String otherwise) {
        Matcher matcher = ATTRIBUTE.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
                return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return otherwise;
    }
}
