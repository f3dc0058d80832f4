package org.yol.applications.inspection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads the chunks of a PNG. Nothing in them is decoded, so that nothing of the picture is lost. */
final class Png {

    private static final int SIGNATURE = 8;
    /** Length, type and check sum. */
    private static final int AROUND = 12;

    /** Beside those every reader must know, which begin with a capital letter. */
    private static final Set<String> SHOWN =
            Set.of("tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "hIST", "pHYs", "sPLT");

    private Png() {}

    /** @throws Unfit for what has no end, or is none */
    static Picture read(byte[] file) throws Unfit {
        ByteBuffer chunks = ByteBuffer.wrap(file);
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        PlaceNotes notes = new PlaceNotes();
        int at = SIGNATURE;
        String type = "";
        while (!type.equals("IEND")) {
            if (at + AROUND > file.length) {
                throw new Unfit("file.half");
            }
            int length = chunks.getInt(at);
            if (length < 0) {
                throw new Unfit("file.unreadable");
            }
            if (length > file.length - at - AROUND) {
                throw new Unfit("file.half");
            }
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            note(type, file, at + 8, length, notes);
            if (type.equals("IDAT") && notes.orientation() != PlaceNotes.UPRIGHT && !hasExif(bare)) {
                writeExif(bare, notes);
            }
            if (Character.isUpperCase(type.charAt(0)) || SHOWN.contains(type)) {
                bare.write(file, at, length + AROUND);
            }
            at += length + AROUND;
        }
        byte[] chunksOnly = bare.toByteArray();
        return new Picture(
                false,
                notes.tellsPlace(),
                notes.orientation(),
                ByteBuffer.allocate(SIGNATURE + chunksOnly.length)
                        .put(file, 0, SIGNATURE)
                        .put(chunksOnly)
                        .array());
    }

    private static void note(String type, byte[] file, int from, int length, PlaceNotes notes) {
        switch (type) {
            case "eXIf" -> notes.exif(file, from, length);
            case "tEXt", "iTXt" -> notes.text(file, from, length);
            // Compressed: nobody says what is in there.
            case "zTXt" -> notes.tell();
            default -> {}
        }
    }

    private static boolean hasExif(ByteArrayOutputStream bare) {
        return bare.toString(StandardCharsets.ISO_8859_1).contains("eXIf");
    }

    private static void writeExif(ByteArrayOutputStream bare, PlaceNotes notes) {
        byte[] exif = notes.bareExif();
        ByteBuffer chunk = ByteBuffer.allocate(exif.length + AROUND)
                .putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
                .put(exif);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + exif.length);
        bare.writeBytes(chunk.putInt((int) sum.getValue()).array());
    }
}
