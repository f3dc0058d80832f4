package org.yol.programs.programme;

import java.util.ArrayList;
import java.util.List;
import org.yol.platform.problem.FieldError;

/** What a programme must say before the public sees it. Finds all that is missing at once. */
public final class OfferRules {

    private final List<FieldError> errors = new ArrayList<>();

    private OfferRules() {}

    /** What is missing, in the order of the form, by pointers into the programme; empty when it may be published. */
    public static List<FieldError> errors(Offer offer) {
        OfferRules rules = new OfferRules();
        rules.require(!offer.title().getOrDefault("en", "").isBlank(), "/title/en", "publication.title");
        rules.require(offer.destination() != null, "/destination", "field.required");
        rules.require(!offer.origins().isEmpty(), "/origins", "publication.origins");
        return List.copyOf(rules.errors);
    }

    private void require(boolean met, String pointer, String message) {
        if (!met) {
            errors.add(FieldError.of(pointer, message));
        }
    }
}
