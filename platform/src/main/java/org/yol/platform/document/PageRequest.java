package org.yol.platform.document;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to {@value #MOST}
 * @param after the cursor of the page before, null for the first
 */
public record PageRequest(int limit, String after) {

    /** The longest page anybody gets. */
    public static final int MOST = 100;

    /** The page one gets without asking for a length. */
    public static final int USUAL = 20;
}
