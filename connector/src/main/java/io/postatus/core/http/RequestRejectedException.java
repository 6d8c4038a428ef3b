/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/** The service understood and refused: the same request would be refused again. */
public final class RequestRejectedException extends ApiException {
    private static final long serialVersionUID = 1L;

    public RequestRejectedException(String account, String operation, int status, String requestId, String message) {
        this(account, operation, status, requestId, message, null);
    }

    public RequestRejectedException(
            String account, String operation, int status, String requestId, String message, Throwable cause) {
        super(account, operation, status, requestId, message, cause);
    }
}
