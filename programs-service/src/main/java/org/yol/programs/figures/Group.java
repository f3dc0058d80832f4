package org.yol.programs.figures;

import java.util.List;
import org.yol.contracts.ProgrammeKind;
import org.yol.programs.programme.ProgrammeFacts.Organization;

/**
 * The people of one country at one call: the smallest group that is told of, and what all figures are sums of.
 *
 * @param year in which the call closes, by its own clock
 * @param destination ISO 3166-1 alpha-2, or {@code any}
 * @param sectors priority sectors of the programme; a group counts for each of them
 * @param country of the citizenship, ISO 3166-1 alpha-2; {@code ZZ} where it is not known
 */
public record Group(
        String callId,
        String programmeId,
        int year,
        ProgrammeKind kind,
        Organization provider,
        String destination,
        List<String> sectors,
        String country,
        People people) {

    static Group of(CallFacts facts, String country, People people) {
        return new Group(
                facts.call().id(),
                facts.programme().id(),
                facts.year(),
                facts.programme().offer().kind(),
                facts.programme().provider(),
                facts.programme().offer().destination(),
                facts.programme().offer().sectors(),
                country,
                people);
    }
}
