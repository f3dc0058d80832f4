package org.yol.applications.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yol.applications.selection.Comparison.Caps;
import org.yol.applications.selection.Comparison.CutOffs;
import org.yol.applications.selection.Comparison.Kinds;
import org.yol.applications.selection.Comparison.Person;
import org.yol.applications.selection.PublishedRecord.Allotted;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputCap;
import org.yol.applications.selection.SelectionInput.InputChoice;
import org.yol.applications.selection.SelectionInput.InputPlace;

/** Three want Osaka; the last of them, of whom a category is, is the only one who ranked Tsukuba too. */
class ComparisonTests {

    private static final List<InputApplicant> APPLICANTS = List.of(
            applicant('a', "90.00", List.of(), "osaka"),
            applicant('b', "80.00", List.of(), "osaka"),
            applicant('c', "70.00", List.of("rural"), "osaka", "tsukuba"));

    @Test
    void whoGivesWayToAReservedSeat() {
        PublishedRecord without = reserving(Map.of());
        PublishedRecord with = reserving(Map.of("rural", 1));

        Comparison comparison = compared(without, with, 0, 10);

        assertThat(comparison.places().getFirst().one().reserves()).isEmpty();
        assertThat(comparison.places().getFirst().other().reserves()).containsEntry("rural", 1);
        assertThat(comparison.kinds())
                .containsExactly(
                        new Kinds("osaka", "open", 2, 1),
                        new Kinds("osaka", "rural", 0, 1),
                        new Kinds("tsukuba", "open", 1, 0));
        assertThat(comparison.cutOffs())
                .contains(
                        new CutOffs("osaka", "open", null, "80.00", "90.00"),
                        new CutOffs("osaka", "rural", null, null, "70.00"));
        assertThat(comparison.same()).isEqualTo(1);
        assertThat(comparison.different()).isEqualTo(2);
        assertThat(comparison.people())
                .containsExactly(
                        new Person("b".repeat(64), "B", new Allotted("osaka", "open"), null),
                        new Person(
                                "c".repeat(64), "C", new Allotted("tsukuba", "open"), new Allotted("osaka", "rural")));
    }

    @Test
    void whoIsPutOutByACap() {
        PublishedRecord free = capped();
        PublishedRecord capped = capped(new InputCap("master", List.of("osaka", "tsukuba"), 1));

        Comparison comparison = compared(free, capped, 0, 1);

        assertThat(comparison.caps()).containsExactly(new Caps("master", null, 1));
        assertThat(comparison.cutOffs()).contains(new CutOffs(null, null, "master", null, "90.00"));
        assertThat(comparison.different()).isEqualTo(2);
        assertThat(comparison.people()).hasSize(1);
        assertThat(compared(free, capped, 1, 10).people())
                .extracting(Person::applicationId)
                .containsExactly("c".repeat(64));
    }

    /** As if applications had the numbers of those who made them. */
    private static Comparison compared(PublishedRecord one, PublishedRecord other, int from, int limit) {
        List<Person> gotten = APPLICANTS.stream()
                .map(InputApplicant::number)
                .map(id -> new Person(
                        id,
                        null,
                        one.allotted(id).orElse(null),
                        other.allotted(id).orElse(null)))
                .toList();
        return Comparison.of(
                one,
                other,
                gotten,
                from,
                limit,
                ids -> ids.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), id -> id.substring(0, 1).toUpperCase(Locale.ROOT))));
    }

    private static InputApplicant applicant(char digit, String score, List<String> categories, String... places) {
        return new InputApplicant(
                String.valueOf(digit).repeat(64),
                String.valueOf(digit).repeat(64),
                categories,
                List.of(places).stream()
                        .map(place -> new InputChoice(place, score, null))
                        .toList());
    }

    private static PublishedRecord reserving(Map<String, Integer> reserves) {
        return made("reserves", List.of("rural"), List.of(new InputPlace("osaka", 2, reserves), tsukuba()), List.of());
    }

    private static PublishedRecord capped(InputCap... caps) {
        return made("caps", List.of("rural"), List.of(new InputPlace("osaka", 2, Map.of()), tsukuba()), List.of(caps));
    }

    private static InputPlace tsukuba() {
        return new InputPlace("tsukuba", 1, Map.of());
    }

    private static PublishedRecord made(
            String mode, List<String> categories, List<InputPlace> places, List<InputCap> caps) {
        SelectionInput input = new SelectionInput(
                SelectionInput.FORMAT, "call-1", "00".repeat(32), mode, categories, places, caps, APPLICANTS);
        byte[] bytes = input.bytes();
        return PublishedRecord.of(bytes, new Allocating(input).result(bytes).bytes());
    }
}
