/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WireJson;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Where more is to be found.
 *
 * @param uri relative, with or without the version in front: apis/partner-center-orders.md 4
 * @param headers to be sent along
 */
@WireRecord
public record Link(String uri, String method, List<LinkHeader> headers) {
    public Link {
        headers = WireList.copy(headers);
    }

    /** The link {@code next} as one word, to be handed around; null if there is none. */
    static String nextToken(Map<String, Link> links) {
        Link next = links == null ? null : links.get("next");
        return next == null || next.uri() == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(WireJson.write(next));
    }

    /** Whether there is a link {@code next} that leads nowhere. */
    static boolean isBroken(Map<String, Link> links) {
        Link next = links == null ? null : links.get("next");
        return next != null && (next.uri() == null || next.uri().isBlank());
    }

    /**
     * The link that was made a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Link of(String token) {
        return WireJson.convert(Base64.getUrlDecoder().decode(token), Link.class);
    }

    /** Without the query. */
    @Override
    public String toString() {
        return "Link[" + method + "]";
    }
}
