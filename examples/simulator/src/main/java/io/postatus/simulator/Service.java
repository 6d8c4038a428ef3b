/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

/** One simulated service beside others on the same server. */
public interface Service {
    /** Whether the path belongs to this service. */
    boolean serves(String path);

    /** Answers a request. Called by many threads at once. */
    Answer answer(Call call);
}
