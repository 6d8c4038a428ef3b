/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireRecord;

/**
 * An order as it was placed.
 *
 * @param purchaseOrderState {@code New}, {@code Acknowledged}, {@code Closed}
 * @param orderDetails absent if asked without details
 */
@WireRecord
public record Order(String purchaseOrderNumber, String purchaseOrderState, OrderDetails orderDetails) {}
