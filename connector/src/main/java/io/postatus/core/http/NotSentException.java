/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.IOException;

/** No connection, so the service has not seen the request. */
final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param host with its port, for the message */
    NotSentException(String host, Throwable cause) {
        super("no connection to " + host + ", " + cause.getClass().getSimpleName(), cause);
    }
}
