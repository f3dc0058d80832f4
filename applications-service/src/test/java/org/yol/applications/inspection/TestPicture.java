package org.yol.applications.inspection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as cameras make them. */
public final class TestPicture {

    private static final int EDGE = 64;
    private static final int PNG_HEADER = 33;

    private TestPicture() {}

    /** A small picture of noise. */
    public static byte[] of(String type) throws IOException {
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        Random noise = new Random(7);
        for (int i = 0; i < EDGE * EDGE; i++) {
            image.setRGB(i % EDGE, i / EDGE, noise.nextInt(1 << 24));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, type.substring(type.indexOf('/') + 1), bytes);
        return bytes.toByteArray();
    }

    /** The same that says where it was made, in Exif and in XMP. */
    public static byte[] placed(String type, int orientation) throws IOException {
        byte[] picture = of(type);
        byte[] exif = exif(orientation);
        byte[] xmp = "<x:xmpmeta><exif:GPSLatitude>43,14N</exif:GPSLatitude></x:xmpmeta>"
                .getBytes(StandardCharsets.US_ASCII);
        boolean jpeg = type.equals("image/jpeg");
        int head = jpeg ? 2 : PNG_HEADER;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, head);
        if (jpeg) {
            writeSegment(bytes, "Exif\0\0", exif);
            writeSegment(bytes, "http://ns.adobe.com/xap/1.0/\0", xmp);
        } else {
            writeChunk(bytes, "eXIf", exif);
            writeChunk(
                    bytes,
                    "iTXt",
                    ("XML:com.adobe.xmp\0\0\0\0\0" + new String(xmp, StandardCharsets.US_ASCII))
                            .getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(picture, head, picture.length - head);
        return bytes.toByteArray();
    }

    /** A PNG that says it is as large, and has none of it. */
    static byte[] sized(int width, int height) throws IOException {
        byte[] picture = of("image/png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 8);
        writeChunk(
                bytes,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(picture, 24, 5)
                        .array());
        bytes.write(picture, PNG_HEADER, picture.length - PNG_HEADER);
        return bytes.toByteArray();
    }

    /** As telephones write it: Intel's order, how the phone was held, and a directory of the place. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(72)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II*\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 2)
                .put(entry(0x0112, 3, 1, orientation))
                .put(entry(0x8825, 4, 1, 38))
                .putInt(0)
                .putShort((short) 1)
                .put(entry(2, 2, 8, 56))
                .putInt(0)
                .put("GPSPLACE".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .array();
    }

    private static void writeSegment(ByteArrayOutputStream bytes, String name, byte[] content) {
        bytes.writeBytes(ByteBuffer.allocate(4 + name.length() + content.length)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (2 + name.length() + content.length))
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array());
    }

    private static void writeChunk(ByteArrayOutputStream bytes, String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + content.length);
        bytes.writeBytes(chunk.putInt((int) sum.getValue()).array());
    }
}
