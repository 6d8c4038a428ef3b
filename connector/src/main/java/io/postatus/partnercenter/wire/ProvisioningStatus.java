/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * How far a line has been provisioned.
 *
 * @param status {@code fulfilled}, {@code unfulfilled}, {@code prefulfillment_pending}
 */
@WireRecord
public record ProvisioningStatus(
        @WholeNumber Integer orderLineItemId,
        @WholeNumber Integer lineItemNumber,
        String status,
        List<QuantityProvisioning> quantityProvisioningInformation) {
    public ProvisioningStatus {
        quantityProvisioningInformation = WireList.copy(quantityProvisioningInformation);
    }
}
