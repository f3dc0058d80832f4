package org.yol.applications.nomination;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What a list that is sent says of an application, for those who decide and for the authority itself: its student is
 * told no rank.
 *
 * @param rank 1 or more; null unless it is nominated
 */
public record Standing(Verdict verdict, Integer rank) {

    static final Standing DECLINED = new Standing(Verdict.DECLINED, null);
    static final Standing ON_NEITHER = new Standing(Verdict.NEITHER, null);

    /** Which of the lists it is on. */
    public enum Verdict {
        @JsonProperty("nominated")
        NOMINATED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("neither")
        NEITHER;

        /** The word used in JSON and in files: lower case. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Standing nominated(int rank) {
        return new Standing(Verdict.NOMINATED, rank);
    }
}
