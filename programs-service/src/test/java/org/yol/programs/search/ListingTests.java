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
import org.yol.programs.programme.ProgrammeFixtures;
import org.yol.programs.programme.PublicationStatus;

class ListingTests {

    private static final ProgrammeFixtures PROGRAMME = ProgrammeFixtures.complete();
    private static final CallFixtures CALL = CallFixtures.complete();

    @Test
    void knowsAllWordsInAllLanguages() {
        Listing listing = Listing.of(PROGRAMME.draft(), List.of());

        assertThat(listing.text()).contains("research students", "研究留学生", "студенты", "embassy of japan");
        assertThat(listing.title()).isEqualTo("research students 2027");
        assertThat(Listing.of(PROGRAMME.titled(Map.of("uz", "Stipendiya")).draft(), List.of())
                        .title())
                .isEqualTo("stipendiya");
    }

    @Test
    void closesWithTheLatestOfItsCalls() {
        Call earlier =
                CALL.called("earlier").open(OPENS, BETWEEN.plusSeconds(1)).published();

        assertThat(Listing.of(PROGRAMME.published(), List.of(earlier, CALL.published()))
                        .closes())
                .isEqualTo(CLOSES);
        assertThat(Listing.of(PROGRAMME.draft(), List.of(CALL.open(null, null).draft()))
                        .closes())
                .isAfter(CLOSES);
        assertThat(Listing.of(PROGRAMME.draft(), List.of()).closes()).isAfter(CLOSES);
    }

    @Test
    void saysNothingOfADraftBesideAPublishedCall() {
        Call draft = CALL.called("draft")
                .open(OPENS, CLOSES.plusSeconds(1))
                .at(List.of(CallFixtures.place("a", "Hiroshima University", StudyLevel.DOCTORATE, 1)))
                .draft();

        assertThat(Listing.of(PROGRAMME.draft(), List.of(draft)))
                .extracting(Listing::closes, listing -> listing.levels().contains(StudyLevel.DOCTORATE))
                .containsExactly(CLOSES.plusSeconds(1), true);
        assertThat(Listing.of(PROGRAMME.published(), List.of(draft, CALL.published())))
                .extracting(Listing::closes, listing -> listing.levels().contains(StudyLevel.DOCTORATE))
                .containsExactly(CLOSES, false);
    }

    @Test
    void isPublicAsSoonAsOneOfItsCallsIs() {
        assertThat(Listing.of(PROGRAMME.draft(), List.of(CALL.draft())).status())
                .isEqualTo(PublicationStatus.DRAFT);
        assertThat(Listing.of(PROGRAMME.draft(), List.of(CALL.draft(), CALL.published()))
                        .status())
                .isEqualTo(PublicationStatus.PUBLISHED);
    }

    @Test
    void everyWriteOfProgrammeOrCallMakesItNewer() {
        long before = Listing.of(PROGRAMME.draft(), List.of(CALL.draft())).seq();

        assertThat(Listing.of(PROGRAMME.published(), List.of(CALL.draft())).seq())
                .isGreaterThan(before);
        assertThat(Listing.of(PROGRAMME.draft(), List.of(CALL.published())).seq())
                .isGreaterThan(before);
        assertThat(Listing.of(PROGRAMME.draft(), List.of(CALL.draft(), CALL.draft()))
                        .seq())
                .isGreaterThan(before);
    }
}
