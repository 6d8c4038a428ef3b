/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.IOException;

/** No connection, so the service has not seen the request. */
final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSentException(Throwable cause) {
        super("no connection, " + cause.getClass().getSimpleName(), cause);
    }
}
