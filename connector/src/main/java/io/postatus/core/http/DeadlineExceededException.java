/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.IOException;
import java.time.Duration;

/** No complete answer in time. Whether the service has acted on the request is unknown. */
final class DeadlineExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    DeadlineExceededException(Duration deadline, Throwable cause) {
        super("no complete answer within " + deadline, cause);
    }
}
