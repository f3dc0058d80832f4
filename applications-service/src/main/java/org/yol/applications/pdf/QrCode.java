package org.yol.applications.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A text as a square of dots that cameras read (ISO/IEC 18004), with the white margin that they need. */
public final class QrCode {

    private static final Map<EncodeHintType, Object> FORM =
            Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private final BitMatrix dots;

    private QrCode(BitMatrix dots) {
        this.dots = dots;
    }

    /** @throws IllegalArgumentException when a text is longer than a code can be, some two thousand letters */
    public static QrCode of(String text) {
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, FORM));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** What draws dots that stand in one row. */
    @FunctionalInterface
    private interface Dots {

        void draw(int left, int row, int number) throws IOException;
    }

    private void each(Dots draws) throws IOException {
        for (int row = 0; row < dots.getHeight(); row++) {
            int from = 0;
            while (from < dots.getWidth()) {
                int to = from;
                while (to < dots.getWidth() && dots.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    draws.draw(from, row, to - from);
                }
                from = to + 1;
            }
        }
    }

    /** The code as a picture of its own (SVG), black on white. */
    public String svg() {
        StringBuilder path = new StringBuilder();
        try {
            each((left, row, number) -> path.append("M%d %dh%dv1h-%dz".formatted(left, row, number, number)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        int size = dots.getWidth();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(size, size)
                + "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path d=\"%s\"/></svg>".formatted(size, size, path);
    }

    /** Draws it as one shape, so that no light shines between its dots. */
    void draw(PDPageContentStream page, float left, float bottom, float side) throws IOException {
        float dot = side / dots.getWidth();
        each((column, row, number) ->
                page.addRect(left + column * dot, bottom + side - (row + 1) * dot, number * dot, dot));
        page.fill();
    }
}
