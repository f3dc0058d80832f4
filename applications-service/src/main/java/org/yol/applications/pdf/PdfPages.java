package org.yol.applications.pdf;

import com.ibm.icu.text.BreakIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/**
 * A document of text on pages of A4, written from top to bottom; what does not fit goes on the next page. For one
 * thread, and closed in the end.
 */
public final class PdfPages implements AutoCloseable {

    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float MARGIN = 48;
    /** Height of what is added above the pages of other documents. */
    private static final float STRIP = 24;

    private static final float LEADING = 1.4f;

    /** Of what stands on the left of a row. */
    private static final float LABEL = 130;

    /** From the next on, Exif's ways to hold a camera have it on its side. */
    private static final int LAST_UPRIGHT = 4;

    /** Side of what stands in the corner: 26 mm. */
    private static final float CORNER = 74;

    private final PDDocument document = new PDDocument();
    private final Letters letters = new Letters(document);
    private final Map<String, PDComplexFileSpecification> attached = new HashMap<>();
    private final Locale locale;
    private final float scale;
    private PDPageContentStream page;
    private float top;
    /** How far what stands in the corner of the page reaches down. */
    private float cornerBottom = PAPER.getHeight();

    /**
     * An empty document.
     *
     * @param locale in whose way lines are broken
     * @param scale of all sizes, 1 as a rule
     */
    public PdfPages(String title, Locale locale, Instant made, float scale) {
        this.locale = locale;
        this.scale = scale;
        document.getDocumentInformation().setTitle(title);
        Calendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        at.setTimeInMillis(made.toEpochMilli());
        document.getDocumentInformation().setCreationDate(at);
        document.getDocumentCatalog().setLanguage(locale.toLanguageTag());
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
        nextPage();
    }

    /** How many pages there are so far. */
    public int pages() {
        return document.getNumberOfPages();
    }

    /**
     * A code in the upper right corner, which what is written beside it leaves free.
     *
     * @param below what it leads to, in small print
     */
    public void corner(QrCode code, String below) {
        float side = CORNER * scale;
        float left = PAPER.getWidth() - MARGIN - side;
        try {
            code.draw(page, left, top - side, side);
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
        float begun = top;
        top -= side;
        write(below, Typeface.REGULAR, 6, PAPER.getWidth() - 2 * MARGIN - side, side);
        cornerBottom = top;
        top = begun;
    }

    /** A line that says what follows. */
    public void heading(String text) {
        space(8);
        write(text, Typeface.BOLD, 12, 0, room());
        space(2);
    }

    /** The largest line, on top. */
    public void title(String text) {
        write(text, Typeface.BOLD, 18, 0, room());
        space(4);
    }

    /** Running text. */
    public void paragraph(String text) {
        write(text, Typeface.REGULAR, 9.5f, 0, room());
        space(3);
    }

    /** Small print, such as digests: it may be broken anywhere. */
    public void small(String text) {
        write(text, Typeface.REGULAR, 7.5f, 0, room());
    }

    /** A label, and what it is the label of, beside it. */
    public void row(String label, String text) {
        float before = top;
        PDPageContentStream started = page;
        write(label, Typeface.REGULAR, 9.5f, 0, LABEL * scale - 8);
        float below = top;
        if (started == page) {
            top = before;
        }
        write(text, Typeface.BOLD, 9.5f, LABEL * scale, room() - LABEL * scale);
        top = started == page ? Math.min(top, below) : top;
        space(2);
    }

    /** A gap, in points. */
    public void space(float points) {
        top -= points * scale;
    }

    /** A thin line across the page. */
    public void rule() {
        space(6);
        try {
            page.setLineWidth(0.5f);
            page.moveTo(MARGIN, top);
            page.lineTo(PAPER.getWidth() - MARGIN, top);
            page.stroke();
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
        space(8);
    }

    /** A file that goes along, as it is: readers of PDF show it as an attachment. */
    public void attach(String name, String type, byte[] bytes) {
        try {
            PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
            file.setSubtype(type);
            file.setSize(bytes.length);
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(name);
            specification.setFileUnicode(name);
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            attached.put(name, specification);
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    /** What follows stands on a page of its own. */
    public void newPage() {
        nextPage();
    }

    /**
     * All pages of another document as they are, which has to stay open until this one is written. Each becomes a
     * little higher: nothing on it is covered by what is written above. Its content is not even unpacked.
     *
     * @param above what is written above a page, by its number from 1 on
     * @throws IOException when a page can't be read
     */
    public void append(PDDocument other, IntFunction<String> above) throws IOException {
        leavePage();
        int number = 0;
        for (PDPage source : other.getPages()) {
            PDPage copy = new PDPage(new COSDictionary(source.getCOSObject()));
            copy.getCOSObject().removeItem(COSName.PARENT);
            copy.getCOSObject().removeItem(COSName.AA);
            copy.setResources(source.getResources() == null ? new PDResources() : source.getResources());
            copy.setRotation(source.getRotation());
            PDRectangle shown = source.getCropBox();
            copy.setMediaBox(shown);
            document.addPage(copy);
            number++;
            strip(copy, shown, above.apply(number));
        }
    }

    /** Adds a strip to the side of a page that is shown on top, and writes on it. */
    private void strip(PDPage copy, PDRectangle shown, String text) throws IOException {
        float x = shown.getLowerLeftX();
        float y = shown.getLowerLeftY();
        float right = shown.getUpperRightX();
        float top = shown.getUpperRightY();
        int turned = Math.floorMod(copy.getRotation(), 360);
        PDRectangle higher = switch (turned) {
            case 90 -> new PDRectangle(x - STRIP, y, right - x + STRIP, top - y);
            case 180 -> new PDRectangle(x, y - STRIP, right - x, top - y + STRIP);
            case 270 -> new PDRectangle(x, y, right - x + STRIP, top - y);
            default -> new PDRectangle(x, y, right - x, top - y + STRIP);
        };
        copy.setMediaBox(higher);
        copy.setCropBox(higher);
        Matrix upright = switch (turned) {
            case 90 -> new Matrix(0, 1, -1, 0, x, y);
            case 180 -> new Matrix(-1, 0, 0, -1, right, y);
            case 270 -> new Matrix(0, -1, 1, 0, right, top);
            default -> new Matrix(1, 0, 0, 1, x, top);
        };
        float width = turned % 180 == 0 ? right - x : top - y;
        try (PDPageContentStream drawn =
                new PDPageContentStream(document, copy, PDPageContentStream.AppendMode.APPEND, true, true)) {
            drawn.transform(upright);
            drawStrip(drawn, text, width, STRIP / 3);
        }
    }

    private void drawStrip(PDPageContentStream drawn, String text, float width, float baseline) throws IOException {
        List<Letters.Run> runs = letters.runs(text, Typeface.BOLD);
        float room = width - 2 * STRIP;
        float points = Math.min(9, room / Math.max(1, letters.width(text, Typeface.BOLD)));
        drawn.beginText();
        drawn.newLineAtOffset(STRIP, baseline);
        for (Letters.Run run : runs) {
            drawn.setFont(run.font(), points);
            drawn.showText(run.text());
        }
        drawn.endText();
    }

    /**
     * A picture on a page of its own, as large as there is room.
     *
     * @param bytes of a JPEG or PNG
     * @param held how it has to be turned to be seen upright, 1 to 8 as Exif has it
     * @param above what is written above it
     * @throws IOException when it can't be read
     */
    public void picture(byte[] bytes, int held, String above) throws IOException {
        PDImageXObject picture = PDImageXObject.createFromByteArray(document, bytes, null);
        leavePage();
        PDPage next = new PDPage(PAPER);
        document.addPage(next);
        float room = PAPER.getHeight() - 2 * MARGIN;
        boolean lies = held > LAST_UPRIGHT;
        int across = lies ? picture.getHeight() : picture.getWidth();
        int down = lies ? picture.getWidth() : picture.getHeight();
        float fit = Math.min(1, Math.min(width() / across, room / down));
        try (PDPageContentStream drawn = new PDPageContentStream(document, next)) {
            Matrix place = new Matrix(across * fit, 0, 0, down * fit, MARGIN, PAPER.getHeight() - MARGIN - down * fit);
            drawn.drawImage(picture, turned(held).multiply(place));
            drawn.transform(new Matrix(1, 0, 0, 1, 0, PAPER.getHeight() - STRIP));
            drawStrip(drawn, above, PAPER.getWidth(), STRIP / 3);
        }
    }

    /** From a square with the picture as it is kept to the same square with it upright. */
    private static Matrix turned(int held) {
        return switch (held) {
            case 2 -> new Matrix(-1, 0, 0, 1, 1, 0);
            case 3 -> new Matrix(-1, 0, 0, -1, 1, 1);
            case 4 -> new Matrix(1, 0, 0, -1, 0, 1);
            case 5 -> new Matrix(0, -1, -1, 0, 1, 1);
            case 6 -> new Matrix(0, -1, 1, 0, 0, 1);
            case 7 -> new Matrix(0, 1, 1, 0, 0, 0);
            case 8 -> new Matrix(0, 1, -1, 0, 1, 0);
            default -> new Matrix(1, 0, 0, 1, 0, 0);
        };
    }

    /** Writes the whole; nothing can be added after that. */
    public void writeTo(OutputStream out) throws IOException {
        leavePage();
        if (!attached.isEmpty()) {
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(attached);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        }
        document.save(out);
    }

    private void leavePage() throws IOException {
        if (page != null) {
            page.close();
        }
        page = null;
    }

    private void write(String text, Typeface typeface, float size, float left, float width) {
        float points = size * scale;
        if (page == null) {
            nextPage();
        }
        for (String line : lines(text, typeface, width / points)) {
            if (top - points * LEADING < MARGIN) {
                nextPage();
            }
            top -= points * LEADING;
            draw(letters.runs(line, typeface), points, MARGIN + left);
        }
    }

    private void draw(List<Letters.Run> runs, float points, float left) {
        try {
            page.beginText();
            page.newLineAtOffset(left, top);
            for (Letters.Run run : runs) {
                page.setFont(run.font(), points);
                page.showText(run.text());
            }
            page.endText();
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    /** Broken where the language breaks lines; a word that is longer than a line, anywhere. */
    private List<String> lines(String text, Typeface typeface, float width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : words(paragraph)) {
                if (letters.width((line + word).stripTrailing(), typeface) <= width) {
                    line.append(word);
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(rest(word, typeface, width, lines));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private List<String> words(String paragraph) {
        return pieces(BreakIterator.getLineInstance(locale), paragraph);
    }

    /** What is left of a word after the lines that it fills by itself. */
    private String rest(String word, Typeface typeface, float width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String letter : pieces(BreakIterator.getCharacterInstance(locale), word)) {
            if (!line.isEmpty() && letters.width(line + letter.stripTrailing(), typeface) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(letter);
        }
        return line.toString();
    }

    private static List<String> pieces(BreakIterator breaks, String text) {
        List<String> pieces = new ArrayList<>();
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private static float width() {
        return PAPER.getWidth() - 2 * MARGIN;
    }

    /** What a line may take here. */
    private float room() {
        return top > cornerBottom ? width() - (CORNER + 8) * scale : width();
    }

    private void nextPage() {
        try {
            if (page != null) {
                page.close();
            }
            PDPage next = new PDPage(PAPER);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
            top = PAPER.getHeight() - MARGIN;
            cornerBottom = PAPER.getHeight();
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    private static IllegalStateException inMemory(IOException impossible) {
        return new IllegalStateException("A document is made in memory", impossible);
    }

    @Override
    public void close() {
        letters.close();
        try {
            document.close();
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }
}
