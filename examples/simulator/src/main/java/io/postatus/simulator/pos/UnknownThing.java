/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

/** Something is asked for that does not exist; how that is said is a matter of {@link NotFound}. */
final class UnknownThing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnknownThing(String message) {
        super(message, null, false, false);
    }

    static UnknownThing order() {
        return new UnknownThing("Purchase order not found.");
    }

    static UnknownThing payment() {
        return new UnknownThing("Payment not found.");
    }
}
