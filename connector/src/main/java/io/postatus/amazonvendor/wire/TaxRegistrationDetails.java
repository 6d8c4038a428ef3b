/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.Required;
import io.postatus.core.wire.WireRecord;

/**
 * A tax registration.
 *
 * @param taxRegistrationType {@code VAT} or {@code GST}
 */
@WireRecord
public record TaxRegistrationDetails(@Required String taxRegistrationType, @Required String taxRegistrationNumber) {}
