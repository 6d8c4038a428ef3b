/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/** The service knows nothing under this number. */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String account, String operation, int status, String requestId, String message) {
        this(account, operation, status, requestId, message, null);
    }

    public NotFoundException(
            String account, String operation, int status, String requestId, String message, Throwable cause) {
        super(account, operation, status, requestId, message, cause);
    }
}
