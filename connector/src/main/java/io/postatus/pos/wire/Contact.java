/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.postatus.core.wire.WireList;
import java.util.List;

/**
 * A person at the vendor: personal data.
 *
 * @param dateUpdated of the contact, not of the order
 */
@PosRecord
public record Contact(
        String addressId,
        String firstName,
        String lastName,
        String company,
        String address1,
        String address2,
        String city,
        String stateId,
        String stateOther,
        @JsonProperty("StateISO") String stateIso,
        String countryId,
        String country,
        String countryCode,
        String timeZoneId,
        String zip,
        String email,
        String website,
        String jobTitle,
        String contactId,
        String customerId,
        String addressSource,
        String contactType,
        String contactSubType,
        Boolean isPayPalVerified,
        String addressNote,
        String referenceId,
        String state,
        String dateUpdated,
        List<Phone> phones) {
    public Contact {
        phones = WireList.copy(phones);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Contact[" + contactId + "]";
    }
}
