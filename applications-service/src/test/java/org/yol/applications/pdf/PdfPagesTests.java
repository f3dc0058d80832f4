package org.yol.applications.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
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
