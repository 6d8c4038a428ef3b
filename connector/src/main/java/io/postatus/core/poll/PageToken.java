/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

/** How to get the next page: the service's own token, opaque, never logged. */
public record PageToken(String value) {

    /** Null, or blank as some services write it, means that there is no next page. */
    public static PageToken of(String value) {
        return value == null || value.isBlank() ? null : new PageToken(value);
    }

    /** What the service is handed: null for the first page. */
    public static String text(PageToken token) {
        return token == null ? null : token.value();
    }

    @Override
    public String toString() {
        return "PageToken[***]";
    }
}
