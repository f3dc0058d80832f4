package org.yol.programs.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;

class ToldApplicationTests {

    private static final Instant TOO_LATE = Instant.parse("2027-01-10T14:59:59Z");
    private static final ClosingTimes CLOSING = (_, _) -> Optional.of(TOO_LATE);

    @ParameterizedTest
    @CsvSource({
        "DRAFT,        DRAFT,     STARTED",
        "SUBMITTED,    SUBMITTED, APPLIED",
        "UNDER_REVIEW, SUBMITTED, APPLIED",
        "RESERVE,      SUBMITTED, APPLIED",
        "NOT_SELECTED, SUBMITTED, APPLIED",
        "OFFERED,      OFFERED,   SELECTED",
        "DECLINED,     OFFERED,   SELECTED",
        "EXPIRED,      OFFERED,   SELECTED",
        "ACCEPTED,     ACCEPTED,  WENT",
        "AWARDED,      ACCEPTED,  WENT",
        "COMPLETED,    ACCEPTED,  WENT",
        "UNKNOWN,      UNKNOWN,   APPLIED"
    })
    void countsByHowFarItHasCome(ApplicationState state, ApplicationState reached, Stage stage) {
        assertThat(stage(state, reached, TOO_LATE.minusSeconds(1))).isEqualTo(stage);
        assertThat(stage(state, null, null)).isEqualTo(stage);
    }

    @Test
    void whatIsTakenBackBeforeTheCloseIsOnlyBegun() {
        assertThat(stage(ApplicationState.WITHDRAWN, ApplicationState.SUBMITTED, TOO_LATE.minusMillis(1)))
                .isEqualTo(Stage.STARTED);
        assertThat(stage(ApplicationState.WITHDRAWN, ApplicationState.OFFERED, TOO_LATE.minusMillis(1)))
                .isEqualTo(Stage.STARTED);
    }

    @Test
    void whatIsTakenBackLaterHasComeAsFarAsItDid() {
        assertThat(stage(ApplicationState.WITHDRAWN, ApplicationState.SUBMITTED, TOO_LATE))
                .isEqualTo(Stage.APPLIED);
        assertThat(stage(ApplicationState.WITHDRAWN, ApplicationState.OFFERED, TOO_LATE))
                .isEqualTo(Stage.SELECTED);
        assertThat(stage(ApplicationState.WITHDRAWN, ApplicationState.DRAFT, TOO_LATE))
                .isEqualTo(Stage.STARTED);
    }

    @Test
    void whatIsTakenBackFromACallThatIsNotKnownIsOnlyBegun() {
        ToldApplication told =
                told(ApplicationState.WITHDRAWN, ApplicationState.SUBMITTED, TOO_LATE.plusMillis(1), "KZ");

        assertThat(told.counted((_, _) -> Optional.empty()).stage()).isEqualTo(Stage.STARTED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "kz", "KAZ", "$where", "K.", "not a country"})
    void whatIsNoCountryIsNotKnown(String country) {
        assertThat(told(ApplicationState.DRAFT, null, null, country)
                        .counted(CLOSING)
                        .country())
                .isEqualTo("ZZ");
    }

    @Test
    void anExchangeIsCountedByWhereOneGoesOnceAPlaceIsOffered() {
        assertThat(moving(ApplicationState.SUBMITTED, "jp-a", "kz-b-master").movement())
                .isNull();
        assertThat(moving(ApplicationState.OFFERED, "jp-a", "kz-b-master").movement())
                .isEqualTo("jp-a>kz-b-master");
        assertThat(moving(ApplicationState.OFFERED, null, "kz-b-master").movement())
                .isNull();
        assertThat(moving(ApplicationState.OFFERED, "jp.a", "kz-b-master").movement())
                .isNull();
    }

    private static CountedApplication moving(ApplicationState reached, String home, String place) {
        ApplicationEvent.Subject subject = new ApplicationEvent.Subject(
                "a", "call", "programme", "b", reached, Map.of(), "JP", reached, TOO_LATE, place, home);
        return ToldApplication.of(subject, 1).counted(CLOSING);
    }

    private static Stage stage(ApplicationState state, ApplicationState reached, Instant since) {
        return told(state, reached, since, "KZ").counted(CLOSING).stage();
    }

    private static ToldApplication told(
            ApplicationState state, ApplicationState reached, Instant since, String country) {
        return ToldApplication.of(
                new ApplicationEvent.Subject(
                        "a", "call", "programme", "b", state, Map.of(), country, reached, since, null, null),
                1);
    }
}
