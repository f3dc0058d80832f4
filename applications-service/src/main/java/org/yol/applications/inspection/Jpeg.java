package org.yol.applications.inspection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads the segments of a JPEG. Nothing in them is decoded, so that nothing of the picture is lost. */
final class Jpeg {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int EXIF_OR_XMP = 0xE1;
    private static final int COLOURS = 0xE2;
    private static final int IPTC = 0xED;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APP = 0xEF;
    private static final int COMMENT = 0xFE;

    private static final String EXIF = "Exif\0\0";

    /** Further pictures and films that telephones put behind the first, with notes of their own. */
    private static final Pattern MORE = Pattern.compile("Exif\\x00\\x00|ns\\.adobe\\.com|ftyp");

    private final byte[] file;
    private final PlaceNotes notes = new PlaceNotes();
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
    private boolean progressive;

    private Jpeg(byte[] file) {
        this.file = file;
    }

    /** @throws Unfit for what has no end, or is none */
    static Picture read(byte[] file) throws Unfit {
        return new Jpeg(file).read();
    }

    private Picture read() throws Unfit {
        int at = 2;
        int marker = marker(at);
        while (marker != END) {
            int next = hasNoLength(marker) ? at + 2 : at + 2 + length(at + 2);
            if (next > file.length) {
                throw new Unfit("file.half");
            }
            if (isShown(marker, at)) {
                bare.write(file, at, next - at);
            }
            note(marker, at + 4, next - at - 4);
            at = next;
            if (marker == START_OF_SCAN) {
                at = endOfScan(next);
                bare.write(file, next, at - next);
            }
            marker = marker(at);
        }
        int behind = at + 2;
        if (MORE.matcher(new String(file, behind, file.length - behind, StandardCharsets.ISO_8859_1))
                .find()) {
            notes.tell();
        }
        return new Picture(progressive, notes.tellsPlace(), notes.orientation(), whole());
    }

    private byte[] whole() {
        byte[] exif = notes.orientation() == PlaceNotes.UPRIGHT ? new byte[] {} : exif();
        return ByteBuffer.allocate(2 + exif.length + bare.size() + 2)
                .put((byte) 0xFF)
                .put((byte) 0xD8)
                .put(exif)
                .put(bare.toByteArray())
                .put((byte) 0xFF)
                .put((byte) END)
                .array();
    }

    private byte[] exif() {
        byte[] tiff = notes.bareExif();
        return ByteBuffer.allocate(4 + EXIF.length() + tiff.length)
                .put((byte) 0xFF)
                .put((byte) EXIF_OR_XMP)
                .putShort((short) (2 + EXIF.length() + tiff.length))
                .put(EXIF.getBytes(StandardCharsets.ISO_8859_1))
                .put(tiff)
                .array();
    }

    /** Any number of filling bytes may come before the marker; they are passed over in {@link #endOfScan}. */
    private int marker(int at) throws Unfit {
        if (at + 1 >= file.length) {
            throw new Unfit("file.half");
        }
        if (at(at) != 0xFF) {
            throw new Unfit("file.unreadable");
        }
        return at(at + 1);
    }

    private int length(int at) throws Unfit {
        if (at + 1 >= file.length) {
            throw new Unfit("file.half");
        }
        int length = at(at) << 8 | at(at + 1);
        if (length < 2) {
            throw new Unfit("file.unreadable");
        }
        return length;
    }

    private static boolean hasNoLength(int marker) {
        return marker == 0x01 || isRestart(marker) || marker == 0xFF;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** What readers need: colours are of the picture, comments and the notes of cameras are not. */
    private boolean isShown(int marker, int at) {
        return switch (marker) {
            case APP0, ADOBE -> true;
            case COLOURS -> says(at + 4, "ICC_PROFILE\0");
            case COMMENT -> false;
            default -> marker < APP0 || marker > LAST_APP;
        };
    }

    private void note(int marker, int from, int length) {
        switch (marker) {
            case EXIF_OR_XMP -> {
                if (says(from, EXIF)) {
                    notes.exif(file, from + EXIF.length(), length - EXIF.length());
                } else {
                    notes.text(file, from, length);
                }
            }
            case IPTC -> notes.iptc(file, from, length);
            case COMMENT -> notes.text(file, from, length);
            case 0xC2, 0xC6, 0xCA, 0xCE -> progressive = true;
            default -> {}
        }
    }

    private boolean says(int from, String text) {
        return from + text.length() <= file.length
                && new String(file, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    /** Where the next marker is. In between, 255 is followed by 0, or by the mark to start anew from. */
    private int endOfScan(int from) throws Unfit {
        for (int at = from; at + 1 < file.length; at++) {
            int next = at(at + 1);
            if (at(at) == 0xFF && next != 0 && next != 0xFF && !isRestart(next)) {
                return at;
            }
        }
        throw new Unfit("file.half");
    }

    private int at(int index) {
        return file[index] & 0xFF;
    }
}
