/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.time.Instant;

/**
 * Drift that was seen, once or often.
 *
 * @param what the field's path, or the field and its word
 * @param orders how often an order was read that has it
 * @param first when that was first
 * @param sample the first of the orders, by its id
 */
public record Sighting(DriftKind kind, String what, long orders, Instant first, String sample) {

    Sighting again() {
        return new Sighting(kind, what, orders + 1, first, sample);
    }

    @Override
    public String toString() {
        return kind + " " + what + ": read " + orders + " times since " + first + ", first in order " + sample;
    }
}
