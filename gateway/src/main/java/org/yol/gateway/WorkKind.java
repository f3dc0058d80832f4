package org.yol.gateway;

import java.util.Locale;

/** The kinds of work people ask for. Each has places of its own, so that none makes another wait. */
public enum WorkKind {
    /** What changes something, submissions and drafts above all; but for files. */
    WRITES,
    /** What reviewers and coordinators write about applications: many at once, for which nobody waits who applies. */
    DECISIONS,
    /** One thing, or a person's own few: an application, the inbox, preferences. */
    READS,
    /** Lists over what belongs to many people. */
    LISTS,
    /** The same as CSV, and what everybody may take with them as a file, which may take minutes. */
    EXPORTS,
    /** Files on their way in. */
    UPLOADS,
    /** Files on their way out. */
    DOWNLOADS,
    /** What everybody may read, signed in or not. */
    PUBLIC,
    /** Live streams, which stay open. */
    STREAMS,
    /** The description of a service's API. */
    DOCUMENTATION;

    /** The name in settings, metrics, routes and circuit breakers, such as {@code writes}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
