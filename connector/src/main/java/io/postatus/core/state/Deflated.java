/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Short texts, deflated. What most of them contain is said beforehand in a dictionary, which takes a 5-line order from
 * 250 to 150 bytes.
 */
final class Deflated {
    /** Part of the stored format: another dictionary is another format. What is most frequent stands last. */
    private static final byte[] DICTIONARY =
            ("\"in-review\",\"rejected\",\"cancelled\",\"error\",\"unknown\",\"received\",\"completed\",\"acknowledged\","
                            + "\"partially-received\",\"CLOSED\",\"REJECTED\",\"UNCONFIRMED\",\"Cases\","
                            + "\"2026-0T00:00:00Z\",[[\"open\",\"OPEN\",{},\"2026-03-02T1"
                            + "[[\"1\",\"B0\",{\"confirmationStatus\":\"PARTIALLY_ACCEPTED\","
                            + "\"receiveStatus\":\"PARTIALLY_RECEIVED\"},\"Eaches\",0,0,0,0,null],[\"2\",\"B0"
                            + "\",{\"confirmationStatus\":\"ACCEPTED\",\"receiveStatus\":\"RECEIVED\"},\"Eaches\",10,null,10,0,0],"
                            + "\",{\"confirmationStatus\":\"ACCEPTED\",\"receiveStatus\":\"NOT_RECEIVED\"},\"Eaches\",10,null,10,0,0],"
                            + "[\"3\",\"B0")
                    .getBytes(StandardCharsets.UTF_8);

    private static final int CHUNK = 1024;

    private Deflated() {}

    static byte[] deflate(byte[] text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(text);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static byte[] inflate(byte[] stored) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(stored);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0 && !inflater.finished()) {
                    throw new IOException("deflated text ends early");
                }
                out.write(chunk, 0, length);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IOException("not a deflated text", e);
        } finally {
            inflater.end();
        }
    }
}
