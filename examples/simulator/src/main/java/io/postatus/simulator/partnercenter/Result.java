/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an operation found.
 *
 * @param file a file that is the whole answer, or {@code null}
 */
record Result(int status, ObjectNode body, Attachment file) {
    static Result of(ObjectNode body) {
        return new Result(200, body, null);
    }

    static Result of(Attachment file) {
        return new Result(200, null, file);
    }

    static Result created(ObjectNode body) {
        return new Result(201, body, null);
    }
}
