/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.http.ApiResponse;
import java.nio.charset.StandardCharsets;

/**
 * An answer, taken apart and as it came.
 *
 * @param body the answer as a wire record
 * @param response status, headers and raw body
 */
public record AmazonVendorAnswer<T>(T body, ApiResponse response) {

    static final String REQUEST_ID = "x-amzn-RequestId";

    /** The service's own JSON. */
    public String json() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Amazon's name of the request, for its support; null if it gave none. */
    public String requestId() {
        return response.header(REQUEST_ID).orElse(null);
    }
}
