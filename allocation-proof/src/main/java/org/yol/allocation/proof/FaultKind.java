package org.yol.allocation.proof;

/** What can be wrong with the record of a selection. */
public enum FaultKind {
    /** A file is not in the canonical form of RFC 8785, or an array is not in its order. */
    FORM,
    /** The mode is unknown, or caps and reserves are mixed. */
    MODE,
    /** A place or a category stands twice, is unknown where it is named, or has an impossible number of seats. */
    PLACE,
    /** Caps that cross, name unknown places, or are not innermost first. */
    CAP,
    /** The seed is not 32 bytes. */
    SEED,
    /** A number of an applicant is none, or stands twice. */
    NUMBER,
    /** A lottery number is not that of the seed. */
    LOTTERY,
    /** A choice names an unknown place or one a second time, or has neither or both of a score and an exclusion. */
    CHOICE,
    /** A score is not one of 0.00 to 100.00 with two decimals. */
    SCORE,
    /** The result is of another input, another call or another algorithm. */
    DIGEST,
    /** The result names a place, a kind of seat or an applicant that the input does not have, or lacks a place. */
    UNKNOWN,
    /** An applicant holds more than one seat. */
    HELD_TWICE,
    /** An applicant holds a place without having ranked it. */
    NOT_RANKED,
    /** An applicant holds a place that they were excluded from. */
    EXCLUDED,
    /** A place gave more seats than it has. */
    OVER_SEATS,
    /** More are held under a cap than it allows. */
    OVER_CAP,
    /** Somebody holds a seat of a kind that is not theirs. */
    WRONG_SEAT,
    /** Those who hold seats are not listed by kind of seat and strict order. */
    HELD_ORDER,
    /** An applicant prefers a place that would choose them. */
    BLOCKING,
    /** Another stable outcome is better for some applicants and worse for none. */
    NOT_OPTIMAL,
    /** A reserve list lacks somebody, has somebody too much, or is not in strict order. */
    RESERVE_LIST,
    /** A cut-off is missing, wrong, or of what is not full. */
    CUT_OFF
}
