/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.time.Instant;
import java.util.List;

/**
 * One answer of the service.
 *
 * @param orders orders that are shown in full
 * @param mentions orders that are only spoken of
 * @param customers customers that are named, for a {@link Slice.CustomerList}
 * @param unreadable entries that nothing can be made of
 * @param next how to get the next page; null on the last. An empty page may have a next one
 * @param serviceTime the service's clock when it answered, null if it does not say
 */
public record Page(
        List<Observed> orders,
        List<Mention> mentions,
        List<String> customers,
        List<Unreadable> unreadable,
        PageToken next,
        Instant serviceTime) {

    public Page {
        orders = List.copyOf(orders);
        mentions = List.copyOf(mentions);
        customers = List.copyOf(customers);
        unreadable = List.copyOf(unreadable);
    }

    /** A page of orders in full. */
    public Page(List<Observed> orders, List<Unreadable> unreadable, PageToken next, Instant serviceTime) {
        this(orders, List.of(), List.of(), unreadable, next, serviceTime);
    }

    /** A page that only speaks of orders. */
    public static Page ofMentions(
            List<? extends Mention> mentions, List<Unreadable> unreadable, PageToken next, Instant serviceTime) {
        return new Page(List.of(), List.copyOf(mentions), List.of(), unreadable, next, serviceTime);
    }

    /** A page of customers. */
    public static Page ofCustomers(List<String> customers, PageToken next, Instant serviceTime) {
        return new Page(List.of(), List.of(), customers, List.of(), next, serviceTime);
    }
}
