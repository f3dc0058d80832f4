package org.yol.applications.dossier;

import com.ibm.icu.text.Transliterator;
import org.yol.platform.text.VisibleText;

/** How a name in Latin letters may be read in Japanese: a suggestion, since only its bearer knows. */
public final class Katakana {

    /** Safe for many threads once it is made. Apostrophes and marks have no reading. */
    private static final Transliterator READING = Transliterator.getInstance(
            "NFD; [[:Mn:]['\u2018\u2019\u02BB\u02BC`\u00B4.,]] Remove; NFC; Lower; Latin-Katakana;"
                    + " [^\\u30A1-\\u30FE\\ \\u3000] Remove");

    private Katakana() {}

    /** The reading of a name; null without one. */
    static PersonName of(PersonName latin) {
        return latin == null || latin.isBlank() ? null : new PersonName(of(latin.family()), of(latin.given()));
    }

    /** The reading of a text in Latin letters; null without any. */
    public static String of(String latin) {
        if (VisibleText.isBlank(latin)) {
            return null;
        }
        String reading =
                asWritten(READING.transliterate(latin.replace('-', ' ')).strip());
        return reading.isEmpty() ? null : reading;
    }

    /** The letters for va, vi, ve and vo are in no name today. */
    private static String asWritten(String reading) {
        return reading.replace("ヷ", "ヴァ").replace("ヸ", "ヴィ").replace("ヹ", "ヴェ").replace("ヺ", "ヴォ");
    }
}
