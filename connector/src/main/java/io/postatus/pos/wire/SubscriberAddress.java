/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An address of the account itself, presumably: personal data. */
@PosRecord
public record SubscriberAddress(
        String addressId,
        String firstName,
        String lastName,
        String company,
        String address1,
        String address2,
        String city,
        String stateId,
        String stateOther,
        String state,
        @JsonProperty("StateISO") String stateIso,
        String countryId,
        String timeZoneId,
        String zip,
        String email,
        String website,
        String jobTitle,
        String subscriberId,
        String phone,
        String cell,
        String fax,
        String displayName,
        String addressType,
        Boolean isResidential,
        String country,
        String extension,
        String countryCode,
        String timeZone) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SubscriberAddress[" + addressId + "]";
    }
}
