package org.yol.applications.application;

import java.util.Map;

/**
 * A place of another call, which is kept or given up for this one. For its student alone: nobody else need know where
 * somebody goes instead.
 *
 * @param programmeTitle by language tag
 * @param placeName as people call it
 */
public record Elsewhere(String applicationId, Map<String, String> programmeTitle, String placeName) {

    /** The place that an application is offered, or was. */
    public static Elsewhere of(Application application) {
        return new Elsewhere(
                application.id(),
                application.call().title(),
                application.offer().placeName());
    }

    /** The same without where it is, so that nothing leads from one application to the other. */
    Elsewhere withoutNames() {
        return new Elsewhere(null, Map.of(), null);
    }
}
