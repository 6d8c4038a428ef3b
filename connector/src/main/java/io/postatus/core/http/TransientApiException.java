/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/** The service failed or could not be reached: worth another try later. */
public final class TransientApiException extends ApiException {
    private static final long serialVersionUID = 1L;

    public TransientApiException(String account, String operation, int status, String requestId, String message) {
        this(account, operation, status, requestId, message, null);
    }

    public TransientApiException(
            String account, String operation, int status, String requestId, String message, Throwable cause) {
        super(account, operation, status, requestId, message, cause);
    }
}
