package org.yol.applications.roster;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is still to be done with an application. */
public enum ToDo {
    /** To be scored at a place that it ranks. */
    @JsonProperty("unscored")
    UNSCORED,
    /** Nothing is decided on it. */
    @JsonProperty("undecided")
    UNDECIDED,
    /** Something is decided, and its student is not told. */
    @JsonProperty("unpublished")
    UNPUBLISHED,
    /** Its student has an offer, and has not answered. */
    @JsonProperty("unanswered")
    UNANSWERED
}
