/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.http.Answer;
import io.postatus.core.wire.Paged;
import org.apache.camel.Message;

/**
 * The headers that a producer's answer comes with. The request's token and the answer's are different headers, so that an
 * answer handed on asks for no page by itself.
 *
 * @param statusCode for the HTTP status
 * @param requestId for the service's name of the request; null if the service names none
 * @param nextToken for how to get the next page; removed on the last page
 * @param hasMore for whether more pages follow
 */
public record AnswerHeaders(String statusCode, String requestId, String nextToken, String hasMore) {

    void fill(Message message, Answer<?> answer) {
        message.setHeader(statusCode, answer.response().status());
        if (requestId != null) {
            message.setHeader(requestId, answer.requestId());
        }
        // Only of lists: asking for one order inside a loop over pages must not end the loop.
        if (answer.body() instanceof Paged page) {
            fill(message, page.nextToken());
        }
    }

    private void fill(Message message, String next) {
        boolean more = next != null && !next.isBlank();
        message.setHeader(hasMore, more);
        if (more) {
            message.setHeader(nextToken, next);
        } else {
            message.removeHeader(nextToken);
        }
    }
}
