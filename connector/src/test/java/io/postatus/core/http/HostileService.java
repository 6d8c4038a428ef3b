/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.canary.Canary;
import io.postatus.core.time.VirtualTimeline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * A service that gives any token, and answers everything else with the same bytes. Whatever these are, who reads them
 * gets something of use or an {@link ApiException} whose message is fit for a log.
 */
public final class HostileService implements Transport {

    /** Every secret of the account, so that bytes which hold it are an echo. */
    public static final String CANARY = Canary.of("5ec2e7-0f-a11");

    private static final byte[] TOKEN =
            ("{\"access_token\":\"" + CANARY + "\",\"expires_in\":3600}").getBytes(StandardCharsets.UTF_8);

    /** Foreign words are cut at 300 characters; what we say ourselves is shorter than the rest. */
    private static final int LONGEST_MESSAGE = 1500;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    public HostileService(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    @Override
    public ApiResponse exchange(WireRequest request) {
        return request.target().getPath().endsWith("/token")
                ? ApiResponse.of(200, Map.of(), TOKEN)
                : ApiResponse.of(status, headers, body);
    }

    /** @return what it came to; null if that is a proper failure */
    public static <T> T outcome(CompletionStage<T> stage, VirtualTimeline time) {
        time.runUntilIdle();
        assertThat(stage.toCompletableFuture()).isDone();
        return stage.handle((value, failure) -> {
                    if (failure != null) {
                        proper(ApiException.cause(failure));
                    }
                    return value;
                })
                .toCompletableFuture()
                .join();
    }

    private static void proper(Throwable failure) {
        if (!(failure instanceof ApiException)) {
            throw new AssertionError("no failure that callers know", failure);
        }
        assertThat(failure.getMessage())
                .hasSizeLessThan(LONGEST_MESSAGE)
                .matches(text -> text.chars().noneMatch(Character::isISOControl), "is one line");
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).doesNotContain(CANARY);
    }
}
