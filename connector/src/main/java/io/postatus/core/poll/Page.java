/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.time.Instant;
import java.util.List;

/**
 * One answer of the service.
 *
 * @param next how to get the next page; null on the last. An empty page may have a next one
 * @param serviceTime the service's clock when it answered, null if it does not say
 */
public record Page(List<Observed> orders, List<Unreadable> unreadable, PageToken next, Instant serviceTime) {

    public Page {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }
}
