package org.yol.programs.programme;

import java.util.Map;
import org.yol.programs.provider.Provider;

/**
 * Who offers a programme, as its readers see it: a copy of what the provider says of itself, which follows when that
 * changes.
 *
 * @param id the organization, as in the coordinators' tokens; it never changes
 * @param name in Latin letters, English as a rule
 * @param names by language tag; {@code en} is always there
 * @param website http or https; null without one
 * @param contact an e-mail address; null without one
 */
public record ProgrammeProvider(String id, String name, Map<String, String> names, String website, String contact) {

    /** Written by an earlier release, it has the one name only. */
    public ProgrammeProvider {
        names = names == null || names.isEmpty() ? Map.of("en", name) : Map.copyOf(names);
    }

    static ProgrammeProvider of(Provider provider) {
        return new ProgrammeProvider(
                provider.id(), provider.name(), provider.names(), provider.website(), provider.contact());
    }
}
