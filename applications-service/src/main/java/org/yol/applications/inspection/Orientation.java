package org.yol.applications.inspection;

/** How pictures have to be turned: cameras say it beside a picture instead of turning it. */
public final class Orientation {

    private Orientation() {}

    /**
     * How a picture is held that was taken.
     *
     * @param type {@code image/jpeg} or {@code image/png}
     * @return 1 to 8 as Exif has it; 1, which is upright, where it says nothing or cannot be read
     */
    public static int of(String type, byte[] picture) {
        try {
            return (type.equals("image/jpeg") ? Jpeg.read(picture) : Png.read(picture)).held();
        } catch (Unfit unread) {
            return PlaceNotes.UPRIGHT;
        }
    }
}
