/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;
import java.util.Map;

/**
 * A customer of the partner.
 *
 * @param id the GUID of the customer's own tenant
 * @param relationshipToPartner {@code reseller}, {@code advisor}, ...: an open list
 */
@WireRecord
public record Customer(
        String id,
        String commerceId,
        CompanyProfile companyProfile,
        String relationshipToPartner,
        Boolean allowDelegatedAccess,
        String associatedPartnerId,
        List<String> customDomains,
        Map<String, Link> links,
        Attributes attributes) {
    public Customer {
        customDomains = WireList.copy(customDomains);
    }
}
