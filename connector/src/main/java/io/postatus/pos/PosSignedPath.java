/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Which reading of path and query is signed: the vendor's own samples differ, apis/ticketutils-pos.md 2. */
public enum PosSignedPath {
    /** Percent-decoded, as in the C# sample. */
    DECODED("decoded") {
        @Override
        String of(String pathAndQuery) {
            // URLDecoder reads forms, where a plus sign is a space; in the C# sample it is a plus sign.
            return URLDecoder.decode(pathAndQuery.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    },
    /** As it goes over the wire, as in the PHP sample. */
    AS_SENT("as-sent") {
        @Override
        String of(String pathAndQuery) {
            return pathAndQuery;
        }
    };

    private final String word;

    PosSignedPath(String word) {
        this.word = word;
    }

    /** What is signed of a path and query as they go over the wire. */
    abstract String of(String pathAndQuery);

    /** As in options. */
    @Override
    public String toString() {
        return word;
    }
}
