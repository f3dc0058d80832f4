package org.yol.platform.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Whether there is anything to see in a text. */
public final class VisibleText {

    /** The braille pattern without any dot, which no property tells from the others. */
    private static final int BLANK_PATTERN = 0x2800;

    private VisibleText() {}

    /**
     * Whether nobody sees anything: no text, spaces, and letters that have no picture, such as U+200B or U+3164.
     *
     * @param text may be null
     */
    public static boolean isBlank(String text) {
        return text == null || text.codePoints().allMatch(VisibleText::isUnseen);
    }

    private static boolean isUnseen(int letter) {
        return UCharacter.isUWhiteSpace(letter)
                || UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || letter == BLANK_PATTERN
                || Character.isISOControl(letter);
    }

    /** Whether a letter without a picture does nothing to those beside it either, so that no word needs it. */
    static boolean isNothing(int letter) {
        return letter == 0x200B || letter == 0xFEFF || (letter >= 0x2060 && letter <= 0x206F);
    }
}
