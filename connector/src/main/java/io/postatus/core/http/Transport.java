/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.IOException;

/** Sends one request and returns its complete answer, whatever its status. Blocks, but not without end. */
@FunctionalInterface
public interface Transport {

    /** @throws IOException if there is no complete answer */
    ApiResponse exchange(WireRequest request) throws IOException;
}
