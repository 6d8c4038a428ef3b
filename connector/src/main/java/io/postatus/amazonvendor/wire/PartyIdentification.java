/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.Required;
import io.postatus.core.wire.WireRecord;

/**
 * Who sells, buys, receives or pays. Usually only the id is there.
 *
 * @param partyId a vendor code or the code of a fulfilment center
 */
@WireRecord
public record PartyIdentification(@Required String partyId, Address address, TaxRegistrationDetails taxInfo) {}
