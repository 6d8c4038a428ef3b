/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

/**
 * One mishap and what came of it.
 *
 * @param when after how many requests and for how long
 * @param lines how many lines the events file had at its end
 * @param unconfirmed changes of which the store did not know then whether they were told; null if no such change can have
 *     come of it
 * @param repeats events that came again, with the same id, before the next blow that left some unconfirmed
 */
record Blow(Mishap mishap, String when, int lines, Long unconfirmed, int repeats) {

    static Blow harmless(Mishap mishap, String when) {
        return new Blow(mishap, when, 0, null, 0);
    }

    boolean mayCauseRepeats() {
        return unconfirmed != null;
    }

    boolean isBounded() {
        return !mayCauseRepeats() || repeats <= unconfirmed;
    }

    Blow withRepeats(Told told, int until) {
        long count = told.repeats().stream()
                .filter(event -> event.line() > lines && event.line() <= until)
                .count();
        return new Blow(mishap, when, lines, unconfirmed, (int) count);
    }
}
