/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

/** The store could not be reached or used. The next call tries again, on a new connection where that helps. */
public class StateStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StateStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StateStoreException(String message) {
        super(message);
    }
}
