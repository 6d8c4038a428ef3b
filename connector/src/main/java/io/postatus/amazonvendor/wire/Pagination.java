/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireRecord;

/**
 * How to get the next page.
 *
 * @param nextToken absent on the last page
 */
@WireRecord
public record Pagination(String nextToken) {

    /** Without the token, by which orders are read. */
    @Override
    public String toString() {
        return "Pagination[" + (nextToken == null ? "last" : "***") + "]";
    }
}
