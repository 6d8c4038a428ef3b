/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Answer;

/** How the service says that it has no such order, which is not documented (apis/ticketutils-pos.md 8). */
public enum NotFound {
    /** 404 with a message. */
    STATUS_404 {
        @Override
        Answer answer(String message) {
            return new Refusal(404, message).answer();
        }
    },
    /** 400 with {@code Result not found}, as version 2 said it. */
    STATUS_400 {
        @Override
        Answer answer(String message) {
            return new Refusal(400, Refusal.NOTHING_FOUND).answer();
        }
    },
    /** 200 with a list of errors, as version 1 said errors. */
    OK_WITH_ERRORS {
        @Override
        Answer answer(String message) {
            return Failures.underOk(Refusal.NOTHING_FOUND);
        }
    };

    abstract Answer answer(String message);
}
