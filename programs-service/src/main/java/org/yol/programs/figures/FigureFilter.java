package org.yol.programs.figures;

import java.util.function.Predicate;
import org.yol.contracts.ProgrammeKind;

/**
 * Which figures are wanted; null where the reader does not mind.
 *
 * @param country of the citizenship, ISO 3166-1 alpha-2
 * @param provider its id
 * @param sector one of the programme's priority sectors
 */
record FigureFilter(ProgrammeKind kind, String country, Integer year, String provider, String sector)
        implements Predicate<Group> {

    @Override
    public boolean test(Group group) {
        return (kind == null || kind == group.kind())
                && (isFree(country) || country.equals(group.country()))
                && (year == null || year == group.year())
                && (isFree(provider) || provider.equals(group.provider().id()))
                && (isFree(sector) || group.sectors().contains(sector));
    }

    private static boolean isFree(String value) {
        return value == null || value.isBlank();
    }
}
