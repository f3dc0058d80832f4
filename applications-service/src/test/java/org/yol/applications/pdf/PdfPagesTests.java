package org.yol.applications.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPagesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aigerim O’Bekova-Žáček",
                "Әйгерім Бекқызы Ұлғай Һанат",
                "Ҷамшед Ӯғӣ Ҳақназар",
                "Gözel Ýazşňäç",
                "Oʻgʻiloy Gʻulomova",
                "山田 太郎 ヤマダ タロウ",
                "髙﨑 邉德 瑩",
                "№ «Ёлка» – 12 … ✓"
            })
    void writesWhatPeopleHereWrite(String name) throws IOException {
        assertThat(textOf(pages -> pages.row("Name", name))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "محمد الفارسي",
                "דוד לוי",
                "😀👩‍👩‍👧 emoji",
                "a\u0000b\u200B\u202Ec\uD800d",
                "",
                " ",
                "\n\n",
                "𠮷野家",
                "ไทย"
            })
    void doesNotFailAtWhatNoFontHas(String name) throws IOException {
        assertThat(textOf(pages -> {
                    pages.title(name);
                    pages.row(name, name);
                    pages.paragraph("after");
                }))
                .contains("after");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void pageOfAnotherDocumentIsHigherByAStripOnTopWhicheverWayItIsTurned(int turned) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument other = new PDDocument();
                PdfPages pages = new PdfPages("Bundle", Locale.ENGLISH, Instant.EPOCH, 1)) {
            PDPage page = new PDPage(PDRectangle.A5);
            page.setRotation(turned);
            other.addPage(page);
            pages.append(other, number -> "4-" + number);
            pages.newPage();
            pages.paragraph("after");
            pages.writeTo(out);
        }

        try (PDDocument whole = Loader.loadPDF(out.toByteArray())) {
            PDRectangle shown = whole.getPage(1).getCropBox();
            assertThat(shown.getWidth() * shown.getHeight())
                    .isGreaterThan(PDRectangle.A5.getWidth() * PDRectangle.A5.getHeight());
            PDFTextStripper text = new PDFTextStripper();
            text.setStartPage(2);
            text.setEndPage(2);
            assertThat(text.getText(whole)).contains("4-1");
            PDFTextStripperByArea strip = new PDFTextStripperByArea();
            strip.addRegion("top", new Rectangle2D.Float(0, 0, 1_000, 24));
            strip.extractRegions(whole.getPage(1));
            assertThat(strip.getTextForRegion("top")).contains("4-1");
        }
    }

    @Test
    void breaksLinesAndPagesAnywhereItHasTo() throws IOException {
        String digest = "0123456789abcdef".repeat(40);

        byte[] made = made(pages -> {
            for (int i = 0; i < 60; i++) {
                pages.paragraph("Row " + i + " " + "слово ".repeat(30));
            }
            pages.small(digest);
        });

        try (PDDocument read = Loader.loadPDF(made)) {
            assertThat(read.getNumberOfPages()).isBetween(2, 8);
            String text = new PDFTextStripper().getText(read);
            assertThat(text).contains("Row 0 ", "Row 59 ");
            assertThat(text.replaceAll("\\s", "")).contains(digest);
        }
    }

    @Test
    void takesAFileAlongAsItIs() throws IOException {
        byte[] file = "eyJhbGciOiJFZERTQSJ9.e30.AAAA".getBytes(StandardCharsets.US_ASCII);

        byte[] made = made(pages -> pages.attach("receipt.jws", "application/jose", file));

        assertThat(new String(made, StandardCharsets.ISO_8859_1)).contains("eyJhbGciOiJFZERTQSJ9.e30.AAAA");
        assertThat(made.length).as("only the glyphs that are used").isLessThan(50_000);
    }

    @Test
    void theCodeInTheCornerLeadsWhereItSaysAndIsNotWrittenOver() throws Exception {
        String address = "https://yol.example.org/verify";

        byte[] made = made(pages -> {
            pages.corner(QrCode.of(address), address);
            pages.title("Receipt");
            pages.paragraph("It arrived, and what arrived is on this page. ".repeat(12));
        });

        BufferedImage page = rendered(made, 0, 150);
        int width = page.getWidth();
        int[] points = page.getRGB(0, 0, width, 400, null, 0, width);
        LuminanceSource light = new RGBLuminanceSource(width, 400, points);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(light)))
                        .getText())
                .isEqualTo(address);
        try (PDDocument read = Loader.loadPDF(made)) {
            PDFTextStripperByArea corner = new PDFTextStripperByArea();
            corner.addRegion("code", new Rectangle2D.Float(465, 40, 90, 80));
            corner.extractRegions(read.getPage(0));
            assertThat(corner.getTextForRegion("code").strip()).isEmpty();
        }
    }

    @Test
    void theCodeIsAPictureOfItsOwnToo() {
        assertThat(QrCode.of("https://yol.example.org/verify").svg())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .contains("<path d=\"M4 4h7v1h-7z");
    }

    /** What each means says Exif: where its first row and its first column are seen. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void pictureIsSeenUprightHoweverTheCameraWasHeld(int held) throws IOException {
        BufferedImage upright = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 60 * 40; i++) {
            boolean corner = i % 60 < 30 && i / 60 < 20;
            upright.setRGB(i % 60, i / 60, corner ? 0xFF0000 : 0x0000FF);
        }
        boolean lies = held > 4;
        BufferedImage kept = new BufferedImage(lies ? 40 : 60, lies ? 60 : 40, BufferedImage.TYPE_INT_RGB);
        int last = kept.getHeight() - 1;
        int right = kept.getWidth() - 1;
        for (int row = 0; row <= last; row++) {
            for (int column = 0; column <= right; column++) {
                int seen = switch (held) {
                    case 2 -> upright.getRGB(right - column, row);
                    case 3 -> upright.getRGB(right - column, last - row);
                    case 4 -> upright.getRGB(column, last - row);
                    case 5 -> upright.getRGB(row, column);
                    case 6 -> upright.getRGB(last - row, column);
                    case 7 -> upright.getRGB(last - row, right - column);
                    case 8 -> upright.getRGB(row, right - column);
                    default -> upright.getRGB(column, row);
                };
                kept.setRGB(column, row, seen);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(kept, "png", png);

        BufferedImage page = rendered(
                made(pages -> {
                    try {
                        pages.picture(png.toByteArray(), held, "1-1");
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                }),
                1,
                72);

        assertThat(page.getRGB(48 + 10, 48 + 10) & 0xFFFFFF).isEqualTo(0xFF0000);
        assertThat(page.getRGB(48 + 50, 48 + 10) & 0xFFFFFF).isEqualTo(0x0000FF);
        assertThat(page.getRGB(48 + 10, 48 + 30) & 0xFFFFFF).isEqualTo(0x0000FF);
        assertThat(page.getRGB(48 + 70, 48 + 10) & 0xFFFFFF)
                .as("as wide as it is")
                .isEqualTo(0xFFFFFF);
    }

    private static BufferedImage rendered(byte[] made, int page, int dots) throws IOException {
        try (PDDocument read = Loader.loadPDF(made)) {
            return new PDFRenderer(read).renderImageWithDPI(page, dots);
        }
    }

    private static String textOf(Consumer<PdfPages> content) throws IOException {
        try (PDDocument read = Loader.loadPDF(made(content))) {
            return new PDFTextStripper().getText(read);
        }
    }

    private static byte[] made(Consumer<PdfPages> content) throws IOException {
        try (PdfPages pages = new PdfPages("Test", Locale.ENGLISH, Instant.EPOCH, 1)) {
            content.accept(pages);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pages.writeTo(out);
            return out.toByteArray();
        }
    }
}
