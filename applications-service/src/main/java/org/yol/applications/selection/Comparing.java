package org.yol.applications.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Entrant;
import org.yol.applications.selection.Comparison.Person;
import org.yol.applications.selection.PublishedRecord.Allotted;
import org.yol.platform.document.Results;

/**
 * Compares runs of a call by its applications: the numbers in the files of a trial are others than in those that count.
 */
@Component
class Comparing {

    private static final int AT_ONCE = 1_000;

    private final Records records;
    private final Lots lots;
    private final Applications applications;

    Comparing(Records records, Lots lots, Applications applications) {
        this.records = records;
        this.lots = lots;
        this.applications = applications;
    }

    /** Two runs of the same call, both made; the rest as for {@link Comparison#of}. */
    Comparison of(SelectionRun one, SelectionRun other, int from, int limit) {
        PublishedRecord ofOne = records.of(one.files());
        PublishedRecord ofOther = records.of(other.files());
        Function<String, Optional<Allotted>> gottenInOne = gotten(one, ofOne);
        Function<String, Optional<Allotted>> gottenInOther = gotten(other, ofOther);
        List<Person> people = new ArrayList<>();
        try (Results<Entrant> all = applications.entrants(one.callId())) {
            for (List<Entrant> some = all.next(AT_ONCE); !some.isEmpty(); some = all.next(AT_ONCE)) {
                some.stream()
                        .map(Entrant::id)
                        .map(id -> new Person(
                                id,
                                null,
                                gottenInOne.apply(id).orElse(null),
                                gottenInOther.apply(id).orElse(null)))
                        .filter(person -> person.one() != null || person.other() != null)
                        .forEach(people::add);
            }
        }
        return Comparison.of(ofOne, ofOther, people, from, limit, this::names);
    }

    private Function<String, Optional<Allotted>> gotten(SelectionRun run, PublishedRecord made) {
        Draw draw = run.isTrial()
                ? Draw.ofTrial(made.input())
                : lots.of(run.callId()).orElseThrow();
        return id -> draw.number(id).flatMap(made::allotted);
    }

    private Map<String, String> names(List<String> ids) {
        return applications.find(ids).values().stream()
                .collect(Collectors.toMap(
                        Application::id, application -> application.student().name()));
    }
}
