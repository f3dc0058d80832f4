package org.yol.applications.pdf;

/** How a piece of text is set. */
public enum Typeface {
    REGULAR,
    BOLD
}
