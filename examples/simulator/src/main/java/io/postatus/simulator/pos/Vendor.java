/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.Instant;
import java.util.Locale;

/** Who sells: a contact of a customer record. */
record Vendor(String customerId, String contactId, String company, String firstName, String email, Instant updated) {
    static Vendor named(String company, Instant updated) {
        String domain = company.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new Vendor(
                Ids.of("customer " + company),
                Ids.of("contact " + company),
                company,
                "Robin",
                "robin@" + domain + ".example.com",
                updated);
    }
}
