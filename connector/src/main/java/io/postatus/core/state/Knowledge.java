/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Digest;
import io.postatus.core.model.PurchaseOrderSummary;
import java.nio.ByteBuffer;

/**
 * What we know of an order: the summary in clear, the rest of its document as digests. Absent fields keep what was known
 * before.
 */
public record Knowledge(PurchaseOrderSummary summary, Fingerprint fingerprint) {
    /** 128 bits in hexadecimal that stand for the whole: equal for equal knowledge only. */
    public String id() {
        byte[] summaryBytes = KnowledgeCodec.text(summary);
        byte[] fingerprintBytes = fingerprint.toBytes();
        byte[] all = ByteBuffer.allocate(summaryBytes.length + fingerprintBytes.length)
                .put(summaryBytes)
                .put(fingerprintBytes)
                .array();
        return Digest.of(all);
    }
}
