/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.postatus.core.wire.DecimalNumber;
import io.postatus.core.wire.LongNumber;
import io.postatus.core.wire.Required;
import io.postatus.core.wire.WireList;
import java.math.BigDecimal;
import java.util.List;

/**
 * A purchase order in full.
 *
 * <p>See apis/ticketutils-pos.md 5. The service requires no field (section 3: missing and null are alike); required is
 * without what an order cannot be followed.
 *
 * @param purchaseOrderId by which it is asked for
 * @param poNumber the number that people see
 * @param poStatus a name or a number; the only documented one is {@code Any}
 * @param paymentStatus a name or a number; 3 was seen to mean that the payment is complete
 * @param processedAt where it was processed, not when
 * @param shipFrom the vendor
 */
@PosRecord
public record PurchaseOrder(
        @Required String purchaseOrderId,
        @Required @JsonProperty("PONumber") @LongNumber Long poNumber,
        String externalOrderNumber,
        @JsonProperty("POType") String poType,
        @JsonProperty("POStatus") String poStatus,
        String paymentStatus,
        String shippingStatus,
        Money shippingCost,
        Money grandTotal,
        String shippingType,
        String shippingTrackingNumber,
        String shippingTypeId,
        String shippingCarrier,
        String shippingService,
        @JsonProperty("SubscriberCSRId") String subscriberCsrId,
        String notes,
        @DecimalNumber BigDecimal consignCommission,
        String consignmentOperation,
        String voidReason,
        String processedAt,
        @Required String dateRaised,
        String dateVoided,
        String dateReceived,
        List<PurchaseOrderItem> items,
        List<PurchaseOrderCustomItem> customItems,
        List<PurchaseOrderPayment> payments,
        Contact shipFrom,
        SubscriberAddress billTo,
        SubscriberAddress shipTo,
        List<String> tags) {
    public PurchaseOrder {
        items = WireList.copy(items);
        customItems = WireList.copy(customItems);
        payments = WireList.copy(payments);
        tags = WireList.copy(tags);
    }

    /** Without the people and addresses in it. */
    @Override
    public String toString() {
        return "PurchaseOrder[" + purchaseOrderId + "]";
    }
}
