/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;

/** One processed acknowledgement of a line. */
@WireRecord
public record AcknowledgementStatusDetails(
        @DateTime Instant acknowledgementDate, ItemQuantity acceptedQuantity, ItemQuantity rejectedQuantity) {}
