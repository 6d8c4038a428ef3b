/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireRecord;

/**
 * What is agreed for an import order.
 *
 * @param methodOfPayment for example {@code PaidByBuyer}
 * @param internationalCommercialTerms for example {@code FreeOnBoard}
 */
@WireRecord
public record ImportDetails(
        String methodOfPayment,
        String internationalCommercialTerms,
        String portOfDelivery,
        String importContainers,
        String shippingInstructions) {}
