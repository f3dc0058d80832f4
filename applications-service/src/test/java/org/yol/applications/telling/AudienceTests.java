package org.yol.applications.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.call.CallFixtures.CLOSES;
import static org.yol.applications.call.CallFixtures.OPENS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.applications.application.Applicant;
import org.yol.applications.application.Applicant.Citizen;
import org.yol.applications.application.Applicant.Progress;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CallChange;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.Extension;

/** Who is told of a change of a call. */
class AudienceTests {

    private static final Instant FIRST = OPENS.plus(Duration.ofDays(10));
    private static final Instant SECOND = FIRST.plusSeconds(5);
    private static final Instant NOW = SECOND.plusSeconds(5);
    private static final Instant LATER = CLOSES.plus(Duration.ofDays(10));
    private static final Instant LATEST = CLOSES.plus(Duration.ofDays(20));

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "SUBMITTED", "RETURNED", "NOMINATED", "UNDER_REVIEW"})
    void whoeverWaitsIsTold(ApplicationState state) {
        assertThat(audience(amendment(), CLOSES).includes(applicant("KZ", state), NOW))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DRAFT", "SUBMITTED", "RETURNED", "NOMINATED", "UNDER_REVIEW"},
            mode = EnumSource.Mode.EXCLUDE)
    void whoeverIsDecidedOnOrHasWithdrawnIsNot(ApplicationState state) {
        assertThat(audience(amendment(), CLOSES).includes(applicant("KZ", state), NOW))
                .isFalse();
    }

    @Test
    void anExtensionIsToldToThoseWhomItGivesMore() {
        Extension granted = extension(FIRST, LATER, "KZ");

        Audience audience = audience(change(granted), CLOSES, granted);

        assertThat(audience.includes(draft("KZ"), NOW)).isTrue();
        assertThat(audience.includes(draft("KG"), NOW)).isFalse();
        assertThat(audience.includes(draft(null), NOW)).isFalse();
    }

    @Test
    void anExtensionForEverybodyIsNotToldToThoseWhoHadAsLong() {
        Extension some = extension(FIRST, LATER, "KZ");
        Extension all = extension(SECOND, LATER);

        Audience first = audience(change(some), CLOSES, some, all);
        Audience second = audience(change(all), CLOSES, some, all);

        assertThat(first.includes(draft("KZ"), NOW)).isTrue();
        assertThat(second.includes(draft("KZ"), NOW)).isFalse();
        assertThat(second.includes(draft("KG"), NOW)).isTrue();
        assertThat(second.includes(draft(null), NOW)).isTrue();
    }

    @Test
    void ofTwoExtensionsInShortEachIsToldOfTheLastThatIsForThem() {
        Extension all = extension(FIRST, LATER);
        Extension some = extension(SECOND, LATEST, "KZ");

        Audience first = audience(change(all), CLOSES, all, some);
        Audience second = audience(change(some), CLOSES, all, some);

        assertThat(first.includes(draft("KZ"), NOW)).isFalse();
        assertThat(first.includes(draft("KG"), NOW)).isTrue();
        assertThat(second.includes(draft("KZ"), NOW)).isTrue();
        assertThat(second.includes(draft("KG"), NOW)).isFalse();
    }

    @Test
    void anExtensionThatWasTakenBackByAClosingIsToldToNobodyAndTheClosingToAll() {
        Extension granted = extension(FIRST, LATER);
        Instant earlier = CLOSES.minus(Duration.ofDays(5));
        CallChange closing = new CallChange("call-2", ChangeKind.CLOSING, SECOND, "No money", earlier, List.of());

        assertThat(audience(change(granted), earlier).includes(draft("KZ"), NOW))
                .isFalse();
        assertThat(audience(closing, earlier).includes(draft("KZ"), NOW)).isTrue();
        assertThat(audience(closing, earlier, extension(NOW, CLOSES, "KZ")).includes(draft("KZ"), NOW))
                .isFalse();
    }

    @Test
    void aDeadlineThatHasPassedMeanwhileIsNoNews() {
        Extension granted = extension(FIRST, LATER);
        Audience audience = audience(change(granted), CLOSES, granted);

        assertThat(audience.includes(draft("KZ"), LATER.plusSeconds(59))).isTrue();
        assertThat(audience.includes(draft("KZ"), LATER.plusSeconds(60))).isFalse();
    }

    @Test
    void aChangeOfANewerReleaseIsToldToNobody() {
        CallChange unknown = new CallChange("call-1", ChangeKind.UNKNOWN, FIRST, "?", null, List.of());

        assertThat(audience(unknown, CLOSES).includes(draft("KZ"), NOW)).isFalse();
    }

    @Test
    void onlyWhetherItIsHandedInIsToldOfAnApplication() {
        Audience audience = audience(amendment(), CLOSES);

        assertThat(audience.told(draft("KZ")).handedIn()).isFalse();
        assertThat(audience.told(applicant("KZ", ApplicationState.UNDER_REVIEW)).handedIn())
                .isTrue();
        assertThat(audience.told(draft("KZ")).studentId()).isEqualTo("student");
    }

    private static CallChange amendment() {
        return new CallChange("call-1", ChangeKind.AMENDMENT, FIRST, "A slip of the pen", null, List.of());
    }

    private static CallChange change(Extension granted) {
        return new CallChange(
                "call-1",
                ChangeKind.EXTENSION,
                granted.grantedAt(),
                granted.reason(),
                granted.closes(),
                granted.countries());
    }

    private static Extension extension(Instant at, Instant closes, String... countries) {
        return new Extension(List.of(countries), closes, "Internet access was interrupted", at);
    }

    private static Audience audience(CallChange change, Instant closes, Extension... extensions) {
        Call call = CallFixtures.openChanged(closes, List.of(extensions));
        return new Audience(change, call);
    }

    private static Applicant draft(String country) {
        return applicant(country, ApplicationState.DRAFT);
    }

    private static Applicant applicant(String country, ApplicationState state) {
        return new Applicant("kz-1", new Citizen("student", country), new Progress(state), OPENS);
    }
}
