/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.IOException;
import java.time.Duration;

/** Turns what went wrong into the error that says what happened, what happens next and what a person can do. */
record Failures(ExchangeParts parts, ApiRequest request, Redaction redaction, int attempt) {

    ApiException of(ApiResponse response, Duration wait) {
        int status = response.status();
        if (parts.accessDenied().test(response)) {
            return new AuthenticationException(
                    parts.account(), request.operation(), status, requestId(response), denied(response));
        }
        if (parts.notFound().test(response)) {
            return new NotFoundException(
                    parts.account(), request.operation(), status, requestId(response), unknown(response));
        }
        if (status == 429) {
            return new RateLimitedException(
                    parts.account(), request.operation(), status, requestId(response), tooMany(response, wait), wait);
        }
        if (status >= 500) {
            return new TransientApiException(
                    parts.account(), request.operation(), status, requestId(response), failed(response));
        }
        return new RequestRejectedException(
                parts.account(), request.operation(), status, requestId(response), rejected(response));
    }

    /** There was an answer, but not one to be read. */
    ApiException unreadable(UnreadableBodyException e) {
        String message = message(e.getMessage(), "Nothing of it was used. Ask for less at a time");
        return new MalformedResponseException(parts.account(), request.operation(), 0, null, message, e);
    }

    ApiException unanswered(IOException e) {
        String message = message(
                e.getMessage(),
                "It can be tried again later. If it lasts, check network, proxy, certificates and the service's URL");
        return new TransientApiException(parts.account(), request.operation(), 0, null, message, e);
    }

    private String denied(ApiResponse response) {
        return message(
                "the service denied access" + said(response),
                "The request was not repeated. Check the account's credentials and what they are allowed to do");
    }

    private String unknown(ApiResponse response) {
        return message(
                "the service does not know it" + said(response),
                "The request was not repeated. Check the number, and that it belongs to this account");
    }

    private String tooMany(ApiResponse response, Duration wait) {
        return message(
                "the service refused for too many requests" + said(response),
                "All such requests of the account pause for " + wait + ", then go on slower."
                        + " If it lasts, find out who else uses the account, or lower its rate");
    }

    private String failed(ApiResponse response) {
        return message(
                "the service failed" + said(response), "It can be tried again later. If it lasts, ask the service");
    }

    private String rejected(ApiResponse response) {
        return response.status() < 400
                ? message(
                        "the service sent us elsewhere, and redirects are never followed" + said(response),
                        "Check the service's URL")
                : message(
                        "the service rejected the request" + said(response),
                        "The same request would be rejected again. Check its values");
    }

    private String message(String happened, String next) {
        String times = attempt == 1 ? "" : ", " + attempt + " times";
        String subject = request.subject().isEmpty() ? "" : " " + request.subject();
        return "Account '" + parts.account() + "', " + request.operation() + subject + ": " + happened + times + ". "
                + next + ".";
    }

    /** Status, the service's own words and its name of the request, for its support. */
    private String said(ApiResponse response) {
        String words = redaction.apply(words(response));
        String id = requestId(response);
        return " (" + response.status() + (words.isEmpty() ? "" : " " + words) + (id == null ? "" : ", request " + id)
                + ")";
    }

    private String words(ApiResponse response) {
        try {
            String words = parts.errorText().apply(response);
            return words == null ? "" : words;
        } catch (RuntimeException e) {
            return "";
        }
    }

    private String requestId(ApiResponse response) {
        String id = parts.requestId(response);
        return id == null ? null : redaction.apply(id);
    }
}
