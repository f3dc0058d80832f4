package org.yol.applications.inspection;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the notes in a picture (Exif, XMP, IPTC) say of the place it was made at, and of how it is held. */
final class PlaceNotes {

    static final int UPRIGHT = 1;

    private static final int ORIENTATION = 0x0112;
    private static final int XMP = 0x02BC;
    private static final int GPS = 0x8825;
    private static final int ENTRY = 12;
    private static final int LAST_ORIENTATION = 8;

    private static final Pattern PLACE = Pattern.compile(
            "gps|latitude|longitude|geotag|raw profile|:(sub)?location|:city|:country|:state",
            Pattern.CASE_INSENSITIVE);

    /** City, place within it, province, country by code and by name, and two more of IPTC's record 2. */
    private static final Pattern IPTC_PLACE = Pattern.compile("\\x1C\\x02[\\x5A\\x5C\\x5F\\x64\\x65\\x1A\\x1B]");

    private boolean tellsPlace;
    private int orientation = UPRIGHT;

    boolean tellsPlace() {
        return tellsPlace;
    }

    /** As Exif has it, 1 to 8. */
    int orientation() {
        return orientation;
    }

    /** What cannot be understood may say anything. */
    void tell() {
        tellsPlace = true;
    }

    void text(byte[] text, int from, int length) {
        tellsPlace |= PLACE.matcher(new String(text, from, length, StandardCharsets.ISO_8859_1))
                .find();
    }

    void iptc(byte[] records, int from, int length) {
        tellsPlace |= IPTC_PLACE
                .matcher(new String(records, from, length, StandardCharsets.ISO_8859_1))
                .find();
    }

    /** Exif is a TIFF file without the picture: of its first directory two entries count. */
    void exif(byte[] file, int from, int length) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(file, from, length).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY;
                switch (Short.toUnsignedInt(tiff.getShort(entry))) {
                    case ORIENTATION -> {
                        int held = Short.toUnsignedInt(tiff.getShort(entry + 8));
                        orientation = held > LAST_ORIENTATION ? UPRIGHT : Math.max(held, UPRIGHT);
                    }
                    case GPS -> tellsPlace |= hasMoreThanAVersion(tiff, tiff.getInt(entry + 8));
                    case XMP -> tellsPlace = true;
                    default -> {}
                }
            }
        } catch (IndexOutOfBoundsException broken) {
            tell();
        }
    }

    private static boolean hasMoreThanAVersion(ByteBuffer tiff, int directory) {
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        return entries > 1 || entries == 1 && tiff.getShort(directory + 2) != 0;
    }

    /** Exif that says nothing but how the picture is held. */
    byte[] bareExif() {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
