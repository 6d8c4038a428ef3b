/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A digest of a document, field by field: eight bytes a field, so that it can tell <em>which</em> field differs without
 * keeping the document, treat a field that is missing as unchanged, and compare across versions what both know.
 *
 * <p>A field's key is 24 bits of the digest of its path, its value 40 bits of the digest of its text: two different
 * texts of one field look alike once in 2^40.
 */
public final class Fingerprint {
    private static final int KEY_BITS = 24;
    private static final int VALUE_BITS = 40;

    private final int version;
    private final NavigableMap<Integer, Long> digests;

    private Fingerprint(int version, NavigableMap<Integer, Long> digests) {
        this.version = version;
        this.digests = digests;
    }

    /**
     * @param version the version of the rules by which the document was taken apart
     * @param fields path to text
     */
    public static Fingerprint of(int version, SortedMap<String, String> fields) {
        NavigableMap<Integer, Long> digests = new TreeMap<>();
        fields.forEach((path, text) -> digests.merge(key(path), digest(text) >>> (Long.SIZE - VALUE_BITS), Long::sum));
        return new Fingerprint(version, digests);
    }

    public int version() {
        return version;
    }

    /** Whether the field was there and had another text. */
    public boolean contradicts(String path, String text) {
        Long known = digests.get(key(path));
        return known != null && known != digest(text) >>> (Long.SIZE - VALUE_BITS);
    }

    /** Whether the field was there at all. */
    public boolean knows(String path) {
        return digests.containsKey(key(path));
    }

    /** How many of the fields known here the other fingerprint lacks. */
    public int missingIn(Fingerprint newer) {
        return (int) digests.keySet().stream()
                .filter(key -> !newer.digests.containsKey(key))
                .count();
    }

    /** The newer digests, completed by those of the fields which the newer document left out. */
    public Fingerprint completing(Fingerprint newer) {
        if (version != newer.version) {
            return newer;
        }
        NavigableMap<Integer, Long> merged = new TreeMap<>(digests);
        merged.putAll(newer.digests);
        return new Fingerprint(version, merged);
    }

    /** Version in two bytes, then eight bytes a field, sorted. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES + Long.BYTES * digests.size());
        bytes.putShort((short) version);
        for (Map.Entry<Integer, Long> field : digests.entrySet()) {
            bytes.putLong((long) field.getKey() << VALUE_BITS | field.getValue() & (1L << VALUE_BITS) - 1);
        }
        return bytes.array();
    }

    public static Fingerprint fromBytes(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int version = bytes.getShort();
        NavigableMap<Integer, Long> digests = new TreeMap<>();
        while (bytes.hasRemaining()) {
            long field = bytes.getLong();
            digests.put((int) (field >>> VALUE_BITS), field & (1L << VALUE_BITS) - 1);
        }
        return new Fingerprint(version, digests);
    }

    private static int key(String path) {
        return (int) (digest(path) >>> (Long.SIZE - KEY_BITS));
    }

    private static long digest(String text) {
        return ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && version == that.version && digests.equals(that.digests);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "Fingerprint[version " + version + ", " + digests.size() + " fields]";
    }
}
