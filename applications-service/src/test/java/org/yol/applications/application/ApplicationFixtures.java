package org.yol.applications.application;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.dossier.DossierFixtures;
import org.yol.applications.dossier.Particulars;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.document.Change;

/** Applications at every stage of their life, made by the same steps people take. */
final class ApplicationFixtures {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final Instant ANSWER_BY = NOW.plusSeconds(86_400);
    static final Call CALL = CallFixtures.open();
    static final ZoneId ZONE = CALL.zoneId();
    static final Student AIGERIM = new Student("aigerim", "Aigerim Bekova", "KZ");
    static final Answers COMPLETE = new Answers("Water for Almaty.", "Model the Ile delta.");
    static final Particulars DOSSIER = DossierFixtures.complete();
    static final AttachedDocument PASSPORT =
            new AttachedDocument("passport", "ab".repeat(32), "passport.pdf", "application/pdf", 1_234, NOW);

    private ApplicationFixtures() {}

    static Application draft() {
        return Application.start("kz-application-1", CALL, AIGERIM, List.of(), NOW)
                .state();
    }

    static Application complete() {
        Application saved = draft().edit(form -> form.with(COMPLETE, List.of(CallFixtures.TSUKUBA), CALL), NOW)
                .state();
        return saved.edit(form -> form.with(PASSPORT, CALL), NOW).state();
    }

    static Application submitted() {
        return submit(complete(), NOW).state();
    }

    /** Handed in to a call for those only whom their authority nominates. */
    static Application submittedToBeNominated() {
        Call call = CallFixtures.openForNominated();
        Application draft = Application.start("kz-application-1", call, AIGERIM, List.of(), NOW)
                .state();
        Application saved = draft.edit(form -> form.with(COMPLETE, List.of(CallFixtures.TSUKUBA), call), NOW)
                .state();
        return submit(saved.edit(form -> form.with(PASSPORT, call), NOW).state(), call, NOW)
                .state();
    }

    static Application correcting() {
        return submitted().beginCorrection(CALL, NOW).state();
    }

    static Change<Application> submit(Application application, Instant at) {
        return submit(application, CALL, at);
    }

    static Change<Application> submit(Application application, Call call, Instant at) {
        Application stating = application.stating(DOSSIER, call);
        return stating.submit(stating.submission(List.of()), List.of(), UnaryOperator.identity(), call, at);
    }

    static Application underReview() {
        return submitted().reviewBegun(NOW).state();
    }

    static Application announced(Outcome outcome) {
        return announce(underReview(), outcome).state();
    }

    static Change<Application> announce(Application application, Outcome outcome) {
        String place = outcome == Outcome.SELECTED ? CallFixtures.TSUKUBA : null;
        return application.announce(
                Announcement.of(outcome, place, "Strong plan.", NOW, null), "University of Tsukuba", ANSWER_BY);
    }

    static Application offered() {
        return announced(Outcome.SELECTED);
    }

    static Application accepted() {
        return offered().answerOffer(OfferAnswer.ACCEPTED, List.of(), ZONE, NOW).state();
    }
}
