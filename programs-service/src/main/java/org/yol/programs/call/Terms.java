package org.yol.programs.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yol.contracts.Deadlines;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.Extension;
import org.yol.contracts.IntakeMode;

/**
 * The terms of one call. Times, zone and places may be missing in a draft.
 *
 * @param opens first instant at which an application may be started
 * @param closes the deadline: the minute that it names is taken to its end
 * @param zone IANA zone both are stated in
 * @param graceMinutes for how long after a deadline an application is still taken, said to everybody; 0 or more
 * @param extensions later deadlines that were granted, with a reason each
 * @param documents kinds of documents every application needs
 * @param references number of references every application needs
 * @param rankAtMost how many places a student may rank, 1 or more
 * @param eligibility who may apply: whoever meets all of these rules
 * @param caps the most seats of a level, of a group of places or, as {@code call}, of all; empty without any
 */
public record Terms(
        Instant opens,
        Instant closes,
        String zone,
        int graceMinutes,
        List<Extension> extensions,
        IntakeMode intake,
        List<String> documents,
        int references,
        int rankAtMost,
        List<EligibilityRule> eligibility,
        Map<String, Integer> caps,
        List<Place> places,
        List<Criterion> rubric,
        Particulars particulars) {

    /** What is scored where a call does not say. */
    static final List<Criterion> USUAL_RUBRIC = List.of(new Criterion("overall", 100));

    public Terms {
        extensions = List.copyOf(Objects.requireNonNullElse(extensions, List.of()));
        documents = List.copyOf(documents);
        eligibility = List.copyOf(Objects.requireNonNullElse(eligibility, List.of()));
        caps = Map.copyOf(caps);
        places = List.copyOf(places);
        rubric = List.copyOf(rubric);
        particulars = Objects.requireNonNullElseGet(particulars, Particulars::none);
    }

    /** Until when it takes applications, and whose; only where its times are stated. */
    Deadlines deadlines() {
        return new Deadlines(closes, zone, graceMinutes, extensions);
    }

    Terms with(List<Extension> granted) {
        return with(closes, granted);
    }

    /** For everybody: what was granted beyond that is over then, too. */
    Terms closingAt(Instant closing) {
        return with(closing, List.of());
    }

    private Terms with(Instant closing, List<Extension> granted) {
        return new Terms(
                opens,
                closing,
                zone,
                graceMinutes,
                granted,
                intake,
                documents,
                references,
                rankAtMost,
                eligibility,
                caps,
                places,
                rubric,
                particulars);
    }

    /** The places whose seats a cap counts: those of a level or a group, or, as {@code call}, all. */
    Stream<Place> cappedBy(String cap) {
        return places.stream()
                .filter(place -> cap.equals("call")
                        || cap.equals(place.group())
                        || cap.equals(place.level().toString()));
    }

    boolean hasTimesOf(Terms other) {
        return Objects.equals(opens, other.opens) && Objects.equals(closes, other.closes);
    }
}
