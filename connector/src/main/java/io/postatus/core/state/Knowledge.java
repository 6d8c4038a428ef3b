/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.PurchaseOrderSummary;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What we know of an order: the summary in clear, the rest of its document as digests. Absent fields keep what was known
 * before.
 */
public record Knowledge(PurchaseOrderSummary summary, Fingerprint fingerprint) {
    private static final int ID_BYTES = 16;

    /** 128 bits in hexadecimal that stand for the whole: equal for equal knowledge only. */
    public String id() {
        byte[] summaryBytes = KnowledgeCodec.text(summary);
        byte[] fingerprintBytes = fingerprint.toBytes();
        byte[] all = ByteBuffer.allocate(summaryBytes.length + fingerprintBytes.length)
                .put(summaryBytes)
                .put(fingerprintBytes)
                .array();
        return HexFormat.of().formatHex(Fingerprint.sha256(all), 0, ID_BYTES);
    }
}
