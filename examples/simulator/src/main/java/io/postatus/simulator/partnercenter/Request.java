/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Call;
import io.postatus.simulator.Occasion;
import java.util.Map;

/** A request that was let in. */
record Request(Call call, Route route, Grant grant, Occasion occasion) {
    PartnerTenant tenant() {
        return grant.tenant();
    }

    Map<String, String> query() {
        return call.query();
    }

    /** A parameter, or {@code null} when it is absent or empty. */
    String parameter(String name) {
        String value = call.query().get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    boolean flag(String name) {
        String value = call.query().getOrDefault(name, "false");
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw Refusal.badInput(name + " is neither true nor false");
        }
        return value.equalsIgnoreCase("true");
    }

    /** The customer that the path names, if this tenant may see it (apis/partner-center-orders.md 9, 13). */
    PartnerCustomer customer() {
        String id = route.argument(0);
        if (!Guid.is(id)) {
            throw Refusal.badRequest("900118", "Invalid customer id");
        }
        PartnerCustomer customer = tenant().find(id).orElseThrow(() -> new Refusal(404, "60003", "Tenant not found"));
        customer.admit();
        return customer;
    }

    Story story() {
        return tenant().chronicle().find(customer(), route.argument(1)).orElseThrow(Refusal::noOrder);
    }
}
