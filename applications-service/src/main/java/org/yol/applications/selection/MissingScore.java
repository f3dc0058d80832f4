package org.yol.applications.selection;

/**
 * An application that nobody has scored at a place that its student ranks. Public because the record codec can read no
 * other.
 */
public record MissingScore(String applicationId, String placeId) {}
