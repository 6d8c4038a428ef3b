/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A customer as the service renders it (apis/partner-center-orders.md 9). */
record CustomerDocument(Links links) {
    /** As in the list. */
    ObjectNode brief(PartnerCustomer customer) {
        ObjectNode json = Json.object().put("id", customer.id());
        json.set("companyProfile", profile(customer));
        json.put("relationshipToPartner", "reseller");
        json.putObject("links").set("self", links.get("/customers/" + customer.id()));
        json.set("attributes", Json.attributes("Customer"));
        return json;
    }

    /** As by id. */
    ObjectNode whole(PartnerCustomer customer) {
        return brief(customer)
                .put("commerceId", Guid.of("commerce", "of " + customer.id()))
                .put("allowDelegatedAccess", true);
    }

    private static ObjectNode profile(PartnerCustomer customer) {
        ObjectNode json = Json.object()
                .put("tenantId", customer.id())
                .put("domain", customer.domain())
                .put("companyName", customer.name());
        json.set("attributes", Json.attributes("CustomerCompanyProfile"));
        return json;
    }
}
