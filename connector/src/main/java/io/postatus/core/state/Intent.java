/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;

/**
 * A change about to be told, written before its exchange is created.
 *
 * @param sequence the order's counter for this change
 * @param fingerprint the {@linkplain Knowledge#id() id}, in hexadecimal, of what is told
 * @param tries how many of its exchanges have failed
 * @param firstFailed when the first of them did, null if none has
 * @param confirmedThen how many changes the stream had confirmed at that time: whether others succeed since
 */
public record Intent(long sequence, String fingerprint, int tries, Instant firstFailed, long confirmedThen) {

    public static Intent of(long sequence, String fingerprint) {
        return new Intent(sequence, fingerprint, 0, null, 0);
    }

    public Intent failed(Instant now, long confirmed) {
        return firstFailed == null
                ? new Intent(sequence, fingerprint, 1, now, confirmed)
                : new Intent(sequence, fingerprint, tries + 1, firstFailed, confirmedThen);
    }
}
