package org.yol.transparency;

import java.util.Base64;

/** Base64 of RFC 4648, section 4, in its one form: with padding, and with no bits that say nothing. */
final class Base64Text {

    private Base64Text() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when the text is not what {@link #encode} makes of some bytes */
    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not base64: " + e.getMessage(), e);
        }
        // The JDK's decoder also takes a text without its padding, or with bits in the last letter that it drops.
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("Not base64 in its one form");
        }
        return bytes;
    }
}
