/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A rule that a simulated life does without. Most have a switch in the loop, the others are left out by what surrounds it:
 * the store, the sweep, the service's side of the budget.
 */
enum SwitchedOff {
    NOTHING(null),
    /** The store gives everybody the lease. */
    R1(null),
    R2(Rule.SEQUENCE),
    R3(Rule.INTENT_BEFORE_EMISSION),
    R4(Rule.NO_STALE_OBSERVATION),
    R5(Rule.SETTLED_NOT_JUST_READ),
    R6(Rule.READ_TO_NOW_CREDIT_TO_HORIZON),
    R7(Rule.CONFIRMED_MEANS_COMPLETED),
    R8(Rule.FAILURE_STAYS_LOCAL),
    R9(Rule.PARK_POISON_NOT_OUTAGES),
    /** Nobody looks at the lease's deadline. */
    R10(Rule.FENCING),
    /** The store does not look at the epoch. */
    R10_IN_THE_STORE(null),
    R11(Rule.ABSENCE_IS_NOT_CHANGE),
    /** Pruning forgets finished orders altogether. */
    R12(null),
    R13(Rule.GAPS_END),
    /** The sweep asks for open orders only, and not for those that did not appear. */
    R14(null),
    /** Every process starts for the first time. */
    R15(null),
    /** The sweep has a budget of its own. */
    R16(null);

    private final Rule rule;

    SwitchedOff(Rule rule) {
        this.rule = rule;
    }

    /** By which the loop plays. */
    Set<Rule> rules() {
        return rule == null ? Rule.ALL : Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(rule)));
    }
}
