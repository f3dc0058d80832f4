package org.yol.programs.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yol.platform.problem.FieldError;

/**
 * What may not be changed any more once somebody has begun to apply: whatever would take away what they were promised,
 * or ask for more than they were told. Finds all of it at once.
 */
final class AmendmentRules {

    /** As long as people are told before that a call closes earlier than it said. */
    static final Duration NOTICE = Duration.ofDays(7);

    private final List<FieldError> errors = new ArrayList<>();
    private final Terms before;
    private final Terms after;

    private AmendmentRules(Terms before, Terms after) {
        this.before = before;
        this.after = after;
    }

    /** What harms somebody, by pointers into the call; empty when nothing does. */
    static List<FieldError> errors(Terms before, Terms after, Instant now) {
        AmendmentRules rules = new AmendmentRules(before, after);
        rules.checkTimes(now);
        rules.checkWhatIsAskedFor();
        rules.checkPlaces();
        rules.check(after.rubric().equals(before.rubric()), "/rubric", "amendment.rubric");
        return List.copyOf(rules.errors);
    }

    private void checkTimes(Instant now) {
        check(!after.opens().isAfter(before.opens()), "/opens", "amendment.opens");
        boolean noticed = !after.closes().isBefore(now.plus(NOTICE));
        check(!after.closes().isBefore(before.closes()) || noticed, "/closes", "amendment.closes", NOTICE.toDays());
        check(after.graceMinutes() >= before.graceMinutes(), "/graceMinutes", "amendment.less", before.graceMinutes());
        check(after.zone().equals(before.zone()), "/zone", "amendment.fixed");
        check(after.intake() == before.intake(), "/intake", "amendment.fixed");
    }

    private void checkWhatIsAskedFor() {
        check(before.documents().containsAll(after.documents()), "/documents", "amendment.documents");
        Particulars promised = before.particulars();
        Particulars then = after.particulars();
        check(Objects.equals(then.team(), promised.team()), "/team", "amendment.fixed");
        check(Objects.equals(then.agreement(), promised.agreement()), "/agreement", "amendment.fixed");
        check(Objects.equals(then.reviewing(), promised.reviewing()), "/reviewing", "amendment.fixed");
        check(Objects.equals(then.excludes(), promised.excludes()), "/excludes", "amendment.fixed");
        check(then.categories().equals(promised.categories()), "/categories", "amendment.fixed");
        check(Objects.equals(then.paperPack(), promised.paperPack()), "/paperPack", "amendment.fixed");
        check(before.eligibility().containsAll(after.eligibility()), "/eligibility", "amendment.eligibility");
        check(isNotEarlier(then.answerBy(), promised.answerBy()), "/answerBy", "amendment.earlier");
        check(
                isNotEarlier(then.referencesClose(), promised.referencesClose()),
                "/referencesClose",
                "amendment.earlier");
        check(after.references() <= before.references(), "/references", "amendment.more", before.references());
        check(after.rankAtMost() >= before.rankAtMost(), "/rankAtMost", "amendment.less", before.rankAtMost());
    }

    /** Where nothing was said, something may be said later. */
    private static boolean isNotEarlier(Instant then, Instant promised) {
        return promised == null || then != null && !then.isBefore(promised);
    }

    private void checkPlaces() {
        Map<String, Place> remaining =
                after.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        for (Place place : before.places()) {
            Place then = remaining.get(place.id());
            if (then == null) {
                check(false, "/places", "amendment.place", place.host().name());
            } else {
                int index = after.places().indexOf(then);
                check(then.seats() >= place.seats(), "/places/" + index + "/seats", "amendment.less", place.seats());
                check(then.reserves().equals(place.reserves()), "/places/" + index + "/reserves", "amendment.fixed");
            }
        }
        after.caps().forEach((name, most) -> {
            Integer earlier = before.caps().get(name);
            check(earlier != null && most >= earlier, "/caps/" + name, "amendment.cap");
        });
    }

    private void check(boolean harmless, String pointer, String message, Object... arguments) {
        if (!harmless) {
            errors.add(FieldError.of(pointer, message, arguments));
        }
    }
}
