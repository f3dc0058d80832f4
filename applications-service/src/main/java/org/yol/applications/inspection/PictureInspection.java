package org.yol.applications.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a picture to its end, and keeps a few of its points. */
final class PictureInspection {

    private static final int MILLION = 1_000_000;

    /** A telephone makes 12 or 50 million and more, of which a paper needs 8 million. */
    static final int MOST_MEGAPIXELS = 50;

    /** The reader keeps all coefficients of such a picture: 6 bytes a point. */
    static final int MOST_MEGAPIXELS_PROGRESSIVE = 16;

    private static final int POINTS_KEPT = 250_000;

    private PictureInspection() {}

    /** @throws Unfit with the reason */
    static void of(String type, byte[] file, boolean progressive) throws Unfit {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type).next();
        AtomicBoolean half = new AtomicBoolean();
        reader.addIIOReadWarningListener((_, warning) -> {
            if (warning.contains("Premature end")) {
                half.set(true);
            }
        });
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            long points = (long) reader.getWidth(0) * reader.getHeight(0);
            int most = progressive ? MOST_MEGAPIXELS_PROGRESSIVE : MOST_MEGAPIXELS;
            if (points > (long) most * MILLION) {
                throw new Unfit("file.too-many-pixels", most);
            }
            ImageReadParam some = reader.getDefaultReadParam();
            int step = (int) Math.ceil(Math.sqrt((double) points / POINTS_KEPT));
            some.setSourceSubsampling(step, step, 0, 0);
            // Without its colours where that can be: those of printers, and broken ones, are no reason to refuse it.
            if (reader.canReadRaster()) {
                reader.readRaster(0, some);
            } else {
                reader.read(0, some);
            }
        } catch (IOException | RuntimeException broken) {
            throw new Unfit("file.unreadable");
        } finally {
            reader.dispose();
        }
        if (half.get()) {
            throw new Unfit("file.half");
        }
    }
}
