package org.yol.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Names and ids of keys (c2sp.org/signed-note). */
final class KeyText {

    private KeyText() {}

    /** @throws IllegalArgumentException when it is empty, or has spaces, control characters or a plus */
    static String requireName(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyText::isRefused)) {
            throw new IllegalArgumentException(
                    "The name of a key is empty, or has a space, a plus or a control character");
        }
        return name;
    }

    private static boolean isRefused(int c) {
        return c == '+'
                || Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE;
    }

    /** The first four bytes of SHA-256 of name, new line, algorithm and public key. */
    static int id(String name, Algorithm algorithm, byte[] publicKey) {
        var digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(algorithm.identifier());
        return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    }

    static String encode(String name, int id, Algorithm algorithm, byte[] key) {
        byte[] bytes = new byte[1 + key.length];
        bytes[0] = algorithm.identifier();
        System.arraycopy(key, 0, bytes, 1, key.length);
        return name + "+" + hex(id) + "+" + Base64Text.encode(bytes);
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    /** @throws IllegalArgumentException when there are not 8 small hexadecimal digits */
    static int parseId(String hex) {
        if (hex.length() != 8 || !hex.equals(hex.toLowerCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException("The id of a key is 8 small hexadecimal digits");
        }
        return HexFormat.fromHexDigits(hex);
    }

    /** Algorithm and 32 bytes, in base64. */
    static byte[] parseKey(String base64) {
        byte[] bytes = Base64Text.decode(base64);
        if (bytes.length != 1 + Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("A key has 33 bytes with its algorithm, not " + bytes.length);
        }
        return bytes;
    }
}
