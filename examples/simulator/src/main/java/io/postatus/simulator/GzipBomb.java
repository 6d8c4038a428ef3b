/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** 256 MiB of white space in a quarter of a megabyte: one compressed mebibyte, repeated, is still valid gzip. */
final class GzipBomb {
    private static final int MEBIBYTES = 256;
    static final byte[] BODY = repeated(mebibyte());

    private GzipBomb() {}

    private static byte[] mebibyte() {
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(spaces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] repeated(byte[] member) {
        byte[] bomb = new byte[member.length * MEBIBYTES];
        for (int i = 0; i < MEBIBYTES; i++) {
            System.arraycopy(member, 0, bomb, i * member.length, member.length);
        }
        return bomb;
    }
}
