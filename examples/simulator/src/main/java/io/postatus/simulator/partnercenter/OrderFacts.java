/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.time.Instant;
import java.util.List;

/** What never changes in the life of an order, shared by all its versions. */
record OrderFacts(
        String id,
        PartnerCustomer customer,
        OrderShape shape,
        Instant created,
        BillingCycle billingCycle,
        String currency,
        String transactionType,
        List<OrderLine> lines) {

    boolean systemPurchase() {
        return !transactionType.equals("UserPurchase");
    }

    /** Who placed it. */
    Actor maker() {
        return systemPurchase() ? Actor.MICROSOFT : Actor.PARTNER;
    }

    boolean of(String resellerId) {
        return lines.stream().anyMatch(line -> resellerId.equals(line.resellerId()));
    }
}
