/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WireRecord;

/** A header that goes with a link; the continuation token is one. */
@WireRecord
public record LinkHeader(String key, String value) {

    /** Without the value, which may be a token. */
    @Override
    public String toString() {
        return "LinkHeader[" + key + "]";
    }
}
