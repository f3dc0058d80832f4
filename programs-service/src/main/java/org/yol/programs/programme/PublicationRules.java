package org.yol.programs.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yol.platform.problem.FieldError;

/** What a programme and its call must say before the public sees them. Finds all that is missing at once. */
final class PublicationRules {

    private static final int WHOLE = 100;

    private final String call;
    private final List<FieldError> errors = new ArrayList<>();

    private PublicationRules(int callIndex) {
        this.call = "/calls/" + callIndex;
    }

    /** What is wrong, in the order of the form; empty when it may be published. */
    static List<FieldError> errors(Offer offer, int callIndex, Terms terms, Instant now) {
        var rules = new PublicationRules(callIndex);
        rules.check(offer);
        rules.checkTimes(terms, now);
        rules.checkPlaces(terms);
        rules.checkRubric(terms.rubric());
        return List.copyOf(rules.errors);
    }

    private void check(Offer offer) {
        require(!offer.title().getOrDefault("en", "").isBlank(), "/title/en", "publication.title");
        require(offer.destination() != null, "/destination", "field.required");
        require(!offer.origins().isEmpty(), "/origins", "publication.origins");
    }

    private void checkTimes(Terms terms, Instant now) {
        require(terms.zone() != null, call + "/zone", "field.required");
        require(terms.opens() != null, call + "/opens", "field.required");
        if (terms.closes() == null) {
            require(false, call + "/closes", "field.required");
        } else if (terms.opens() != null && !terms.closes().isAfter(terms.opens())) {
            require(false, call + "/closes", "publication.closes.order");
        } else {
            require(terms.closes().isAfter(now), call + "/closes", "publication.closes.past");
        }
    }

    private void checkPlaces(Terms terms) {
        int number = terms.places().size();
        require(number > 0, call + "/places", "publication.places");
        for (int index = 0; index < number; index++) {
            require(terms.places().get(index).seats() != null, call + "/places/" + index + "/seats", "field.required");
        }
        if (number > 0) {
            require(terms.rankAtMost() <= number, call + "/rankAtMost", "publication.rank", number);
        }
    }

    private void checkRubric(List<Criterion> rubric) {
        for (int index = 0; index < rubric.size(); index++) {
            require(rubric.get(index).weight() != null, call + "/rubric/" + index + "/weight", "field.required");
        }
        int sum = rubric.stream()
                .map(Criterion::weight)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        require(sum == WHOLE, call + "/rubric", "publication.rubric", sum);
    }

    private void require(boolean met, String pointer, String message, Object... arguments) {
        if (!met) {
            errors.add(FieldError.of(pointer, message, arguments));
        }
    }
}
