/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.nio.charset.StandardCharsets;

/**
 * RFC 3986 percent-encoding of everything but the unreserved characters. {@link java.net.URLEncoder} writes forms, not
 * URIs: its {@code +} for a space is a plus sign to half of the servers.
 */
final class PercentEncoding {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf((char) b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
            }
        }
        return encoded.toString();
    }
}
