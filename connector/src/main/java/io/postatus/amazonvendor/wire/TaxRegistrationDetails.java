/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

/**
 * A tax registration.
 *
 * @param taxRegistrationType {@code VAT} or {@code GST}
 */
@WireRecord
public record TaxRegistrationDetails(String taxRegistrationType, String taxRegistrationNumber) {}
