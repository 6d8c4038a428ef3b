/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.wire.DecimalNumber;
import io.postatus.core.wire.LongNumber;
import io.postatus.core.wire.WholeNumber;
import java.math.BigDecimal;

/**
 * An order as it was.
 *
 * <p>See apis/ticketutils-pos.md 4.5.
 *
 * @param shippingCost a bare number here
 * @param changes the service's own words
 * @param vendor not fully known
 */
@PosRecord
public record PurchaseOrderRevision(
        String purchaseOrderHistoryId,
        String purchaseOrderId,
        String subscriberId,
        @JsonProperty("PONumber") @LongNumber Long poNumber,
        String currency,
        String externalOrderNumber,
        Money subTotal,
        Money grandTotal,
        Money balanceAmount,
        String shippingType,
        @DecimalNumber BigDecimal shippingCost,
        String shippingTrackingNumber,
        String dateReceived,
        @JsonProperty("POType") String poType,
        @JsonProperty("POStatus") String poStatus,
        String paymentStatus,
        String shippingStatus,
        @JsonProperty("VendorCSRId") String vendorCsrId,
        @JsonProperty("SubscriberCSRId") String subscriberCsrId,
        String notes,
        @DecimalNumber BigDecimal consignCommission,
        String consignCommissionType,
        Boolean hasTags,
        String voidReason,
        @WholeNumber Integer version,
        String processedAt,
        String dateRaised,
        String dateVoided,
        String dateAdded,
        String dateUpdated,
        String updatedBy,
        String shippingTypeId,
        String shippingCarrier,
        String shippingService,
        String shipToAddressId,
        String billToAddressId,
        String shipFromContactName,
        String shipFromContactAddress,
        String dateHistoryAdded,
        String source,
        String changes,
        @JsonProperty("OLD_POType") String oldPoType,
        String vendorId,
        JsonNode vendor) {

    /** Without the people in it. */
    @Override
    public String toString() {
        return "PurchaseOrderRevision[" + purchaseOrderId + ", " + version + "]";
    }
}
