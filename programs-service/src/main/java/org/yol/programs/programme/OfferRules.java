package org.yol.programs.programme;

import java.util.ArrayList;
import java.util.List;
import org.yol.contracts.ProgrammeKind;
import org.yol.platform.problem.FieldError;
import org.yol.programs.programme.Offer.Session;

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
        rules.checkTraining(offer);
        return List.copyOf(rules.errors);
    }

    /** A vocational training is held in sessions and ends with a certificate. */
    private void checkTraining(Offer offer) {
        boolean training = offer.kind() == ProgrammeKind.VOCATIONAL_TRAINING;
        List<Session> sessions = offer.sessions();
        require(training || sessions.isEmpty(), "/sessions", "publication.sessions.kind");
        require(!training || !sessions.isEmpty(), "/sessions", "publication.sessions");
        require(!training || offer.certificate() != null, "/certificate", "publication.certificate");
        for (int index = 0; index < sessions.size(); index++) {
            Session session = sessions.get(index);
            boolean behind = index == 0
                    || session.starts().isAfter(sessions.get(index - 1).ends());
            require(
                    behind && !session.ends().isBefore(session.starts()),
                    "/sessions/" + index,
                    "publication.sessions.order");
        }
    }

    private void require(boolean met, String pointer, String message) {
        if (!met) {
            errors.add(FieldError.of(pointer, message));
        }
    }
}
