/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * A request that was answered, without its secrets.
 *
 * @param operation the operation, or the path where none is known
 * @param account the account, or {@code null} when the request did not prove one
 * @param status the status answered, 0 for a connection that was dropped
 */
public record RecordedRequest(
        Instant instant,
        String operation,
        String account,
        Map<String, String> query,
        Map<String, String> headers,
        int status) {}
