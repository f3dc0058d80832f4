package org.yol.programs.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.OPENS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.Refused;
import org.yol.programs.call.Call;
import org.yol.programs.call.CallFixtures;
import org.yol.programs.programme.Pays;
import org.yol.programs.programme.PublicationStatus;
import org.yol.programs.search.Catalogue.Written;

/** Facets, their counts, orders and pages. */
class NarrowingTests {

    private static final CallFixtures CALL = CallFixtures.complete().at(List.of());
    private static final Pays ALL = new Pays(List.of(new BigDecimal("143000")), List.of(), "JPY", "waived", "paid");
    private static final Pays SOME = new Pays(List.of(), List.of(), null, "partly", "paid");

    @Test
    void aFacetIsCountedAsIfNothingWereChosenInIt() {
        try (Catalogue catalogue = Catalogue.of(
                offered("a", ProgrammeKind.SCHOLARSHIP, StudyLevel.MASTER, "0713"),
                offered("b", ProgrammeKind.SCHOLARSHIP, StudyLevel.DOCTORATE, "0715"),
                offered("c", ProgrammeKind.EXCHANGE, StudyLevel.MASTER, "0311"))) {
            Found all = catalogue.find(null, Map.of());
            Found masters = catalogue.find(null, Map.of(Facet.LEVEL, Set.of("master")));
            Found both = catalogue.find(
                    null, Map.of(Facet.LEVEL, Set.of("master", "doctorate"), Facet.KIND, Set.of("scholarship")));

            assertThat(Catalogue.counts(all, Facet.KIND))
                    .containsExactly(entry("scholarship", 2), entry("exchange", 1));
            assertThat(Catalogue.counts(all, Facet.FIELD))
                    .containsExactly(
                            entry("07", 2), entry("03", 1), entry("0311", 1), entry("0713", 1), entry("0715", 1));
            assertThat(Catalogue.counts(all, Facet.COUNTRY)).containsExactly(entry("JP", 3), entry("KZ", 3));
            assertThat(masters.ids()).containsExactly("a", "c");
            assertThat(masters.total()).isEqualTo(2);
            assertThat(Catalogue.counts(masters, Facet.LEVEL))
                    .containsExactly(entry("master", 2), entry("doctorate", 1));
            assertThat(Catalogue.counts(masters, Facet.KIND))
                    .containsExactly(entry("exchange", 1), entry("scholarship", 1));
            assertThat(both.ids()).containsExactly("a", "b");
        }
    }

    @Test
    void whatIsChosenIsCountedEvenWhenItLeavesNothing() {
        try (Catalogue catalogue = Catalogue.of(
                offered("a", ProgrammeKind.SCHOLARSHIP, StudyLevel.MASTER, "0713"),
                offered("b", ProgrammeKind.EXCHANGE, StudyLevel.DOCTORATE, "0713"))) {
            Found none =
                    catalogue.find(null, Map.of(Facet.LEVEL, Set.of("doctorate"), Facet.KIND, Set.of("scholarship")));

            assertThat(none.ids()).isEmpty();
            assertThat(Catalogue.counts(none, Facet.KIND))
                    .containsExactly(entry("exchange", 1), entry("scholarship", 0));
        }
    }

    @Test
    void whatIsPaidIsCounted() {
        try (Catalogue catalogue = Catalogue.of(
                Written.named("all")
                        .offered(ProgrammeKind.SCHOLARSHIP, List.of(), List.of(), ALL)
                        .listing(),
                Written.named("some")
                        .offered(ProgrammeKind.SCHOLARSHIP, List.of(), List.of(), SOME)
                        .listing(),
                Written.named("none").listing())) {
            assertThat(Catalogue.counts(catalogue.find(null, Map.of()), Facet.FUNDING))
                    .containsExactly(entry("airfare", 2), entry("stipend", 1), entry("tuition", 1));
        }
    }

    @Test
    void thePhaseIsThatOfTheMomentAndOfAnyCall() {
        try (Catalogue catalogue = Catalogue.of(
                closing("week", Duration.ofDays(6)),
                closing("month", Duration.ofDays(20)),
                closing("later", Duration.ofDays(40)),
                closing("over", Duration.ofDays(-1)),
                Written.named("twice")
                        .in(
                                CALL.open(OPENS, BETWEEN.minusSeconds(600)).publishedOnce(),
                                CALL.called("next")
                                        .open(BETWEEN.plusSeconds(600), BETWEEN.plusSeconds(900))
                                        .publishedOnce())
                        .listing())) {
            assertThat(Catalogue.counts(catalogue.find(null, Map.of()), Facet.PHASE))
                    .containsExactly(
                            entry("open", 3),
                            entry("closed", 2),
                            entry("closing-in-30-days", 2),
                            entry("closing-in-7-days", 1),
                            entry("upcoming", 1));
            assertThat(catalogue
                            .find(null, Map.of(Facet.PHASE, Set.of("closing-in-7-days", "upcoming")))
                            .ids())
                    .containsExactlyInAnyOrder("week", "twice");
        }
    }

    @Test
    void aDeadlineIsThatOfTheReadersCountry() {
        Call extended = CallFixtures.complete()
                .open(OPENS, BETWEEN.plusSeconds(60))
                .extended("KG", BETWEEN.plus(Duration.ofDays(3)));
        Instant between = BETWEEN.plus(Duration.ofDays(1));
        try (Catalogue catalogue =
                Catalogue.of(Written.named("nipca").in(extended).listing())) {
            assertThat(open(catalogue, between, "KG")).containsExactly("nipca");
            assertThat(open(catalogue, between, "TJ")).isEmpty();
            assertThat(open(catalogue, between, null)).containsExactly("nipca");
        }
    }

    private static List<String> open(Catalogue catalogue, Instant now, String country) {
        return catalogue
                .index()
                .find(
                        new ProgrammeFilter(null, Map.of(Facet.PHASE, Set.of("open")), null, false, false),
                        Sort.CLOSES,
                        new Moment(now, country),
                        Catalogue.ANYBODY,
                        new PageRequest(PageRequest.USUAL, null))
                .ids();
    }

    @Test
    void theNearestDeadlineAheadComesFirstAndWhatIsOverLast() {
        try (Catalogue catalogue = Catalogue.of(
                closing("month", Duration.ofDays(20)),
                closing("over", Duration.ofDays(-1)),
                closing("long over", Duration.ofDays(-9)),
                closing("week", Duration.ofDays(6)))) {
            assertThat(pages(catalogue, null, Sort.CLOSES, 3)).containsExactly("week", "month", "over", "long over");
        }
    }

    @Test
    void whatFitsEquallyWellComesByDeadline() {
        try (Catalogue catalogue = Catalogue.of(
                Written.named("text").described("en", "rivers").listing(),
                closing("rivers-later", Duration.ofDays(20)),
                closing("rivers-soon", Duration.ofDays(6)))) {
            assertThat(catalogue.find("rivers")).containsExactly("rivers-soon", "rivers-later", "text");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfAnyLengthHoldEverythingOnce(Sort sort) {
        List<Listing> listings = new ArrayList<>();
        for (int number = 0; number < 23; number++) {
            listings.add(closing("river " + number % 7 + " " + number, Duration.ofDays(number % 5 - 2)));
        }
        try (Catalogue catalogue = Catalogue.of(listings.toArray(Listing[]::new))) {
            List<String> whole = pages(catalogue, "river", sort, 100);
            assertThat(whole).hasSize(23).doesNotHaveDuplicates();
            for (int length : List.of(1, 2, 7, 22, 23, 24)) {
                assertThat(pages(catalogue, "river", sort, length)).isEqualTo(whole);
            }
        }
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        try (Catalogue catalogue =
                Catalogue.of(closing("one", Duration.ofDays(1)), closing("two", Duration.ofDays(2)))) {
            String next = catalogue
                    .find(null, Map.of(), Sort.TITLE, new PageRequest(1, null))
                    .next();

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> catalogue.find(null, Map.of(), Sort.CLOSES, new PageRequest(1, next)));
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(
                            () -> catalogue.find(null, Map.of(), Sort.TITLE, new PageRequest(1, next.substring(3))));
        }
    }

    @Test
    void draftsAreForTheirWritersAndAuditors() {
        Caller sato = caller(Role.COORDINATOR, "provider");
        Caller karimov = caller(Role.COORDINATOR, "another");
        Caller auditor = caller(Role.AUDITOR, null);
        Written draft = Written.named("draft").in(CALL.draft());
        try (Catalogue catalogue = Catalogue.of(
                Written.named("public").listing(),
                new Listing(
                        "draft",
                        1,
                        BETWEEN,
                        PublicationStatus.DRAFT,
                        draft.listing().programme(),
                        draft.calls(),
                        "",
                        BETWEEN,
                        List.of()))) {
            assertThat(seen(catalogue, false, Catalogue.ANYBODY)).containsExactly("public");
            assertThat(seen(catalogue, false, sato)).containsExactly("public");
            assertThat(seen(catalogue, true, sato)).containsExactly("draft", "public");
            assertThat(seen(catalogue, true, karimov)).isEmpty();
            assertThat(seen(catalogue, true, Catalogue.ANYBODY)).isEmpty();
            assertThat(seen(catalogue, false, auditor)).containsExactly("draft", "public");
        }
    }

    @Test
    void anOlderListingDoesNotReplaceANewerOne() {
        Written written = Written.named("a").titled("en", "rivers");
        try (Catalogue catalogue = Catalogue.of(written.listing())) {
            catalogue.index().put(written.titled("en", "lakes").listing(BETWEEN.minusSeconds(1)));
            assertThat(catalogue.find("lakes")).isEmpty();
            catalogue.index().put(written.titled("en", "seas").listing(BETWEEN.plusSeconds(1)));
            assertThat(catalogue.find("seas")).containsExactly("a");
            assertThat(catalogue.find("rivers")).isEmpty();
        }
    }

    @Test
    void anEmptyIndexFindsNothing() {
        try (Catalogue catalogue = Catalogue.of()) {
            Found nothing = catalogue.find("rivers", Map.of());

            assertThat(nothing.ids()).isEmpty();
            assertThat(nothing.next()).isNull();
            assertThat(nothing.total()).isZero();
        }
    }

    private static Listing offered(String id, ProgrammeKind kind, StudyLevel level, String field) {
        return Written.named(id)
                .offered(kind, List.of(level), List.of(field), null)
                .listing();
    }

    /** With its id as its title. */
    private static Listing closing(String id, Duration after) {
        return Written.named(id)
                .titled("en", id)
                .in(CALL.open(OPENS, BETWEEN.plus(after)).publishedOnce())
                .listing();
    }

    private static List<String> pages(Catalogue catalogue, String text, Sort sort, int length) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            Found page = catalogue.find(text, Map.of(), sort, new PageRequest(length, after));
            ids.addAll(page.ids());
            after = page.next();
        } while (after != null);
        return ids;
    }

    private static List<String> seen(Catalogue catalogue, boolean mine, Caller caller) {
        return catalogue
                .index()
                .find(
                        new ProgrammeFilter(null, Map.of(), null, mine, false),
                        Sort.TITLE,
                        new Moment(BETWEEN, null),
                        caller,
                        new PageRequest(PageRequest.USUAL, null))
                .ids();
    }

    private static Caller caller(Role role, String organization) {
        return new Caller("somebody", "Somebody", null, null, Set.of(role), organization, null, Set.of());
    }
}
