/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/** The answer cannot be read, or is larger than we read. */
public final class MalformedResponseException extends ApiException {
    private static final long serialVersionUID = 1L;

    public MalformedResponseException(String account, String operation, int status, String requestId, String message) {
        this(account, operation, status, requestId, message, null);
    }

    public MalformedResponseException(
            String account, String operation, int status, String requestId, String message, Throwable cause) {
        super(account, operation, status, requestId, message, cause);
    }
}
