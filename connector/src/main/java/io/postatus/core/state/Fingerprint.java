/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A digest of a document, field by field: eight bytes a field, so that it can tell <em>which</em> field differs without
 * keeping the document, treat a field that is missing as unchanged, and compare across versions what both know.
 *
 * <p>A field's key is 24 bits of the digest of its path, its value 40 bits of the digest of its text: two different
 * texts of one field look alike once in 2^40. Two paths of one document share a key once in 2^24; both values are kept
 * then, and a change of either still shows.
 */
public final class Fingerprint {
    /** A few paths come with every document. A service that makes up new ones must not fill the memory. */
    private static final Map<String, Long> KEYS = new ConcurrentHashMap<>();

    private static final int MOST_KEYS = 10_000;

    private static final int VALUE_BITS = 40;
    private static final long VALUE_MASK = (1L << VALUE_BITS) - 1;

    private final int version;
    /** Key and value in one number. A set, so that two paths with one key both keep their value. */
    private final NavigableSet<Long> digests;

    private Fingerprint(int version, NavigableSet<Long> digests) {
        this.version = version;
        this.digests = digests;
    }

    /**
     * @param version the version of the rules by which the document was taken apart
     * @param fields path to text
     */
    public static Fingerprint of(int version, SortedMap<String, String> fields) {
        NavigableSet<Long> digests = new TreeSet<>();
        fields.forEach((path, text) -> digests.add(digest(path, text)));
        return new Fingerprint(requireShort(version), digests);
    }

    public int version() {
        return version;
    }

    /** Whether the field was there and had another text. */
    public boolean contradicts(String path, String text) {
        return knows(path) && !digests.contains(digest(path, text));
    }

    /** Whether the field was there at all. */
    public boolean knows(String path) {
        return knows(key(path));
    }

    /** The newer digests, completed by those of the fields which the newer document left out. */
    public Fingerprint completing(Fingerprint newer) {
        if (version != newer.version) {
            return newer;
        }
        NavigableSet<Long> merged = new TreeSet<>(newer.digests);
        digests.stream().filter(field -> !newer.knows(keyOf(field))).forEach(merged::add);
        return new Fingerprint(version, merged);
    }

    /** Version in two bytes, then eight bytes a field, sorted. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES + Long.BYTES * digests.size());
        bytes.putShort((short) version);
        digests.forEach(bytes::putLong);
        return bytes.array();
    }

    public static Fingerprint fromBytes(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int version = bytes.getShort();
        NavigableSet<Long> digests = new TreeSet<>();
        while (bytes.hasRemaining()) {
            digests.add(bytes.getLong());
        }
        return new Fingerprint(version, digests);
    }

    private boolean knows(long key) {
        return !digests.subSet(key, true, key | VALUE_MASK, true).isEmpty();
    }

    private static long keyOf(long field) {
        return field & ~VALUE_MASK;
    }

    private static long key(String path) {
        Long known = KEYS.get(path);
        if (known != null) {
            return known;
        }
        long key = keyOf(digest(path));
        if (KEYS.size() < MOST_KEYS) {
            KEYS.put(path, key);
        }
        return key;
    }

    private static long digest(String path, String text) {
        return key(path) | digest(text) >>> Long.SIZE - VALUE_BITS;
    }

    private static long digest(String text) {
        return ByteBuffer.wrap(Digest.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static int requireShort(int version) {
        if (version != (short) version) {
            throw new IllegalArgumentException("a fingerprint's version has two bytes, not " + version);
        }
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && version == that.version && digests.equals(that.digests);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, digests);
    }
}
