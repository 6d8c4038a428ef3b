/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.Required;
import io.postatus.core.wire.WireRecord;

/** A postal address. Name, first line and country are required by Amazon's model, the rest is optional. */
@WireRecord
public record Address(
        @Required String name,
        @Required String addressLine1,
        String addressLine2,
        String addressLine3,
        String city,
        String county,
        String district,
        String stateOrRegion,
        String postalCode,
        @Required String countryCode,
        String phone) {}
