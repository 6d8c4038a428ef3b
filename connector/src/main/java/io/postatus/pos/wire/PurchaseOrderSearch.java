/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What to search for; what is null is not sent.
 *
 * <p>See apis/ticketutils-pos.md 4.2.
 *
 * @param customerId the vendor's
 * @param purchaseOrderStatus any of these, as with the other lists
 * @param orderBy a column of the rows
 * @param sortOrder ASC or DESC
 * @param dateUpdated this or updatedSince
 * @param updatedSince from and to, in spite of its name
 * @param page from 1
 */
@PosRecord
public record PurchaseOrderSearch(
        @JsonProperty("PONumber") Long poNumber,
        String externalOrderNumber,
        String customerId,
        String email,
        String company,
        List<String> shippingStatus,
        List<String> paymentStatus,
        List<String> purchaseOrderStatus,
        @JsonProperty("POType") List<String> poType,
        DateRange purchaseOrderDate,
        String ticketGroupId,
        String purchaseOrderId,
        String invoiceId,
        List<String> tags,
        String orderBy,
        String sortOrder,
        String dateUpdated,
        DateRange updatedSince,
        Integer page,
        Integer itemsPerPage) {

    /** All that was updated in a range, sorted by what does not change. */
    public static PurchaseOrderSearch updated(DateRange range, int page, int itemsPerPage) {
        return new PurchaseOrderSearch(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "PONumber",
                "ASC",
                null,
                range,
                page,
                itemsPerPage);
    }

    /** Whose orders are searched is nobody's business. */
    @Override
    public String toString() {
        return "PurchaseOrderSearch[page " + page + "]";
    }
}
