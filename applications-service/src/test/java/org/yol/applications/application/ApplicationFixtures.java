package org.yol.applications.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.StudyLevel;

/** Applications at every stage of their life, made by the same steps people take. */
final class ApplicationFixtures {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final Instant ANSWER_BY = NOW.plusSeconds(86_400);
    static final Call CALL = CallFixtures.open();
    static final Student AIGERIM = new Student("aigerim", "Aigerim Bekova", "KZ");
    static final Actor TANAKA = new Actor("tanaka", "reviewer");
    static final Actor SATO = new Actor("sato", "coordinator");
    static final Answers COMPLETE = new Answers(
            "Bekova",
            "Aigerim",
            LocalDate.of(1999, 3, 21),
            "KZ",
            "Nazarbayev University",
            StudyLevel.BACHELOR,
            "Water for Almaty.",
            "Model the Ile delta.");
    static final AttachedDocument PASSPORT =
            new AttachedDocument("passport", "ab".repeat(32), "passport.pdf", "application/pdf", 1_234, NOW);

    private ApplicationFixtures() {}

    static Application draft() {
        return Application.start("application-1", CALL, AIGERIM, NOW).state();
    }

    static Application complete() {
        Application saved =
                draft().save(COMPLETE, List.of(CallFixtures.TSUKUBA), CALL, NOW).state();
        return saved.attach(PASSPORT, CALL).state();
    }

    static Application submitted() {
        return complete().submit(CALL, NOW).state();
    }

    static Application underReview() {
        return submitted()
                .review(CallFixtures.TSUKUBA, TANAKA, Map.of("academic", 9, "plan", 7), "Good.", CALL, NOW)
                .state();
    }

    static Application decided(ApplicationState outcome) {
        return underReview()
                .decide(outcome, CallFixtures.TSUKUBA, "Strong plan.", SATO, NOW)
                .state();
    }

    static Application published(ApplicationState outcome) {
        return decided(outcome).publishDecision(ANSWER_BY, SATO, CALL, NOW).state();
    }

    static Application offered() {
        return published(ApplicationState.SELECTED);
    }
}
