package org.yol.platform.problem;

import java.util.Locale;

/** A value of a refusal that has words of its own in every language. */
@FunctionalInterface
public interface Localized {

    /** The words for that reader. */
    String in(Locale reader);
}
