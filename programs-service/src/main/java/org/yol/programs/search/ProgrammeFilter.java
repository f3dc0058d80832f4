package org.yol.programs.search;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/**
 * Which programmes a reader looks for; null or empty where they do not mind.
 *
 * @param text words to be found
 * @param chosen the values of each facet of which a programme has to have one
 * @param provider slug
 * @param mine only those of the providers that the reader writes for, drafts included
 * @param archived those that were put away, and only them
 */
record ProgrammeFilter(String text, Map<Facet, Set<String>> chosen, String provider, boolean mine, boolean archived) {

    /** The values of a facet as they stand in an address; blank ones are none. */
    static Set<String> values(Collection<?> given) {
        return given == null
                ? Set.of()
                : given.stream()
                        .filter(Objects::nonNull)
                        .map(value -> value.toString().strip())
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    boolean hasText() {
        return isGiven(text);
    }

    /** Whether a programme may be in the list at all. */
    boolean allows(Entry entry, Caller caller) {
        return isVisible(entry, caller)
                && isPutAway(entry) == archived
                && (!isGiven(provider) || entry.provider().equals(provider));
    }

    /** Whoever prepares another call goes on working with the programme; that is nobody else's matter. */
    private boolean isPutAway(Entry entry) {
        return entry.isArchived() && !(mine && entry.hasDraft());
    }

    private boolean isVisible(Entry entry, Caller caller) {
        return mine ? caller.is(Role.COORDINATOR, entry.provider()) : entry.isPublished() || caller.is(Role.AUDITOR);
    }

    /** A draft beside what is public is no matter of anybody but its writers and auditors. */
    boolean tellsDrafts(Caller caller) {
        return mine || caller.is(Role.AUDITOR);
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
