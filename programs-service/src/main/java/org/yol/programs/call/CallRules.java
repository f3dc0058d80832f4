package org.yol.programs.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yol.platform.problem.FieldError;

/** What a call must say before the public sees it. Finds all that is missing at once. */
final class CallRules {

    private static final int WHOLE = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private CallRules() {}

    /** What is wrong, in the order of the form, by pointers into the call; empty when it may be published. */
    static List<FieldError> errors(Terms terms, Instant now) {
        CallRules rules = new CallRules();
        rules.checkTimes(terms, now);
        rules.checkPlaces(terms);
        rules.checkRubric(terms.rubric());
        return List.copyOf(rules.errors);
    }

    private void checkTimes(Terms terms, Instant now) {
        require(terms.zone() != null, "/zone", "field.required");
        require(terms.opens() != null, "/opens", "field.required");
        if (terms.closes() == null) {
            require(false, "/closes", "field.required");
        } else if (terms.opens() != null && !terms.closes().isAfter(terms.opens())) {
            require(false, "/closes", "publication.closes.order");
        } else {
            require(terms.closes().isAfter(now), "/closes", "publication.closes.past");
        }
    }

    private void checkPlaces(Terms terms) {
        int number = terms.places().size();
        require(number > 0, "/places", "publication.places");
        for (int index = 0; index < number; index++) {
            require(terms.places().get(index).seats() != null, "/places/" + index + "/seats", "field.required");
        }
        if (number > 0) {
            require(terms.rankAtMost() <= number, "/rankAtMost", "publication.rank", number);
        }
    }

    private void checkRubric(List<Criterion> rubric) {
        for (int index = 0; index < rubric.size(); index++) {
            require(rubric.get(index).weight() != null, "/rubric/" + index + "/weight", "field.required");
        }
        int sum = rubric.stream()
                .map(Criterion::weight)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        require(sum == WHOLE, "/rubric", "publication.rubric", sum);
    }

    private void require(boolean met, String pointer, String message, Object... arguments) {
        if (!met) {
            errors.add(FieldError.of(pointer, message, arguments));
        }
    }
}
