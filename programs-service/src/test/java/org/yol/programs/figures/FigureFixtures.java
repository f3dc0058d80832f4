package org.yol.programs.figures;

import java.time.Instant;
import java.util.List;
import org.yol.contracts.ProgrammeKind;
import org.yol.programs.call.CallDates;
import org.yol.programs.programme.ProgrammeFacts;

/** Published calls, made for counting. */
final class FigureFixtures {

    static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    private FigureFixtures() {}

    /** A call of a programme of its own that closed at the end of a year. */
    static CallFacts call(String id, ProgrammeKind kind, int year, List<String> sectors, List<String> origins) {
        return call(id, kind, Instant.parse(year + "-12-01T00:00:00Z"), sectors, origins);
    }

    static CallFacts call(String id, ProgrammeKind kind, Instant closes, List<String> sectors, List<String> origins) {
        return new CallFacts(
                new CallDates(
                        id,
                        "programme-" + id,
                        new CallDates.Dates(closes.minusSeconds(5_000_000), closes, "Asia/Tokyo", 0, List.of())),
                new ProgrammeFacts(
                        "programme-" + id,
                        new ProgrammeFacts.Organization("provider-" + kind, "Provider of " + kind),
                        new ProgrammeFacts.Facts(kind, "JP", origins, sectors)));
    }
}
