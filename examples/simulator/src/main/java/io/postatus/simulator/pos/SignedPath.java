/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

/** Which reading of path and query is signed: the vendor's own samples differ (apis/ticketutils-pos.md 2). */
public enum SignedPath {
    /** Percent-decoded, as in the C# sample. */
    DECODED {
        @Override
        String of(String target) {
            return Signature.decoded(target);
        }
    },
    /** As sent, as in the PHP sample. */
    AS_SENT {
        @Override
        String of(String target) {
            return target;
        }
    };

    abstract String of(String target);
}
