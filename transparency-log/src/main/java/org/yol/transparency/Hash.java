package org.yol.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash: of an entry, of a part of the tree, or of the whole. Cannot be changed. */
public final class Hash {

    /** Bytes of a hash. */
    public static final int BYTES = 32;

    /** What stands for a tree without entries: the hash of nothing. */
    public static final Hash EMPTY_TREE = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The hash that these bytes are.
     *
     * @throws IllegalArgumentException unless there are {@value #BYTES}
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash at a place of hashes that stand one behind the other, as in a tile. */
    static Hash at(int place, byte[] hashes) {
        return new Hash(Arrays.copyOfRange(hashes, place * BYTES, (place + 1) * BYTES));
    }

    /** The hash of an entry in the tree: SHA-256 of a zero byte and the entry (RFC 9162, 2.1.1). */
    public static Hash ofLeaf(byte[] entry) {
        var digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(entry));
    }

    /** The hash of two neighbouring parts of the tree: SHA-256 of a byte of 1 and both (RFC 9162, 2.1.1). */
    public static Hash ofNode(Hash left, Hash right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** @throws IllegalArgumentException unless the text is 64 hexadecimal digits */
    public static Hash parseHex(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("A hash has " + 2 * BYTES + " hexadecimal digits, not " + hex.length());
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /** @throws IllegalArgumentException unless the text is the base64 of a hash, with padding, in its one form */
    public static Hash parseBase64(String base64) {
        return of(Base64Text.decode(base64));
    }

    /** In 64 small hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** In base64 with padding, as notes and proofs have it. */
    public String base64() {
        return Base64Text.encode(bytes);
    }

    /** A copy of the {@value #BYTES} bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
