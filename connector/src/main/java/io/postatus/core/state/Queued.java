/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;

/**
 * An order that somebody asked the holder of its stream to read by its id.
 *
 * @param since a reading that began later does
 * @param replay the run that has it told even if nothing changed; null if it is only to be read
 */
public record Queued(String orderId, Instant since, String replay) {}
