/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.postatus.core.wire.DecimalText;
import io.postatus.core.wire.WireRecord;
import java.math.BigDecimal;

/**
 * What an uploaded purchase order says.
 *
 * @param partOfTender whether the order is part of a tender
 * @param fxRate null if no currency was changed
 * @param tenderLink wanted if the order is part of a tender
 */
@WireRecord
public record AttachmentMetadata(
        @JsonProperty("isPartofTender") Boolean partOfTender,
        @DecimalText BigDecimal customerPrice,
        String currency,
        @DecimalText BigDecimal fxRate,
        String tenderLink) {}
