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

    /** @param what is wrong with the answer, what becomes of it and what a person can do */
    public static MalformedResponseException in(Answer<?> answer, String account, String operation, String what) {
        return new MalformedResponseException(
                account,
                operation,
                answer.response().status(),
                answer.requestId(),
                "Account '" + account + "', " + operation + ": " + what);
    }
}
