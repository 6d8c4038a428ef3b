/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;

/**
 * A change about to be told, written before its exchange is created.
 *
 * @param sequence the order's counter for this change
 * @param fingerprint the {@linkplain Knowledge#id() id} of what is told
 * @param received when the answer that shows it was received: nothing asked for before that may be told after it
 * @param tries how many of its exchanges have failed
 * @param firstFailed when the first of them did, null if none has
 * @param confirmedThen how many changes the stream had confirmed at that time: whether others succeed since
 * @param parked whether it was given up on: it is not told again until the order changes, or somebody asks for it
 * @param replay the run of the replay that has it told again unchanged; null if it is news
 */
public record Intent(
        long sequence,
        String fingerprint,
        Mark received,
        int tries,
        Instant firstFailed,
        long confirmedThen,
        boolean parked,
        String replay) {

    public static Intent of(long sequence, String fingerprint, Mark received) {
        return new Intent(sequence, fingerprint, received, 0, null, 0, false, null);
    }

    /** The same told again, as part of a run. */
    public Intent replayedBy(String run) {
        return new Intent(sequence, fingerprint, received, tries, firstFailed, confirmedThen, parked, run);
    }

    /** The same change, seen again later. */
    public Intent seenAgain(Mark again) {
        return new Intent(sequence, fingerprint, again, tries, firstFailed, confirmedThen, parked, replay);
    }

    public Intent failed(Instant now, long confirmed) {
        return firstFailed == null
                ? new Intent(sequence, fingerprint, received, 1, now, confirmed, parked, replay)
                : new Intent(sequence, fingerprint, received, tries + 1, firstFailed, confirmedThen, parked, replay);
    }

    public Intent givenUp() {
        return new Intent(sequence, fingerprint, received, tries, firstFailed, confirmedThen, true, replay);
    }

    /** What was given up on is tried again, as if it never had been. */
    public Intent takenUpAgain() {
        return of(sequence, fingerprint, received).replayedBy(replay);
    }
}
