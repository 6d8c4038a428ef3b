/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/** The service does not accept our credentials, or not for this: a person must act. */
public final class AuthenticationException extends ApiException {
    private static final long serialVersionUID = 1L;

    public AuthenticationException(String account, String operation, int status, String requestId, String message) {
        this(account, operation, status, requestId, message, null);
    }

    public AuthenticationException(
            String account, String operation, int status, String requestId, String message, Throwable cause) {
        super(account, operation, status, requestId, message, cause);
    }
}
