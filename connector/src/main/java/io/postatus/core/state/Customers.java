/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The customers of an account whose orders can only be looked at customer by customer, and how long ago that was.
 *
 * @param listed when the last complete reading of who they are began, by the service's time; null if there was none
 * @param looks when the last complete look at the orders of each began; {@link #NEVER} if there was none
 */
public record Customers(Instant listed, SortedMap<String, Instant> looks) {
    public static final Instant NEVER = Instant.EPOCH;
    public static final Customers NONE = new Customers(null, Collections.emptySortedMap());

    public Customers {
        looks = Collections.unmodifiableSortedMap(new TreeMap<>(looks));
    }

    /** When the last look at a customer began; {@link #NEVER} if there was none. */
    public Instant look(String customer) {
        return looks.getOrDefault(customer, NEVER);
    }
}
