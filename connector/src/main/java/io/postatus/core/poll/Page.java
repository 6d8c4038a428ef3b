/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import com.fasterxml.jackson.databind.node.TextNode;
import io.postatus.core.state.StoredName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One answer of the service. What bears a name that no store can hold is unreadable: one such entry must not stop the
 * stream.
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
        List<Unreadable> strange = new ArrayList<>(unreadable);
        orders = storable(orders, Page::name, Page::document, strange);
        mentions = storable(mentions, Mention::orderId, Page::document, strange);
        customers = storable(customers, customer -> customer, Page::quoted, strange);
        unreadable = List.copyOf(strange);
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

    private static <T> List<T> storable(
            List<T> entries, Function<T, String> name, Function<T, String> document, List<Unreadable> strange) {
        List<T> storable = new ArrayList<>();
        for (T entry : entries) {
            if (StoredName.fits(name.apply(entry))) {
                storable.add(entry);
            } else {
                strange.add(new Unreadable(document.apply(entry), "its id is none that can be kept"));
            }
        }
        return List.copyOf(storable);
    }

    private static String name(Observed order) {
        return order.status().id();
    }

    private static String document(Observed order) {
        return order.status().document();
    }

    private static String document(Mention mention) {
        return mention instanceof Mention.Row list ? document(list.row()) : quoted(mention.orderId());
    }

    private static String quoted(String id) {
        return TextNode.valueOf(id).toString();
    }
}
