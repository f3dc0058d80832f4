package org.yol.programs.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.CLOSES;
import static org.yol.programs.call.CallFixtures.OPENS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.StudyLevel;
import org.yol.programs.call.Call;
import org.yol.programs.call.CallFixtures;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeFixtures;
import org.yol.programs.programme.PublicationStatus;

class ListingTests {

    private static final ProgrammeFixtures PROGRAMME = ProgrammeFixtures.complete();
    private static final CallFixtures CALL = CallFixtures.complete();

    @Test
    void isSortedByTheEnglishTitleOrAnyThereIs() {
        assertThat(listing(PROGRAMME.draft()).title()).isEqualTo("Research students 2027");
        assertThat(listing(PROGRAMME.titled(Map.of("uz", "Stipendiya")).draft()).title())
                .isEqualTo("Stipendiya");
        assertThat(listing(PROGRAMME.titled(Map.of()).draft()).title()).isEmpty();
    }

    @Test
    void saysTheSameWheneverItIsWorkedOut() {
        Listing listing = listing(PROGRAMME.draft(), CALL.draft());
        Listing later = Listing.of(PROGRAMME.draft(), List.of(CALL.draft()), BETWEEN.plusSeconds(60));

        assertThat(later).isNotEqualTo(listing);
        assertThat(later.saysTheSameAs(listing)).isTrue();
        assertThat(listing(PROGRAMME.published(), CALL.draft()).saysTheSameAs(listing))
                .isFalse();
    }

    @Test
    void closesWithTheLatestOfItsCalls() {
        Call earlier =
                CALL.called("earlier").open(OPENS, BETWEEN.plusSeconds(1)).published();

        assertThat(listing(PROGRAMME.published(), earlier, CALL.published()).closes())
                .isEqualTo(CLOSES);
        assertThat(listing(PROGRAMME.draft(), CALL.open(null, null).draft()).closes())
                .isAfter(CLOSES);
        assertThat(listing(PROGRAMME.draft()).closes()).isAfter(CLOSES);
    }

    @Test
    void saysNothingOfADraftBesideAPublishedCall() {
        Call draft = CALL.called("draft")
                .open(OPENS, CLOSES.plusSeconds(1))
                .at(List.of(CallFixtures.place("a", "Hiroshima University", StudyLevel.DOCTORATE, 1)))
                .draft();

        assertThat(listing(PROGRAMME.draft(), draft))
                .extracting(Listing::closes, listing -> listing.levels().contains(StudyLevel.DOCTORATE))
                .containsExactly(CLOSES.plusSeconds(1), true);
        assertThat(listing(PROGRAMME.published(), draft, CALL.published()))
                .extracting(Listing::closes, listing -> listing.levels().contains(StudyLevel.DOCTORATE))
                .containsExactly(CLOSES, false);
    }

    @Test
    void isPublicAsSoonAsOneOfItsCallsIs() {
        assertThat(listing(PROGRAMME.draft(), CALL.draft()).status()).isEqualTo(PublicationStatus.DRAFT);
        assertThat(listing(PROGRAMME.draft(), CALL.draft(), CALL.published()).status())
                .isEqualTo(PublicationStatus.PUBLISHED);
    }

    @Test
    void everyWriteOfProgrammeOrCallMakesItNewer() {
        long before = listing(PROGRAMME.draft(), CALL.draft()).seq();

        assertThat(listing(PROGRAMME.published(), CALL.draft()).seq()).isGreaterThan(before);
        assertThat(listing(PROGRAMME.draft(), CALL.published()).seq()).isGreaterThan(before);
        assertThat(listing(PROGRAMME.draft(), CALL.draft(), CALL.draft()).seq()).isGreaterThan(before);
    }

    private static Listing listing(Programme programme, Call... calls) {
        return Listing.of(programme, List.of(calls), BETWEEN);
    }
}
