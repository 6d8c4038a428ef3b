/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireRecord;

/**
 * A document that was attached to an order.
 *
 * @param attachmentType {@code POAttachment} or {@code TenderAttachment}
 */
@WireRecord
public record Attachment(String attachmentId, String fileName, @WholeNumber Integer sizeInKB, String attachmentType) {}
