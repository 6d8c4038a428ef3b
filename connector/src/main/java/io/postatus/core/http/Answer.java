/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.nio.charset.StandardCharsets;

/**
 * An answer, taken apart and as it came.
 *
 * @param body the answer as a wire record
 * @param response status, headers and raw body
 * @param requestId the service's name of the request, for its support; null if it gave none
 */
public record Answer<T>(T body, ApiResponse response, String requestId) {

    /** The service's own JSON. */
    public String json() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
