/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The addresses of a document: the vendor's contact, and the subscriber's own office (section 5). */
final class Party {
    private Party() {}

    static ObjectNode vendor(Vendor vendor, Notation notation) {
        ObjectNode json = Json.object();
        json.put("AddressId", Ids.of(vendor.contactId() + " address"));
        name(json, vendor.firstName(), "Example", vendor.company());
        place(json, "12 Sample Street", "", "Springfield");
        json.put("StateId", "").put("StateOther", "").put("StateISO", "IL").put("CountryId", "");
        json.put("Country", "United States").put("CountryCode", "US").put("TimeZoneId", "");
        json.put("Zip", "62701").put("Email", vendor.email()).put("Website", "").put("JobTitle", "");
        json.put("ContactId", vendor.contactId()).put("CustomerId", vendor.customerId());
        notation.word(json, "AddressSource", Vocabulary.ADDRESS_SOURCE, "Manual");
        notation.word(json, "ContactType", Vocabulary.CONTACT_TYPE, "Subscriber");
        notation.word(json, "ContactSubType", Vocabulary.CONTACT_SUB_TYPE, "Contact");
        json.put("IsPayPalVerified", false).put("AddressNote", "").put("ReferenceId", "");
        json.put("State", "Illinois");
        notation.date(json, "DateUpdated", vendor.updated());
        json.putArray("Phones").add(phone(vendor, notation));
        return json;
    }

    static ObjectNode office(String subscriber, Notation notation) {
        ObjectNode json = Json.object();
        json.put("AddressId", Ids.of(subscriber + " office"));
        name(json, "Alex", "Sample", "Example Ticket Brokers");
        place(json, "400 Demo Avenue", "Suite 9", "Columbus");
        json.put("StateId", "").put("StateOther", "").put("State", "Ohio").put("StateISO", "OH");
        json.put("CountryId", "").put("TimeZoneId", "").put("Zip", "43004");
        json.put("Email", "office@example.org").put("Website", "").put("JobTitle", "");
        json.put("SubscriberId", Ids.of(subscriber)).put("Phone", "555-0101").put("Cell", "");
        json.put("Fax", "").put("DisplayName", "Main office");
        notation.word(json, "AddressType", Vocabulary.ADDRESS_TYPE, "Billing");
        json.put("IsResidential", false).put("Country", "United States").put("Extension", "");
        json.put("CountryCode", "US").put("TimeZone", "");
        return json;
    }

    private static void name(ObjectNode json, String first, String last, String company) {
        json.put("FirstName", first).put("LastName", last).put("Company", company);
    }

    private static void place(ObjectNode json, String first, String second, String city) {
        json.put("Address1", first).put("Address2", second).put("City", city);
    }

    private static ObjectNode phone(Vendor vendor, Notation notation) {
        ObjectNode json = Json.object();
        json.put("PhoneId", Ids.of(vendor.contactId() + " phone")).put("ContactId", vendor.contactId());
        notation.word(json, "PhoneType", Vocabulary.PHONE_TYPE, "Home");
        return json.put("Phone", "555-0100")
                .put("Extension", "")
                .put("IsPrimary", true)
                .put("IsDeleted", false);
    }
}
