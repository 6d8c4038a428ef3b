/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.DecimalNumber;
import io.postatus.core.wire.Required;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An order. It bears no date of its last change. Microsoft requires no field, any may be absent or null
 * (apis/partner-center-orders.md 4); required is without what an order cannot be followed.
 *
 * @param alternateId absent on old orders
 * @param billingCycle {@code monthly}, {@code annual}, {@code one_time}, ...: an open list
 * @param transactionType {@code UserPurchase}, {@code SystemPurchase}, {@code SystemBilling}
 * @param status an open list: apis/partner-center-orders.md 8
 * @param totalPrice only if asked for
 * @param links {@code self}, {@code provisioningStatus}, {@code patchOperation}
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/order-resources">Order resources</a>
 */
@WireRecord
public record Order(
        @Required String id,
        String alternateId,
        String referenceCustomerId,
        String billingCycle,
        String transactionType,
        List<OrderLineItem> lineItems,
        String currencyCode,
        String currencySymbol,
        @Required @DateTime Instant creationDate,
        @Required String status,
        @DecimalNumber BigDecimal totalPrice,
        Boolean partnerOnRecordAttestationAccepted,
        Map<String, Link> links,
        OrderClient client,
        Attributes attributes) {
    public Order {
        lineItems = WireList.copy(lineItems);
    }
}
