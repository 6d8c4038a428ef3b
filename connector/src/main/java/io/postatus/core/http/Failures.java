/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.auth.Credentials;
import java.io.IOException;
import java.time.Duration;

/** Turns what went wrong into the error that says what happened, what happens next and what a person can do. */
record Failures(ExchangeParts parts, ApiRequest request, Credentials credentials, int attempt) {

    ApiException of(ApiResponse response, Duration wait) {
        int status = response.status();
        String said = said(response);
        String id = parts.requestId(response);
        if (parts.accessDenied().test(response)) {
            return new AuthenticationException(
                    parts.account(),
                    request.operation(),
                    status,
                    id,
                    message(
                            "the service denied access",
                            said,
                            "The request was not repeated. Check the account's credentials and what they are allowed to do"));
        }
        if (status == 404) {
            return new NotFoundException(
                    parts.account(),
                    request.operation(),
                    status,
                    id,
                    message(
                            "the service does not know it",
                            said,
                            "The request was not repeated. Check the number, and that it belongs to this account"));
        }
        if (status == 429) {
            return new RateLimitedException(
                    parts.account(),
                    request.operation(),
                    status,
                    id,
                    message(
                            "the service refused for too many requests",
                            said,
                            "All requests of this kind pause for " + wait
                                    + " and go on slower. If it lasts, find out who else uses the account, or lower its rate"),
                    wait);
        }
        if (status >= 500) {
            return new TransientApiException(
                    parts.account(),
                    request.operation(),
                    status,
                    id,
                    message("the service failed", said, "It can be tried again later. If it lasts, ask the service"));
        }
        if (status < 400) {
            return new RequestRejectedException(
                    parts.account(),
                    request.operation(),
                    status,
                    id,
                    message(
                            "the service sent us elsewhere, and redirects are never followed",
                            said,
                            "Check the URL of the service"));
        }
        return new RequestRejectedException(
                parts.account(),
                request.operation(),
                status,
                id,
                message(
                        "the service rejected the request",
                        said,
                        "The same request would be rejected again. Check its values"));
    }

    ApiException unreadable(UnreadableBodyException e) {
        return new MalformedResponseException(
                parts.account(),
                request.operation(),
                0,
                null,
                message(e.getMessage(), "", "Nothing of it was used. Ask for less at a time"),
                e);
    }

    ApiException unanswered(IOException e) {
        String what = e instanceof DeadlineExceededException
                ? e.getMessage()
                : "no answer, " + e.getClass().getSimpleName();
        return new TransientApiException(
                parts.account(),
                request.operation(),
                0,
                null,
                message(
                        what,
                        "",
                        "It can be tried again later. If it lasts, check network, proxy and the service's URL"),
                e);
    }

    private String said(ApiResponse response) {
        return response.status() + " " + text(response);
    }

    private String text(ApiResponse response) {
        try {
            String text = parts.errorText().apply(response);
            return text == null ? "" : text;
        } catch (RuntimeException e) {
            return "";
        }
    }

    private String message(String happened, String said, String todo) {
        return "Account '" + parts.account() + "', " + request.operation() + ": " + happened
                + (said.isBlank() ? "" : " (" + said.trim() + ")")
                + (attempt == 1 ? "" : ", " + attempt + " times") + ". " + todo + ".";
    }
}
