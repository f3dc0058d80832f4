package org.yol.applications.pdf;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of one document. Of a font only the glyphs that are used get into it. What no font has becomes a box, and
 * what nobody can see goes.
 */
final class Letters implements AutoCloseable {

    /** Shown for a letter that no font has. */
    private static final int BOX = '□';

    private static final float PER_EM = 1000f;

    private final PDDocument document;
    private final Map<FontFile, Loaded> loaded = new EnumMap<>(FontFile.class);

    Letters(PDDocument document) {
        this.document = document;
    }

    /** Letters of one font, one after another. */
    record Run(PDType0Font font, String text) {

        /** In units of the size of the letters. */
        float width() {
            try {
                return font.getStringWidth(text) / PER_EM;
            } catch (IOException impossible) {
                throw new IllegalStateException("Fonts are read from memory", impossible);
            }
        }
    }

    private record Loaded(TrueTypeFont file, CmapLookup glyphs, PDType0Font font) {

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) > 0;
        }
    }

    /** A line as it is drawn from left to right, whichever way it is read. */
    List<Run> runs(String line, Typeface typeface) {
        String visual = visual(line);
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        PDType0Font font = null;
        for (int codePoint : visual.codePoints().filter(Letters::isVisible).toArray()) {
            Loaded holder = holder(codePoint, typeface);
            int shown = holder == null ? BOX : codePoint;
            PDType0Font next = (holder == null ? load(first(typeface)) : holder).font();
            if (next != font && font != null) {
                runs.add(new Run(font, text.toString()));
                text.setLength(0);
            }
            font = next;
            text.appendCodePoint(shown);
        }
        if (font != null) {
            runs.add(new Run(font, text.toString()));
        }
        return runs;
    }

    /** In units of the size of the letters. */
    float width(String line, Typeface typeface) {
        return (float) runs(line, typeface).stream().mapToDouble(Run::width).sum();
    }

    private static String visual(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        return new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
                .writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
    }

    /** Not a control, a mark of direction or of joining, or half a letter. */
    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private Loaded holder(int codePoint, Typeface typeface) {
        for (FontFile file : List.of(first(typeface), FontFile.RARE_KANJI)) {
            Loaded font = load(file);
            if (font.has(codePoint)) {
                return font;
            }
        }
        return null;
    }

    private static FontFile first(Typeface typeface) {
        return typeface == Typeface.BOLD ? FontFile.BOLD : FontFile.REGULAR;
    }

    private Loaded load(FontFile file) {
        return loaded.computeIfAbsent(file, wanted -> {
            try {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(wanted.bytes()));
                return new Loaded(font, font.getUnicodeCmapLookup(), PDType0Font.load(document, font, true));
            } catch (IOException broken) {
                throw new IllegalStateException("The font " + wanted + " is broken", broken);
            }
        });
    }

    /** After the document has been written. */
    @Override
    public void close() {
        loaded.values().forEach(font -> {
            try {
                font.file().close();
            } catch (IOException impossible) {
                throw new IllegalStateException("Fonts are read from memory", impossible);
            }
        });
    }
}
