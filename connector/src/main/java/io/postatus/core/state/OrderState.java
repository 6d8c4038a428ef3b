/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;
import java.util.Objects;

/**
 * All that a stream holds of one order.
 *
 * @param id by which the service is asked for the order
 * @param sequence the order's counter; it never falls
 * @param lastKnown what was last confirmed, null before the first confirmation
 * @param intent what is about to be told, null if nothing is
 * @param open whether the order may be expected to move on
 * @param created when the order was placed, null if the service does not say
 * @param nextCheck when the order is to be read by number, null if not
 * @param missingSince since when reading it by number finds nothing, null if it was found
 */
public record OrderState(
        String id,
        long sequence,
        LastKnown lastKnown,
        Intent intent,
        boolean open,
        Instant created,
        Instant nextCheck,
        Instant missingSince) {

    /** An order that nobody has heard of. */
    public static OrderState unknown(String id) {
        return new OrderState(id, 0, null, null, true, null, null, null);
    }

    /** With a change about to be told. */
    public OrderState intending(Intent next, Instant orderCreated) {
        return new OrderState(
                id,
                next.sequence(),
                lastKnown,
                next,
                open,
                orderCreated == null ? created : orderCreated,
                nextCheck,
                missingSince);
    }

    /** With the change told and confirmed, or taken in silently. */
    public OrderState confirmed(LastKnown now, Instant orderCreated) {
        return new OrderState(
                id,
                sequence,
                now,
                null,
                now.knowledge().summary().status().isOpen(),
                orderCreated == null ? created : orderCreated,
                null,
                null);
    }

    /** With the exchange failed: the intent stays open. */
    public OrderState failed(Intent tried) {
        return new OrderState(id, sequence, lastKnown, tried, open, created, nextCheck, missingSince);
    }

    /** With the change given up on: it waits among the parked, and the stream goes on without it. */
    public OrderState parked() {
        return new OrderState(id, sequence, lastKnown, intent.givenUp(), open, created, null, missingSince);
    }

    /** Whether nothing is the matter with the order but that it is open, and its turn to be looked at comes. */
    public boolean isWatched() {
        return nextCheck != null && open && intent == null && missingSince == null && lastKnown != null;
    }

    /** To be read by number at the given time. */
    public OrderState checkAt(Instant time) {
        return new OrderState(id, sequence, lastKnown, intent, open, created, time, missingSince);
    }

    /** Here, and so no longer missing, nor to be looked at. */
    public OrderState found() {
        return new OrderState(id, sequence, lastKnown, intent, open, created, null, null);
    }

    /** Not found by number. */
    public OrderState missing(Instant since, Instant checkAgain, boolean gone) {
        return new OrderState(id, sequence, lastKnown, gone ? null : intent, open && !gone, created, checkAgain, since);
    }

    /** Whether all that is known of the order was told. */
    boolean isConfirmed() {
        return intent == null && lastKnown != null;
    }

    /** Whether this is a confirmation that the earlier state had not seen: it supersedes what was parked. */
    boolean confirmsAfter(OrderState earlier) {
        return isConfirmed()
                && (earlier.lastKnown == null || !earlier.lastKnown.received().equals(lastKnown.received()));
    }

    /** Whether nothing moved but a check or a count of tries. */
    boolean standsLike(OrderState earlier) {
        return sequence == earlier.sequence && open == earlier.open && Objects.equals(known(), earlier.known());
    }

    private String known() {
        return lastKnown == null ? null : lastKnown.fingerprint();
    }

    /** Whether a change waits to be told or confirmed. */
    public boolean hasOpenIntent() {
        return intent != null && !intent.parked();
    }

    /** Whether nothing is expected of the order any more, and nothing of it is under way or parked. */
    boolean isFinished() {
        return !open && intent == null && nextCheck == null;
    }

    /** As if it had never been heard of, but for its counter. */
    OrderState forgotten() {
        return new OrderState(id, sequence, null, null, false, null, null, null);
    }

    /** Without what was known of it beyond its fingerprint. */
    OrderState pruned() {
        LastKnown bare = lastKnown == null
                ? null
                : new LastKnown(lastKnown.fingerprint(), null, lastKnown.lastUpdated(), lastKnown.received());
        return new OrderState(id, sequence, bare, intent, open, created, nextCheck, missingSince);
    }
}
