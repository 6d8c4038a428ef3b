/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

/** Whether the ends of a searched range belong to it, which Amazon does not say. */
public enum Bounds {
    /** Neither end belongs to the range: the literal reading of "after" and "before", and the harder case. */
    EXCLUSIVE,
    /** Both ends belong to the range. */
    INCLUSIVE
}
