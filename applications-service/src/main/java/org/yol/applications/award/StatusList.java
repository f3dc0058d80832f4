package org.yol.applications.award;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** A bit for each certificate, none set at first, as W3C Bitstring Status List 1.0 writes them down. */
final class StatusList {

    /** How many bits there are: the fewest that the standard allows, so that one hides among many. */
    static final int LENGTH = 131_072;

    /** The name of base64url without padding (Multibase). */
    private static final String BASE64_URL = "u";

    private final byte[] bits = new byte[LENGTH / Byte.SIZE];

    /**
     * Sets a bit.
     *
     * @param index from 0, which is the highest bit of the first byte, to {@link #LENGTH} - 1
     */
    void set(int index) {
        bits[index / Byte.SIZE] |= (byte) (0x80 >> index % Byte.SIZE);
    }

    /** The bits as text: in GZIP and base64url. */
    String encoded() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bits);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return BASE64_URL + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
