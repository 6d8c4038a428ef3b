/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.state.PollState;

/** A stream in the hands of one consumer or producer of this context, with its store, until it is closed. */
record StreamUse(PollState store, Runnable giveBack) implements AutoCloseable {

    @Override
    public void close() {
        giveBack.run();
    }
}
