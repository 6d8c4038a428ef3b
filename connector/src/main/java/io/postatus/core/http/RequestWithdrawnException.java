/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/** A request was not sent because its sender lost the right to, or was asked to stop. */
public class RequestWithdrawnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RequestWithdrawnException(String reason) {
        super(reason);
    }
}
