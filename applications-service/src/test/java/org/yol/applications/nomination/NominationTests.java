package org.yol.applications.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yol.applications.call.CallFixtures.CLOSES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.nomination.Nomination.Declined;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

class NominationTests {

    private static final Call CALL = CallFixtures.openForNominated();
    private static final Instant AFTER = CLOSES.plus(Duration.ofMinutes(1));
    private static final Nomination LIST = Nomination.none("call-1", "KZ")
            .write(List.of("kz-1", "kz-2"), List.of(new Declined("kz-3", "No funds.")), OptionalInt.empty())
            .state();

    @Test
    void standsWithTheCitizensOfItsCountry() {
        assertThat(LIST.id()).isEqualTo("kz-call-1-KZ");
        assertThat(Nomination.none("call-1", "MN").id()).isEqualTo("zz-call-1-MN");
    }

    @Test
    void listsEachApplicationOnce() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        LIST.write(List.of("kz-1", "kz-1"), List.of(new Declined("kz-1", "No.")), OptionalInt.empty()))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/ranked/1", "/declined/0/applicationId"));
    }

    @Test
    void saysNothingOfSomebodyWhoIsErased() {
        Nomination sent = LIST.send(CALL, AFTER).state();

        assertThat(sent.without("kz-3").state().declined()).containsExactly(new Declined("kz-3", ""));
        assertThat(sent.without("kz-1").state().ranked()).containsExactly("kz-1", "kz-2");
        assertThat(LIST.without("kz-3").state().declined()).isEmpty();
        assertThat(LIST.without("kz-1").state().ranked()).containsExactly("kz-2");
    }

    @Test
    void isSentOnceTheCallHasClosedForTheCountry() {
        refused(Nomination.TOO_EARLY, () -> LIST.send(CALL, AFTER.minusMillis(1)));

        assertThat(LIST.send(CALL, AFTER).state().sentAt()).isEqualTo(AFTER);
    }

    @Test
    void waitsForTheDeadlineThatItsCountryWasGranted() {
        Instant later = CLOSES.plus(Duration.ofDays(1));
        Call extended = CallFixtures.extendedFor("KZ", later);

        refused(Nomination.TOO_EARLY, () -> LIST.send(extended, AFTER));
        assertThat(LIST.send(extended, later.plus(Duration.ofMinutes(1)))
                        .state()
                        .isSent())
                .isTrue();
    }

    @Test
    void standsAsItWasSent() {
        Nomination sent = LIST.send(CALL, AFTER).state();

        refused(Nomination.SENT, () -> sent.write(List.of(), List.of(), OptionalInt.empty()));
        refused(Nomination.SENT, () -> sent.send(CALL, AFTER));
    }

    @Test
    void namesNoMoreThanTheCallAllows() {
        OptionalInt two = OptionalInt.of(2);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> LIST.write(List.of("kz-1", "kz-2", "kz-4"), List.of(), two))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/ranked/2"));
        assertThat(LIST.write(List.of("kz-2", "kz-4"), List.of(), two).state().ranked())
                .containsExactly("kz-2", "kz-4");
    }

    @Test
    void isShortenedStepByStepBeforeItIsSentToACallThatAllowsFewerByNow() {
        Call one = CallFixtures.openForNominated("KZ", 1);
        OptionalInt most = one.nominationsAtMost("KZ");
        Nomination three = LIST.write(List.of("kz-1", "kz-2", "kz-4"), List.of(), OptionalInt.empty())
                .state();

        refused(Nomination.QUOTA, () -> three.send(one, AFTER));
        Nomination two = three.write(List.of("kz-2", "kz-1"), List.of(), most).state();
        refused(Nomination.QUOTA, () -> two.send(one, AFTER));
        Nomination last = two.write(List.of("kz-2"), List.of(), most).state();

        assertThat(last.send(one, AFTER).state().isSent()).isTrue();
        assertThat(one.nominationsAtMost("KG")).isEmpty();
    }

    @Test
    void saysOfEachWhatItLists() {
        Nomination sent = LIST.send(CALL, AFTER).state();

        assertThat(sent.listed()).containsExactly("kz-1", "kz-2", "kz-3");
        assertThat(sent.reason(1)).isEmpty();
        assertThat(sent.reason(2)).contains("No funds.");
        assertThat(sent.standings())
                .containsOnly(
                        Map.entry("kz-1", Standing.nominated(1)),
                        Map.entry("kz-2", Standing.nominated(2)),
                        Map.entry("kz-3", Standing.DECLINED));
    }

    private static void refused(Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable request) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(request)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
