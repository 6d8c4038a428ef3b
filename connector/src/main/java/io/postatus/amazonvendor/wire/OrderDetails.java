/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;
import java.util.List;

/**
 * The content of an order.
 *
 * @param purchaseOrderChangedDate absent if never changed
 * @param purchaseOrderType {@code RegularOrder}, {@code ConsignedOrder}, {@code NewProductIntroduction}, {@code RushOrder}
 * @param paymentMethod {@code Invoice}, {@code Consignment}, {@code CreditCard}, {@code Prepaid}
 * @param shipWindow two date-times joined by {@code --}, and so is the delivery window
 */
@WireRecord
public record OrderDetails(
        @DateTime Instant purchaseOrderDate,
        @DateTime Instant purchaseOrderChangedDate,
        @DateTime Instant purchaseOrderStateChangedDate,
        String purchaseOrderType,
        ImportDetails importDetails,
        String dealCode,
        String paymentMethod,
        PartyIdentification buyingParty,
        PartyIdentification sellingParty,
        PartyIdentification shipToParty,
        PartyIdentification billToParty,
        String shipWindow,
        String deliveryWindow,
        List<OrderItem> items) {
    public OrderDetails {
        items = WireList.copy(items);
    }
}
