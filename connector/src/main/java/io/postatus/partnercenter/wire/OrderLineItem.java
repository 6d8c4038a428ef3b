/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A line of an order.
 *
 * @param lineItemNumber from 0
 * @param offerId a GUID, or {@code product:sku:availability}
 * @param subscriptionId absent until there is one
 * @param termDuration {@code P1M}, {@code P1Y}, {@code P3Y}
 * @param transactionType {@code new}, {@code renew}, {@code addQuantity}, ...: in any case
 * @param links {@code subscription}, {@code product}, {@code sku}, {@code availability}, {@code provisioningStatus},
 *     {@code activationLinks}
 */
@WireRecord
public record OrderLineItem(
        @WholeNumber Integer lineItemNumber,
        String offerId,
        String subscriptionId,
        String parentSubscriptionId,
        String friendlyName,
        @WholeNumber Integer quantity,
        String termDuration,
        @DateTime Instant customTermEndDate,
        String transactionType,
        String partnerIdOnRecord,
        List<String> additionalPartnerIdsOnRecord,
        Map<String, String> provisioningContext,
        RenewsTo renewsTo,
        Pricing pricing,
        Boolean attestationAccepted,
        String promotionId,
        PurchaseCommitment purchaseCommitment,
        Map<String, Link> links) {
    public OrderLineItem {
        additionalPartnerIdsOnRecord = WireList.copy(additionalPartnerIdsOnRecord);
    }
}
