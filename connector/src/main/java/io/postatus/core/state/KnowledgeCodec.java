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
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Knowledge as bytes for the store: a byte for the format, length and bytes of the fingerprint, then the summary as
 * deflated JSON, arrays in place of objects since names would be half of it. The length has two bytes, or in the format
 * for documents of more than 8,000 fields four.
 *
 * <p>Stored bytes outlive releases. A component that is new is appended to its order below; old bytes then read as null
 * for it. Anything else is a new format beside the old.
 */
public final class KnowledgeCodec {
    private static final byte FORMAT = 1;
    private static final byte LONG_FORMAT = 2;
    private static final int LONGEST_SHORT = (1 << Short.SIZE) - 1;

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
        boolean isShort = fingerprint.length <= LONGEST_SHORT;
        ByteBuffer bytes =
                ByteBuffer.allocate(1 + (isShort ? Short.BYTES : Integer.BYTES) + fingerprint.length + summary.length);
        if (isShort) {
            bytes.put(FORMAT).putShort((short) fingerprint.length);
        } else {
            bytes.put(LONG_FORMAT).putInt(fingerprint.length);
        }
        return bytes.put(fingerprint).put(summary).array();
    }

    /** @throws StateStoreException if it is none, or a newer version's */
    public static Knowledge decode(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            byte[] fingerprint = new byte[fingerprintLength(bytes)];
            bytes.get(fingerprint);
            byte[] summary = new byte[bytes.remaining()];
            bytes.get(summary);
            PurchaseOrderSummary known = COMPACT.readValue(Deflated.inflate(summary), PurchaseOrderSummary.class);
            if (known == null) {
                throw new IOException("there is no summary");
            }
            return new Knowledge(known, Fingerprint.fromBytes(fingerprint));
        } catch (IOException | BufferUnderflowException e) {
            throw new StateStoreException(
                    "The stored knowledge of an order is damaged and cannot be read. Check the database, and restore it"
                            + " from a backup if need be",
                    e);
        }
    }

    private static int fingerprintLength(ByteBuffer bytes) {
        byte format = bytes.get();
        int length =
                switch (format) {
                    case FORMAT -> Short.toUnsignedInt(bytes.getShort());
                    case LONG_FORMAT -> bytes.getInt();
                    default ->
                        throw new StateStoreException("The knowledge of an order is stored in format " + format
                                + ", this version reads " + FORMAT + " and " + LONG_FORMAT
                                + ": it was written by a newer version, use that one");
                };
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
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
