/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Knowledge as bytes for the store: a byte for the format, length and bytes of the fingerprint, then the summary as
 * deflated JSON, arrays in place of objects since names would be half of it.
 *
 * <p>Stored bytes outlive releases. A component that is new is appended to its order below; old bytes then read as null
 * for it. Anything else is a new format beside the old.
 */
public final class KnowledgeCodec {
    private static final byte FORMAT = 1;

    /** Names, sorted, nulls left out: the text behind an id, which must not change when a component is added. */
    private static final ObjectMapper NAMED = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final ObjectMapper COMPACT = JsonMapper.builder()
            .addMixIn(PurchaseOrderSummary.class, CompactSummary.class)
            .addMixIn(PurchaseOrderLine.class, CompactLine.class)
            .build();

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({"status", "vendorStatus", "vendorStatuses", "lastUpdated", "lines"})
    private interface CompactSummary {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({
        "number",
        "product",
        "vendorStatuses",
        "unitOfMeasure",
        "orderedQuantity",
        "cancelledQuantity",
        "acceptedQuantity",
        "rejectedQuantity",
        "receivedQuantity"
    })
    private interface CompactLine {}

    private KnowledgeCodec() {}

    public static byte[] encode(Knowledge knowledge) {
        byte[] fingerprint = knowledge.fingerprint().toBytes();
        byte[] summary = Deflated.deflate(json(COMPACT, knowledge.summary()));
        return ByteBuffer.allocate(1 + Short.BYTES + fingerprint.length + summary.length)
                .put(FORMAT)
                .putShort((short) fingerprint.length)
                .put(fingerprint)
                .put(summary)
                .array();
    }

    public static Knowledge decode(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        byte format = bytes.get();
        if (format != FORMAT) {
            throw new IllegalStateException("The knowledge of an order is stored in format " + format
                    + ", this version reads " + FORMAT + ": it was written by a newer version, use that one");
        }
        byte[] fingerprint = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(fingerprint);
        byte[] summary = new byte[bytes.remaining()];
        bytes.get(summary);
        try {
            return new Knowledge(
                    COMPACT.readValue(Deflated.inflate(summary), PurchaseOrderSummary.class),
                    Fingerprint.fromBytes(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored knowledge of an order cannot be read", e);
        }
    }

    static byte[] text(PurchaseOrderSummary summary) {
        return json(NAMED, summary);
    }

    private static byte[] json(ObjectMapper mapper, PurchaseOrderSummary summary) {
        try {
            return mapper.writeValueAsBytes(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary is always writable", e);
        }
    }
}
