/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

/** What the services of one simulator share. */
public record Ground(World world, TruthLog truth, Faults faults) {}
