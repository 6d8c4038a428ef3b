/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpEntity;

/** Reads and inflates a body, counting both sides while it streams: 200 KB of gzip can mean 200 MB. */
final class BoundedBody {

    private static final int RATIO_COUNTS_FROM = 1 << 20;

    private final TransportLimits limits;

    BoundedBody(TransportLimits limits) {
        this.limits = limits;
    }

    byte[] read(HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        CountingInputStream raw = new CountingInputStream(entity.getContent(), limits.maxRaw());
        String encoding = entity.getContentEncoding();
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return drain(raw, raw, Integer.MAX_VALUE);
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            return drain(new GZIPInputStream(raw), raw, limits.maxRatio());
        }
        throw new UnreadableBodyException("the answer is encoded in a way that was not asked for");
    }

    private byte[] drain(InputStream in, CountingInputStream raw, int maxRatio) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(8192);
        byte[] chunk = new byte[8192];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            body.write(chunk, 0, n);
            if (body.size() > limits.maxInflated()) {
                throw new UnreadableBodyException("the answer is larger than " + limits.maxInflated() + " bytes");
            }
            if (body.size() > RATIO_COUNTS_FROM && body.size() / maxRatio > raw.count) {
                throw new UnreadableBodyException("the answer inflates to more than " + maxRatio + " times its size");
            }
        }
        return body.toByteArray();
    }

    /** Fails past its limit. */
    private static final class CountingInputStream extends FilterInputStream {
        private final long limit;
        private long count;

        CountingInputStream(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            counted(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            counted(Math.max(n, 0));
            return n;
        }

        private void counted(int more) throws IOException {
            count += more;
            if (count > limit) {
                throw new UnreadableBodyException("the answer is larger than " + limit + " bytes");
            }
        }
    }
}
