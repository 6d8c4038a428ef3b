/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

/** The process died here. */
final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    SimulatedCrash() {
        super("crash", null, false, false);
    }
}
