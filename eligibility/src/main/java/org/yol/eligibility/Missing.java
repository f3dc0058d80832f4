package org.yol.eligibility;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What one would have to know to answer. */
public enum Missing {
    @JsonProperty("citizenship")
    CITIZENSHIP,
    @JsonProperty("birth-date")
    BIRTH_DATE,
    @JsonProperty("degree")
    DEGREE,
    @JsonProperty("grade")
    GRADE,
    /** The same grade on a scale that the call names. */
    @JsonProperty("grade-on-scale")
    GRADE_ON_SCALE,
    @JsonProperty("certificates")
    CERTIFICATES,
    /** The total score of a JLPT certificate. */
    @JsonProperty("total-score")
    TOTAL_SCORE,
    @JsonProperty("years-of-work")
    YEARS_OF_WORK,
    @JsonProperty("employer")
    EMPLOYER,
    @JsonProperty("residence")
    RESIDENCE,
    @JsonProperty("years-of-residence")
    YEARS_OF_RESIDENCE,
    @JsonProperty("programmes-held")
    PROGRAMMES_HELD,
    @JsonProperty("choices")
    CHOICES,
    /** The call does not say yet when it closes. */
    @JsonProperty("deadline")
    DEADLINE;

    /** The word used in JSON and in message files: lower case with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
