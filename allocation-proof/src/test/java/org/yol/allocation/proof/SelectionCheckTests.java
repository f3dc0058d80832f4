package org.yol.allocation.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SelectionCheckTests {

    private static final PublishedRecord RESERVES = PublishedRecord.of("reserves");
    private static final PublishedRecord CAPS = PublishedRecord.of("caps");

    /** Places of the results. */
    private static final String HIROSHIMA = "/places/0";

    private static final String TSUKUBA = "/places/1";

    private static final List<Arguments> WRONG_INPUTS = List.of(
            wrong(
                    "another lottery number",
                    FaultKind.LOTTERY,
                    RESERVES,
                    it -> it.applicant(3).put("lottery", "0".repeat(64))),
            wrong("another seed", FaultKind.LOTTERY, RESERVES, it -> it.input().put("seed", "0".repeat(64))),
            wrong("no seed", FaultKind.SEED, RESERVES, it -> it.input().put("seed", "yol")),
            wrong(
                    "a number that is none",
                    FaultKind.NUMBER,
                    RESERVES,
                    it -> it.applicant(6).put("number", "z6")),
            wrong(
                    "a number twice",
                    FaultKind.NUMBER,
                    RESERVES,
                    it -> it.applicant(2).put("number", PublishedRecord.number(1))),
            wrong(
                    "applicants out of order",
                    FaultKind.FORM,
                    RESERVES,
                    it -> turned(it.input().get("applicants"))),
            wrong(
                    "places out of order",
                    FaultKind.FORM,
                    RESERVES,
                    it -> turned(it.input().get("places"))),
            wrong(
                    "a score with three decimals",
                    FaultKind.SCORE,
                    RESERVES,
                    it -> it.choice(4, 1).put("score", "60.500")),
            wrong(
                    "a score above 100",
                    FaultKind.SCORE,
                    RESERVES,
                    it -> it.choice(4, 1).put("score", "100.01")),
            wrong(
                    "a score with a sign",
                    FaultKind.SCORE,
                    RESERVES,
                    it -> it.choice(4, 1).put("score", "-1.00")),
            wrong(
                    "a place ranked twice",
                    FaultKind.CHOICE,
                    RESERVES,
                    it -> ((ArrayNode) it.applicant(4).get("choices"))
                            .add(it.choice(4, 1).deepCopy())),
            wrong(
                    "an unknown place",
                    FaultKind.CHOICE,
                    RESERVES,
                    it -> it.choice(1, 2).put("place", "kyoto")),
            wrong(
                    "neither score nor exclusion",
                    FaultKind.CHOICE,
                    RESERVES,
                    it -> it.choice(5, 1).remove("excluded")),
            wrong(
                    "score and exclusion",
                    FaultKind.CHOICE,
                    RESERVES,
                    it -> it.choice(5, 1).put("score", "99.00")),
            wrong(
                    "an unknown category of an applicant",
                    FaultKind.UNKNOWN,
                    RESERVES,
                    it -> ((ArrayNode) it.applicant(6).get("categories")).add("urban")),
            wrong(
                    "a category twice",
                    FaultKind.PLACE,
                    RESERVES,
                    it -> ((ArrayNode) it.input().get("categories")).add("rural")),
            wrong(
                    "a category called open",
                    FaultKind.PLACE,
                    RESERVES,
                    it -> ((ArrayNode) it.input().get("categories")).add("open")),
            wrong(
                    "65 categories",
                    FaultKind.PLACE,
                    RESERVES,
                    it -> IntStream.range(0, 63)
                            .forEach(i -> ((ArrayNode) it.input().get("categories")).add("c" + i))),
            wrong(
                    "a place twice",
                    FaultKind.PLACE,
                    RESERVES,
                    it -> it.inInput(TSUKUBA).put("id", "hiroshima")),
            wrong(
                    "reserves for an unknown category",
                    FaultKind.PLACE,
                    RESERVES,
                    it -> it.inInput("/places/0/reserves").put("urban", 1)),
            wrong(
                    "reserves of more than all seats",
                    FaultKind.PLACE,
                    RESERVES,
                    it -> it.inInput("/places/1/reserves").put("rural", 3)),
            wrong(
                    "reserves below zero",
                    FaultKind.PLACE,
                    RESERVES,
                    it -> it.inInput("/places/1/reserves").put("rural", -1)),
            wrong(
                    "seats below zero",
                    FaultKind.PLACE,
                    RESERVES,
                    it -> it.inInput(HIROSHIMA).put("seats", -1)),
            wrong("an unknown mode", FaultKind.MODE, RESERVES, it -> it.input().put("mode", "both")),
            wrong(
                    "reserves under caps",
                    FaultKind.MODE,
                    RESERVES,
                    it -> it.input().put("mode", "caps")),
            wrong("caps beside reserves", FaultKind.MODE, CAPS, it -> it.input().put("mode", "reserves")),
            wrong("caps that cross", FaultKind.CAP, CAPS, it -> addCap(it, "b", "c")),
            wrong(
                    "caps not innermost first",
                    FaultKind.CAP,
                    CAPS,
                    it -> turned(it.input().get("caps"))),
            wrong(
                    "a cap over an unknown place",
                    FaultKind.CAP,
                    CAPS,
                    it -> ((ArrayNode) it.input().at("/caps/1/places")).add("d")),
            wrong(
                    "a cap over a place twice",
                    FaultKind.CAP,
                    CAPS,
                    it -> ((ArrayNode) it.input().at("/caps/1/places")).add("a")),
            wrong(
                    "a cap below zero",
                    FaultKind.CAP,
                    CAPS,
                    it -> it.inInput("/caps/1").put("seats", -1)),
            wrong(
                    "a cap twice",
                    FaultKind.CAP,
                    CAPS,
                    it -> it.inInput("/caps/1").put("id", "master")));

    private static final List<Arguments> WRONG_RESULTS = List.of(
            wrong("another call", FaultKind.DIGEST, RESERVES, it -> it.result().put("call", "other")),
            wrong(
                    "another algorithm",
                    FaultKind.DIGEST,
                    RESERVES,
                    it -> it.inResult("/algorithm").put("version", "2")),
            wrong(
                    "an unknown place",
                    FaultKind.UNKNOWN,
                    RESERVES,
                    it -> it.inResult(HIROSHIMA).put("id", "kyoto")),
            wrong(
                    "a place twice",
                    FaultKind.UNKNOWN,
                    RESERVES,
                    it -> ((ArrayNode) it.result().get("places"))
                            .add(it.inResult(HIROSHIMA).deepCopy())),
            wrong(
                    "a place less",
                    FaultKind.UNKNOWN,
                    RESERVES,
                    it -> ((ArrayNode) it.result().get("places")).remove(0)),
            wrong(
                    "places out of order",
                    FaultKind.FORM,
                    RESERVES,
                    it -> turned(it.result().get("places"))),
            wrong(
                    "an unknown holder",
                    FaultKind.UNKNOWN,
                    RESERVES,
                    it -> it.inResult("/places/0/held/0").put("number", "nobody")),
            wrong(
                    "an unknown kind of seat",
                    FaultKind.UNKNOWN,
                    RESERVES,
                    it -> it.inResult("/places/0/held/0").put("seat", "best")),
            wrong("a second seat", FaultKind.HELD_TWICE, RESERVES, it -> hold(it, HIROSHIMA, 1, "open")),
            wrong("a place that was not ranked", FaultKind.NOT_RANKED, RESERVES, it -> hold(it, HIROSHIMA, 2, "open")),
            wrong("a place that is excluded", FaultKind.EXCLUDED, RESERVES, it -> hold(it, HIROSHIMA, 5, "open")),
            wrong("more than the seats", FaultKind.OVER_SEATS, RESERVES, it -> hold(it, HIROSHIMA, 3, "open")),
            wrong("more than the cap", FaultKind.OVER_CAP, CAPS, it -> hold(it, "/places/2", 4, "open")),
            wrong(
                    "kinds of seats exchanged",
                    FaultKind.WRONG_SEAT,
                    RESERVES,
                    it -> seats(it, "rural", "open", "left-over")),
            wrong(
                    "a seat for a category by who is none of it",
                    FaultKind.WRONG_SEAT,
                    RESERVES,
                    it -> seats(it, "open", "rural", "women")),
            wrong(
                    "a kind of seat under caps",
                    FaultKind.WRONG_SEAT,
                    CAPS,
                    it -> it.inResult("/places/0/held/0").put("seat", "left-over")),
            wrong(
                    "somebody with a larger lottery number",
                    FaultKind.BLOCKING,
                    RESERVES,
                    it -> it.inResult("/places/0/held/0").put("number", PublishedRecord.number(3))),
            wrong(
                    "a seat that stays empty",
                    FaultKind.BLOCKING,
                    RESERVES,
                    it -> ((ArrayNode) it.inResult(TSUKUBA).get("held")).remove(2)),
            wrong(
                    "the one behind the reserve's seat",
                    FaultKind.BLOCKING,
                    RESERVES,
                    it -> it.inResult("/places/1/held/1").put("number", PublishedRecord.number(4))),
            wrong(
                    "somebody below the cap",
                    FaultKind.BLOCKING,
                    CAPS,
                    it -> it.inResult("/places/2/held/0").put("number", PublishedRecord.number(4))),
            wrong(
                    "holders out of order",
                    FaultKind.HELD_ORDER,
                    RESERVES,
                    it -> turned(it.inResult(TSUKUBA).get("held"))),
            wrong(
                    "a reserve list out of order",
                    FaultKind.RESERVE_LIST,
                    RESERVES,
                    it -> turned(it.inResult(TSUKUBA).get("reserve"))),
            wrong(
                    "a reserve list without one",
                    FaultKind.RESERVE_LIST,
                    RESERVES,
                    it -> ((ArrayNode) it.inResult(TSUKUBA).get("reserve")).remove(1)),
            wrong("one twice on a reserve list", FaultKind.RESERVE_LIST, RESERVES, it -> wait(it, TSUKUBA, 4)),
            wrong(
                    "a holder of something better on a reserve list",
                    FaultKind.RESERVE_LIST,
                    RESERVES,
                    it -> wait(it, HIROSHIMA, 1)),
            wrong("an excluded one on a reserve list", FaultKind.RESERVE_LIST, RESERVES, it -> wait(it, HIROSHIMA, 5)),
            wrong(
                    "one who never wanted it on a reserve list",
                    FaultKind.RESERVE_LIST,
                    RESERVES,
                    it -> wait(it, HIROSHIMA, 2)),
            wrong("an unknown one on a reserve list", FaultKind.UNKNOWN, RESERVES, it -> wait(it, HIROSHIMA, 7)),
            wrong(
                    "a cut-off with another score",
                    FaultKind.CUT_OFF,
                    RESERVES,
                    it -> it.inResult("/cutOffs/0").put("score", "79.99")),
            wrong(
                    "a cut-off with a score that is none",
                    FaultKind.CUT_OFF,
                    RESERVES,
                    it -> it.inResult("/cutOffs/0").put("score", "080.00")),
            wrong(
                    "a cut-off with another's lottery number",
                    FaultKind.CUT_OFF,
                    RESERVES,
                    it -> it.inResult("/cutOffs/0")
                            .put("lottery", it.applicant(3).get("lottery").asString())),
            wrong(
                    "a cut-off with a lottery number of nobody",
                    FaultKind.CUT_OFF,
                    RESERVES,
                    it -> it.inResult("/cutOffs/0").put("lottery", "0".repeat(64))),
            wrong(
                    "a cut-off of seats that are not full",
                    FaultKind.CUT_OFF,
                    RESERVES,
                    it -> it.inResult("/cutOffs/2").put("seat", "women")),
            wrong(
                    "a cut-off of an unknown place",
                    FaultKind.CUT_OFF,
                    RESERVES,
                    it -> it.inResult("/cutOffs/0").put("place", "kyoto")),
            wrong(
                    "a cut-off twice",
                    FaultKind.CUT_OFF,
                    RESERVES,
                    it -> ((ArrayNode) it.result().get("cutOffs"))
                            .add(it.inResult("/cutOffs/0").deepCopy())),
            wrong(
                    "a cap without its cut-off",
                    FaultKind.CUT_OFF,
                    CAPS,
                    it -> ((ArrayNode) it.result().get("cutOffs")).remove(3)));

    private static Arguments wrong(String what, FaultKind kind, PublishedRecord right, Consumer<PublishedRecord> how) {
        return Arguments.of(what, kind, right, how);
    }

    private static void turned(Object array) {
        ArrayNode all = (ArrayNode) array;
        for (int i = all.size() - 2; i >= 0; i--) {
            all.add(all.remove(i));
        }
    }

    private static void addCap(PublishedRecord published, String... places) {
        ObjectNode cap = ((ArrayNode) published.input().get("caps")).insertObject(1);
        cap.put("id", "crossing").put("seats", 1);
        ArrayNode in = cap.putArray("places");
        for (String place : places) {
            in.add(place);
        }
    }

    private static void hold(PublishedRecord published, String place, int applicant, String seat) {
        ((ArrayNode) published.inResult(place).get("held"))
                .addObject()
                .put("number", PublishedRecord.number(applicant))
                .put("seat", seat);
    }

    private static void seats(PublishedRecord published, String... seats) {
        for (int i = 0; i < seats.length; i++) {
            published.inResult(TSUKUBA + "/held/" + i).put("seat", seats[i]);
        }
    }

    private static void wait(PublishedRecord published, String place, int applicant) {
        ((ArrayNode) published.inResult(place).get("reserve")).add(PublishedRecord.number(applicant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reserves", "caps"})
    void whatWasWorkedOutByHandIsRight(String name) {
        Verdict verdict = SelectionCheck.of(
                PublishedRecord.bytes(name + "-input.json"), PublishedRecord.bytes(name + "-result.json"));
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.isRight()).isTrue();
        assertThat(verdict.checked())
                .isEqualTo(
                        name.equals("caps")
                                ? new Verdict.Checked("jds-2027", "caps", 5, 7, 3, 4, 3, 2)
                                : new Verdict.Checked("kz-masters-2027", "reserves", 6, 9, 2, 4, 4, 3));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource({"WRONG_INPUTS", "WRONG_RESULTS"})
    void findsWhatWasTamperedWith(String what, FaultKind kind, PublishedRecord right, Consumer<PublishedRecord> how) {
        Verdict verdict = right.tampered(how).verdict();
        assertThat(verdict.counts()).containsKey(kind);
        assertThat(verdict.isRight()).isFalse();
        assertThat(verdict.faults())
                .allSatisfy(fault -> assertThat(fault.sentence()).endsWith("."));
    }

    @Test
    void saysWhoIsConcerned() {
        Verdict verdict = RESERVES.tampered(
                        it -> it.inResult("/places/0/held/0").put("number", PublishedRecord.number(3)))
                .verdict();
        assertThat(verdict.faults())
                .contains(new Fault(
                        FaultKind.BLOCKING,
                        List.of(PublishedRecord.number(6)),
                        List.of("hiroshima"),
                        PublishedRecord.number(6)
                                + " would rather have hiroshima than nothing, and hiroshima would choose them."));
        assertThat(verdict.optimalityChecked()).isFalse();
    }

    /** 1 and 2 changed places, and all numbers fit: stable, but worse for both. */
    @Test
    void aStableOutcomeIsNotEnough() {
        Verdict verdict = CAPS.tampered(it -> {
                    it.inResult("/places/0/held/0").put("number", PublishedRecord.number(2));
                    it.inResult("/places/1/held/0").put("number", PublishedRecord.number(1));
                    ((ArrayNode) it.inResult("/places/0").get("reserve")).insert(0, PublishedRecord.number(1));
                    ((ArrayNode) it.inResult("/places/1").get("reserve")).add(PublishedRecord.number(2));
                    it.inResult("/cutOffs/0")
                            .put("score", "90.00")
                            .set("lottery", it.applicant(2).get("lottery"));
                    it.inResult("/cutOffs/1")
                            .put("score", "90.00")
                            .set("lottery", it.applicant(1).get("lottery"));
                    it.inResult("/cutOffs/2").put("score", "90.00");
                })
                .verdict();
        assertThat(verdict.counts()).containsOnlyKeys(FaultKind.NOT_OPTIMAL);
        assertThat(verdict.optimalityChecked()).isTrue();
        assertThat(verdict.faults()).hasSize(1);
        assertThat(verdict.faults().getFirst().numbers())
                .containsExactlyInAnyOrder(PublishedRecord.number(1), PublishedRecord.number(2));
    }

    /** Nobody has anything then, everybody waits, and there is no last who was taken. */
    @Test
    void aCapMayHaveNoSeats() {
        Verdict verdict = CAPS.tampered(it -> {
                    it.inInput("/caps/1").put("seats", 0);
                    it.result().putArray("cutOffs");
                    nobodyHolds(it, 0, 2, 1, 5);
                    nobodyHolds(it, 1, 1, 2);
                    nobodyHolds(it, 2, 3, 4);
                })
                .verdict();
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.isRight()).isTrue();
    }

    private static void nobodyHolds(PublishedRecord published, int place, int... waiting) {
        ObjectNode of = published.inResult("/places/" + place);
        of.putArray("held");
        ArrayNode reserve = of.putArray("reserve");
        IntStream.of(waiting).mapToObj(PublishedRecord::number).forEach(reserve::add);
    }

    @Test
    void nothingMoreMayStandInAFile() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() ->
                        CAPS.tampered(it -> it.choice(1, 1).put("more", 1)).verdict())
                .withMessageContaining("\"more\"");
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> CAPS.tampered(it -> it.inResult("/cutOffs/3").put("place", "a"))
                        .verdict())
                .withMessageStartingWith("The result is not in its form: a cut-off names a place and a seat, or a cap");
    }

    @Test
    void oneByteMakesAnotherInput() {
        byte[] input = PublishedRecord.bytes("reserves-input.json");
        byte[] result = PublishedRecord.bytes("reserves-result.json");
        assertThat(SelectionCheck.of(PublishedRecord.utf8(new String(input) + "\n"), result)
                        .counts())
                .containsOnlyKeys(FaultKind.FORM, FaultKind.DIGEST);
        assertThat(SelectionCheck.of(input, PublishedRecord.utf8(new String(result).replace(":", ": ")))
                        .counts())
                .containsOnlyKeys(FaultKind.FORM);
    }

    @Test
    void keepsTheFirstHundredOfAKindAndCountsAll() {
        Verdict verdict = RESERVES.tampered(it -> IntStream.range(0, 250)
                        .forEach(i -> ((ArrayNode) it.applicant(6).get("choices"))
                                .addObject()
                                .put("place", "x" + i)
                                .put("score", "1.00")))
                .verdict();
        assertThat(verdict.counts()).containsEntry(FaultKind.CHOICE, 250);
        assertThat(verdict.faults()).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing                       | no JSON",
                "[]                            | the format none",
                "{}                            | the format none",
                "{\"format\":1}                | the format 1",
                "{\"format\":\"yol-selection-input/2\",\"more\":1} | the format yol-selection-input/2, and this checker knows yol-selection-input/1 only",
                "{\"format\":\"yol-selection-input/1\"} | \"call\" is missing",
                "{\"call\":\"a\",\"call\":\"b\",\"format\":\"yol-selection-input/1\"} | Duplicate",
                "{\"format\":\"yol-selection-input/1\",\"places\":[null]} | missing",
                "{\"format\":\"yol-selection-input/1\",\"places\":[{\"id\":\"a\",\"seats\":1.5}]} | seats"
            })
    void whatIsNoRecordIsRefusedInAWord(String input, String reason) {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> SelectionCheck.of(
                        PublishedRecord.utf8(input == null ? "" : input), PublishedRecord.bytes("caps-result.json")))
                .withMessageContaining(reason);
    }

    @Test
    void explainsWhatOneApplicantGot() {
        assertThat(explained(RESERVES, 3))
                .containsExactly(
                        "Applicant " + PublishedRecord.number(3),
                        "Lottery number " + RESERVES.applicant(3).get("lottery").asString(),
                        "1. hiroshima, score 80.00: on the reserve list at 1. The last who was taken for the seats \"open\" has"
                                + " 80.00 and the lottery number "
                                + RESERVES.applicant(6).get("lottery").asString()
                                + ": the same score and a smaller lottery number.",
                        "2. tsukuba, score 85.00: on the reserve list at 1. The last who was taken for the seats \"open\" has"
                                + " 90.00 and the lottery number "
                                + RESERVES.applicant(1).get("lottery").asString()
                                + ": a higher score. The last who was taken for the seats \"left-over\" has 85.00 and the lottery"
                                + " number "
                                + RESERVES.applicant(5).get("lottery").asString()
                                + ": the same score and a smaller lottery number.");
        assertThat(explained(RESERVES, 5))
                .endsWith(
                        "1. hiroshima: excluded (place-withdrawn).",
                        "2. tsukuba, score 85.00: offered, a seat \"left-over\".");
        assertThat(explained(RESERVES, 1))
                .last()
                .isEqualTo("2. hiroshima, score 80.00: not needed, a place that was ranked higher is offered.");
        assertThat(explained(RESERVES, 4).get(2)).isEqualTo("Counts for rural");
        assertThat(explained(CAPS, 4))
                .last()
                .asString()
                .contains("at 1. The last who was taken for the seats under the cap all has 70.00");
    }

    @Test
    void placeThatIsNotThereAnyMoreIsNoFaultWhereItIsExcluded() {
        PublishedRecord withdrawn = RESERVES.tampered(it -> it.applicant(1)
                .withArray("choices")
                .insertObject(0)
                .put("place", "kyoto")
                .put("excluded", "place-withdrawn"));
        assertThat(withdrawn.verdict().faults()).isEmpty();
        assertThat(explained(withdrawn, 1))
                .contains("1. kyoto: excluded (place-withdrawn).", "2. tsukuba, score 90.00: offered, a seat \"open\".")
                .endsWith("3. hiroshima, score 80.00: not needed, a place that was ranked higher is offered.");
    }

    private static List<String> explained(PublishedRecord published, int applicant) {
        return new SelectionCheck(published.inputBytes(), published.resultBytes())
                .explain(PublishedRecord.number(applicant))
                .orElseThrow()
                .lines();
    }
}
