package org.yol.platform.web;

import java.util.regex.Pattern;

/** Text that people wrote, on its way into a spreadsheet. */
public final class SpreadsheetText {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\u2028\u2029]+");

    /**
     * Where a cell might begin, whichever separator its reader splits at: Excel takes that of the region, and knows no
     * quotation marks in the middle of what it takes for a cell.
     */
    private static final String BEGINNING = "(^|[;,])([\\p{Z}\\p{C}\"]*)";

    /** In ASCII, in the full width of Japanese and Chinese, and small. */
    private static final String SIGN = "(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B])";

    private static final Pattern FORMULA = Pattern.compile(BEGINNING + SIGN);

    private SpreadsheetText() {}

    /**
     * The same in one line. What begins like a formula, be it behind something invisible or behind what some reader
     * takes for the end of a cell, must not run as one (OWASP, CSV injection).
     *
     * @param text null stays null
     */
    public static String harmless(String text) {
        return text == null ? null : FORMULA.matcher(inOneLine(text)).replaceAll("$1'$2");
    }

    /**
     * The same in one line, for a file in which text can't be taken for anything else.
     *
     * @param text null stays null
     */
    public static String inOneLine(String text) {
        return text == null ? null : CONTROLS.matcher(text).replaceAll(" ");
    }
}
