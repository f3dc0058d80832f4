package org.yol.platform.web;

import java.util.regex.Pattern;

/** Text that people wrote, on its way into a spreadsheet. */
public final class SpreadsheetText {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern FORMULA = Pattern.compile("[\\p{Z}\\p{C}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    private SpreadsheetText() {}

    /**
     * The same in one line. A cell that begins like a formula, be it behind something invisible, must not run as one
     * (OWASP, CSV injection).
     *
     * @param text null stays null
     */
    public static String harmless(String text) {
        if (text == null) {
            return null;
        }
        String line = CONTROLS.matcher(text).replaceAll(" ");
        return FORMULA.matcher(line).lookingAt() ? "'" + line : line;
    }
}
