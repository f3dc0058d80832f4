package org.yol.applications.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** How the files that are taken begin: at their first byte, for what begins later is something else to somebody. */
final class Signature {

    /** The longest, with what may come before it. */
    private static final int LENGTH = 8;

    private static final byte[] BYTE_ORDER_MARK = HexFormat.of().parseHex("efbbbf");

    private record Beginning(String type, byte[] bytes) {

        Beginning(String type, String hex) {
            this(type, HexFormat.of().parseHex(hex));
        }

        boolean begins(byte[] file, int from) {
            return file.length >= from + bytes.length
                    && Arrays.equals(file, from, from + bytes.length, bytes, 0, bytes.length);
        }
    }

    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("application/pdf", "255044462d"),
            new Beginning("image/jpeg", "ffd8ff"),
            new Beginning("image/png", "89504e470d0a1a0a"));

    private Signature() {}

    /**
     * The media type of a file.
     *
     * @param file at its first byte, and there again afterwards; supports marks
     * @return empty for what is not taken
     */
    static Optional<String> typeOf(InputStream file) throws IOException {
        file.mark(LENGTH);
        byte[] head = file.readNBytes(LENGTH);
        file.reset();
        int from = Arrays.mismatch(head, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
        return BEGINNINGS.stream()
                .filter(beginning -> beginning.begins(head, from))
                .map(Beginning::type)
                .findFirst();
    }
}
