/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

/** One operation of a simulated service, so that faults and counters can be bound to it. */
public interface Operation {
    /** The name that the service's own documentation uses. */
    String id();

    /** Whether faults strike this operation only when they name it, as with a token endpoint on a host of its own. */
    default boolean apart() {
        return false;
    }
}
