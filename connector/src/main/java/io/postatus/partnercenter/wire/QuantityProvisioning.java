/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireRecord;

/** How much of a line stands where. */
@WireRecord
public record QuantityProvisioning(@WholeNumber Integer quantity, String status) {}
