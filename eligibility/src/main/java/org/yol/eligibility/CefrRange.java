package org.yol.eligibility;

/**
 * Where a certificate's holder stands in the Common European Framework, as far as those who hold the test say.
 *
 * @param lowest null where it may be below A1
 * @param highest at least as high as the lowest
 */
record CefrRange(CefrLevel lowest, CefrLevel highest) {

    static CefrRange of(CefrLevel level) {
        return new CefrRange(level, level);
    }

    /** Less than the first level that is published for the test. */
    static CefrRange below(CefrLevel first) {
        return new CefrRange(null, CefrLevel.values()[first.ordinal() - 1]);
    }

    Answer isAtLeast(CefrLevel asked) {
        if (lowest != null && lowest.compareTo(asked) >= 0) {
            return Answer.MET;
        }
        return highest.compareTo(asked) < 0 ? Answer.NOT_MET : Answer.UNKNOWN;
    }

    boolean isOneLevel() {
        return lowest == highest;
    }
}
