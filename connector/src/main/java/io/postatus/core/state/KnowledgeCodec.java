/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.postatus.core.model.PurchaseOrderSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Knowledge as bytes for the store: length and bytes of the fingerprint, then the summary as deflated JSON. */
public final class KnowledgeCodec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private KnowledgeCodec() {}

    public static byte[] encode(Knowledge knowledge) {
        byte[] fingerprint = knowledge.fingerprint().toBytes();
        byte[] summary = deflate(text(knowledge.summary()));
        return ByteBuffer.allocate(Short.BYTES + fingerprint.length + summary.length)
                .putShort((short) fingerprint.length)
                .put(fingerprint)
                .put(summary)
                .array();
    }

    public static Knowledge decode(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        byte[] fingerprint = new byte[bytes.getShort()];
        bytes.get(fingerprint);
        try (InflaterInputStream summary =
                new InflaterInputStream(new ByteArrayInputStream(stored, bytes.position(), bytes.remaining()))) {
            return new Knowledge(
                    JSON.readValue(summary, PurchaseOrderSummary.class), Fingerprint.fromBytes(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored knowledge of an order cannot be read", e);
        }
    }

    static byte[] text(PurchaseOrderSummary summary) {
        try {
            return JSON.writeValueAsBytes(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary is always writable", e);
        }
    }

    private static byte[] deflate(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true))) {
            deflating.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
