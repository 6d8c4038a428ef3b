/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.util.concurrent.CompletionException;

/**
 * A call that did not succeed. The subclasses say what the caller does next. Messages name the account and the
 * operation, what happened, what happens next and what a person can do; never a token, a secret or a query.
 */
public abstract sealed class ApiException extends RuntimeException
        permits AuthenticationException,
                RateLimitedException,
                TransientApiException,
                RequestRejectedException,
                NotFoundException,
                MalformedResponseException {
    private static final long serialVersionUID = 1L;

    private final String account;
    private final String operation;
    private final int status;
    private final String requestId;

    ApiException(String account, String operation, int status, String requestId, String message, Throwable cause) {
        super(message, cause);
        this.account = account;
        this.operation = operation;
        this.status = status;
        this.requestId = requestId;
    }

    public String account() {
        return account;
    }

    public String operation() {
        return operation;
    }

    /** The HTTP status, 0 if there was no complete answer. */
    public int status() {
        return status;
    }

    /** The service's name of this request, for its support; null if it gave none. */
    public String requestId() {
        return requestId;
    }

    /** What a stage failed with, whether it is asked itself or one that was made of it. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
