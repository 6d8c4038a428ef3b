/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rules that make the promise true, as names that the code can be searched for. Production always plays by all of
 * them; a simulation that leaves one out turns red, which is the evidence that the rule is needed and is tested. The
 * rules not named here are kept by what surrounds the loop, and the simulation leaves them out there: R1 and R12 by the
 * store, R14 by the sweep, R15 and R16 by what outlives a poll.
 */
enum Rule {
    /** R2: every order has a counter, raised with each new intent, and events bear ids made from it. */
    SEQUENCE,
    /** R3: an intent is written before its exchange; while it is open the order is told again at its next reading. */
    INTENT_BEFORE_EMISSION,
    /** R4: an answer counts against what is known only if it was asked for after that was received. */
    NO_STALE_OBSERVATION,
    /** R5: what is covered is read again until a reading began a lookback after it. */
    SETTLED_NOT_JUST_READ,
    /** R6: read up to now, credit to the horizon, and ask one unit of time more at both ends. */
    READ_TO_NOW_CREDIT_TO_HORIZON,
    /** R7: confirmed is what the route completed, not what it was handed. */
    CONFIRMED_MEANS_COMPLETED,
    /** R8: a failure leaves its item unconfirmed and its slice open. */
    FAILURE_STAYS_LOCAL,
    /** R9: a change is given up on only after tries over time while others succeed. */
    PARK_POISON_NOT_OUTAGES,
    /** R10: the lease's deadline is checked before every request, emission and write. */
    FENCING,
    /** R11: what an answer leaves out keeps its known value. */
    ABSENCE_IS_NOT_CHANGE,
    /** R13: what the service cannot show any more is closed as lost. */
    GAPS_END;

    static final Set<Rule> ALL = Collections.unmodifiableSet(EnumSet.allOf(Rule.class));
}
