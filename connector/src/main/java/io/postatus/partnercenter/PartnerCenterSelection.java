/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.state.Customers;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which orders a stream reads: those of some customers, and single ones; without either those of all customers.
 *
 * @param customers ids of customers
 * @param orders read at every poll, whatever their status
 */
record PartnerCenterSelection(Set<String> customers, List<PartnerCenterOrderId> orders) {

    /**
     * @param customers ids with commas between, or null
     * @param orders the same, each with its customer in front
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static PartnerCenterSelection parse(String customers, String orders) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String customer : split(customers)) {
            if (customer.contains("/")) {
                throw new IllegalArgumentException(
                        "customers has '" + customer + "', allowed are ids of customers, with commas between");
            }
            wanted.add(PartnerCenterOrderId.canonical(customer));
        }
        try {
            List<PartnerCenterOrderId> single =
                    split(orders).stream().map(PartnerCenterOrderId::parse).toList();
            return new PartnerCenterSelection(wanted, single);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("orders: " + e.getMessage(), e);
        }
    }

    private static List<String> split(String text) {
        return text == null
                ? List.of()
                : List.of(text.split(",")).stream()
                        .map(String::trim)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    boolean isOfAllCustomers() {
        return customers.isEmpty() && orders.isEmpty();
    }

    /** Whether orders of customers are wanted that nobody has named. */
    boolean hasCustomers() {
        return !customers.isEmpty() || isOfAllCustomers();
    }

    boolean wants(String customer) {
        return isOfAllCustomers() || customers.contains(customer);
    }

    /** The customers to look at, as far as they are known. */
    Collection<String> among(Customers known) {
        return isOfAllCustomers() ? known.looks().keySet() : customers;
    }
}
