package org.yol.applications.roster;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.application.Application;
import org.yol.applications.application.Outcome;
import org.yol.applications.decision.Decision;
import org.yol.applications.review.Scores;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Copy;

/**
 * Where an application stands in the table of its call: reckoned from other documents, never written by anybody. Public
 * because the record codec can read no other.
 *
 * @param id of the application
 * @param seq grows with every version of what it is reckoned from
 * @param student account; null when they were erased, and so nothing else tells of them either
 * @param words by which it is found; see {@link Application#searchWords}
 * @param submittedAt the instant of submission that counts
 * @param choices ids of the ranked places, the most wanted first
 * @param first of these
 * @param unscored those of these at which it has no score, while it may be decided on
 * @param outcome what stands decided, announced or not; null without
 * @param left what is still to be done with it
 */
public record RosterRow(
        @BsonId String id,
        long seq,
        String callId,
        String provider,
        String student,
        String name,
        List<String> words,
        String country,
        ApplicationState state,
        Instant submittedAt,
        List<String> choices,
        String first,
        List<String> unscored,
        Outcome outcome,
        List<ToDo> left)
        implements Copy {

    /** @param application that is handed in */
    static RosterRow of(Application application, Optional<Scores> scores, Optional<Decision> decision) {
        List<String> choices = application.form().choices();
        boolean open = application.isDecidable();
        Set<String> scored = scoresOf(application, scores).keySet();
        List<String> unscored =
                open ? choices.stream().filter(place -> !scored.contains(place)).toList() : List.of();
        Optional<Decision> standing = decision.filter(known -> known.choice() != null);
        long seq = application.version()
                + scores.map(Scores::seq).orElse(0L)
                + decision.map(Decision::version).orElse(0L);
        return new RosterRow(
                application.id(),
                seq,
                application.call().id(),
                application.call().provider(),
                application.student().id(),
                String.valueOf(application.student().name()),
                application.searchWords(),
                application.student().country(),
                application.state(),
                application.submittedAt(),
                choices,
                choices.isEmpty() ? null : choices.getFirst(),
                unscored,
                standing.map(known -> known.choice().outcome()).orElse(null),
                left(application, unscored, standing));
    }

    private static List<ToDo> left(Application application, List<String> unscored, Optional<Decision> standing) {
        List<ToDo> left = new ArrayList<>();
        if (!unscored.isEmpty()) {
            left.add(ToDo.UNSCORED);
        }
        if (application.isDecidable()) {
            if (standing.isEmpty()) {
                left.add(ToDo.UNDECIDED);
            } else if (standing.get().publication() == null) {
                left.add(ToDo.UNPUBLISHED);
            }
        }
        if (application.state() == ApplicationState.OFFERED) {
            left.add(ToDo.UNANSWERED);
        }
        return left;
    }

    /** The scores that count, by place: what was taken back has none. */
    static Map<String, BigDecimal> scoresOf(Application application, Optional<Scores> scores) {
        return scores.filter(known -> known.submission().equals(application.receiptId()))
                .map(Scores::places)
                .orElse(Map.of());
    }

    /** The same of nobody: newer than whatever was reckoned from the same. */
    RosterRow withoutPerson() {
        return new RosterRow(
                id,
                seq + 1,
                callId,
                provider,
                null,
                "",
                List.of(),
                country,
                state,
                submittedAt,
                choices,
                first,
                unscored,
                outcome,
                left);
    }

    /** What is begun again is in no table: a draft is its student's alone. */
    RosterRow hidden(long version) {
        return new RosterRow(
                id,
                Math.max(seq, version),
                "",
                "",
                student,
                "",
                List.of(),
                country,
                state,
                submittedAt,
                choices,
                null,
                List.of(),
                null,
                List.of());
    }

    /** Whether its student was erased. */
    boolean isOfNobody() {
        return student == null;
    }

    /**
     * Where it stands at each place that it ranks, and at those that it does not any more.
     *
     * @param before the row as it was; null without
     */
    Stream<PlaceStanding> standings(Map<String, BigDecimal> scores, RosterRow before) {
        Stream<PlaceStanding> gone = Stream.ofNullable(before)
                .flatMap(row -> row.choices().stream())
                .filter(place -> callId.isEmpty() || !choices.contains(place))
                .map(place -> PlaceStanding.hidden(this, place));
        Stream<PlaceStanding> ranked = callId.isEmpty()
                ? Stream.empty()
                : choices.stream().map(place -> PlaceStanding.of(this, place, scores.get(place)));
        return Stream.concat(ranked, gone);
    }
}
