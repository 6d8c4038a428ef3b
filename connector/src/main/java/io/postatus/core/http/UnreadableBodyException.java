/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.IOException;

/** A body that we refuse to read on: too large, or encoded in a way we did not ask for. A retry would not help. */
final class UnreadableBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String message) {
        super(message);
    }
}
