/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.http.ApiRequest;
import io.postatus.core.http.Query;
import io.postatus.partnercenter.wire.Link;
import io.postatus.partnercenter.wire.LinkHeader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Follows links to a next page, under guard: the access token must not get to another host, and no link decides what is
 * asked for. A next page is asked for as the first was, filters and all; of the link only the continuation token and what
 * turns pages are taken, wherever it comes from.
 * See apis/partner-center-orders.md 4 and 5.
 */
final class PartnerCenterLinks {

    static final String VERSION = "/v1";

    private static final String CONTINUATION = "MS-ContinuationToken";
    private static final Set<String> PAGING = Set.of("seekOperation", "size");

    private PartnerCenterLinks() {}

    /**
     * @param first the request for the first page
     * @param base where all requests go
     * @return empty if the link leads elsewhere, or cannot be understood
     */
    static Optional<ApiRequest> follow(Link link, ApiRequest first, URI base) {
        try {
            URI uri = URI.create(Objects.requireNonNullElse(link.uri(), ""));
            boolean elsewhere = (uri.isAbsolute() || uri.getRawAuthority() != null) && !sameOrigin(uri, base);
            if (elsewhere || !versioned(path(uri, base)).equalsIgnoreCase(first.path())) {
                return Optional.empty();
            }
            ApiRequest next = first.query(turned(first.query(), uri.getRawQuery()));
            for (LinkHeader header : Objects.requireNonNullElse(link.headers(), List.<LinkHeader>of())) {
                next = CONTINUATION.equalsIgnoreCase(header.key()) ? next.header(CONTINUATION, header.value()) : next;
            }
            return Optional.of(next);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameOrigin(URI uri, URI base) {
        return base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && port(base) == port(uri)
                && uri.getRawUserInfo() == null;
    }

    private static int port(URI uri) {
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    /** Without what a proxy puts in front. */
    private static String path(URI uri, URI base) {
        String prefix = Objects.requireNonNullElse(base.getRawPath(), "");
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        return uri.isAbsolute() && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    /** The rule of Microsoft's own .NET library: the version is put in front where it is missing. */
    private static String versioned(String path) {
        return path.startsWith(VERSION + "/") ? path : VERSION + "/" + path.replaceFirst("^/+", "");
    }

    private static Query turned(Query first, String raw) {
        Query query = first;
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && PAGING.contains(decoded(parts[0]))) {
                query = query.with(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
