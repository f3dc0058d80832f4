package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.gateway.support.BrowserFunctions;
import org.yol.gateway.support.GatewayTest;

/** What the pages of selections say and send, without a page. */
@GatewayTest
class SelectionFunctionsIT extends BrowserFunctions {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: 'got', seat: 'open', cutOffs: [open]               | got 85.50",
                "outcome: 'got', seat: 'rural', cutOffs: [open, rural]       | got-category 71.00",
                "outcome: 'got', seat: 'open', cutOffs: []                   | got -",
                "outcome: 'not-needed', cutOffs: [open]                      | not-needed -",
                "outcome: 'excluded', excluded: 'no-seats', cutOffs: []      | excluded -",
                "outcome: 'reserve', score: '80.00', cutOffs: [open]         | score 85.50",
                "outcome: 'reserve', score: '9.00', cutOffs: [open]          | score 85.50",
                "outcome: 'reserve', score: '85.50', cutOffs: [open]         | lottery 85.50",
                // The easiest of the seats that are for them, and none that are for others.
                "outcome: 'reserve', score: '70.00', cutOffs: [open, rural]  | score 71.00",
                "outcome: 'reserve', score: '70.00', cutOffs: [open, women]  | score 85.50",
                "outcome: 'below-reserve', score: '99.00', cutOffs: [women]  | no-seat -",
                "outcome: 'reserve', score: '60.00', cutOffs: [east, call]   | score-cap 75.00",
                "outcome: 'reserve', score: '75.00', cutOffs: [east, call]   | lottery-cap 75.00",
                "outcome: 'reserve', score: '60.00', cutOffs: [open, call]   | score 85.50"
            })
    void saysWhichRuleAppliedAndWhoWasTakenLast(String place, String why) {
        assertThat(scripts.evaluate("selections/why.js", """
                (() => {
                  const last = (name, score) => ({ ...name, score, lottery: 'a' });
                  const open = last({ place: 'p', seat: 'open' }, '85.50');
                  const rural = last({ place: 'p', seat: 'rural' }, '71.00');
                  const women = last({ place: 'p', seat: 'women' }, '50.00');
                  const [east, call] = [last({ cap: 'east' }, '75.00'), last({ cap: 'call' }, '65.00')];
                  const { rule, last: taken } = m.whyOf({ %s }, ['rural']);
                  return `${rule} ${taken?.score ?? '-'}`;
                })()
                """.formatted(place))).isEqualTo(why);
    }

    @Test
    void keepsWhatIsNotExcludedUnlessItIsGivenUp() {
        assertThat(scripts.evaluate("applications/kept-places.js", """
                [
                  m.isKept({ applicationId: 'a', excluded: false }, []),
                  m.isKept({ applicationId: 'a', excluded: false }, ['a']),
                  m.isKept({ applicationId: 'a', excluded: true }, []),
                ]
                """)).isEqualTo(List.of(true, false, false));
    }

    @Test
    void editorSendsHowIsReviewedAndWhatIsExcludedAsItReadThem() {
        assertThat(scripts.evaluate("manage/particulars-draft.js", """
                [
                  {},
                  { reviewing: { reviews: 2, blind: true, spread: 15, feedback: 'scores' }, excludes: { all: true } },
                  { excludes: { all: false, programmes: ['mext'] } },
                ]
                  .map((call) => m.particularsRequest(m.particularsDraftOf(call), 'scholarship'))
                  .map(({ reviewing, excludes }) =>
                    [...Object.values(reviewing ?? {}), excludes?.all, excludes?.programmes?.join()].join(' '))
                """))
                .isEqualTo(List.of(" ", "2 true 15 scores true ", "false mext"));
    }

    @Test
    void comparesTwoOutcomesAlsoWhereAPlaceIsInOneOfThemOnly() {
        assertThat(scripts.evaluate("selections/run-facts.js", """
                m.compared(
                  { applicants: 9, held: 4, seats: 5, byRank: [3, 1], places: [{ id: 'a', held: 4, reserve: 2 }] },
                  { applicants: 9, held: 5, seats: 5, byRank: [3], places: [{ id: 'b', held: 5, reserve: 0 }] },
                ).map(({ key, id, one, other, difference }) => [key, id ?? '', one ?? '-', other ?? '-', difference].join(' '))
                """))
                .isEqualTo(List.of(
                        "held  4 5 1",
                        "seats  5 5 0",
                        "rank 1 3 3 0",
                        "rank 2 1 0 -1",
                        "none  5 4 -1",
                        "place a 4 - -4",
                        "waiting a 2 - -2",
                        "place b - 5 5",
                        "waiting b - 0 0"));
    }

    @Test
    void comparesTermsKindsOfSeatsAndScoresOfTheLast() {
        assertThat(scripts.evaluate("selections/run-facts.js", """
                (() => {
                  const read = {
                    places: [
                      { id: 'a', one: { seats: 3, reserves: { rural: 1 } }, other: { seats: 2, reserves: { women: 1 } } },
                      { id: 'b', one: null, other: { seats: 1, reserves: {} } },
                    ],
                    caps: [{ id: 'call', one: null, other: 2 }],
                    kinds: [{ place: 'a', seat: 'rural', one: 1, other: 0 }],
                    cutOffs: [
                      { place: 'a', seat: 'open', one: '71.10', other: '80.00' },
                      { cap: 'call', one: null, other: '75.50' },
                    ],
                  };
                  return [
                    ...m.comparedTerms({ caps: { call: 9, master: 8 } }, {}, { trial: { caps: { call: 2 } } }, read),
                    ...m.comparedKinds(read),
                    ...m.comparedCutOffs(read),
                  ].map(({ key, id, seat, one, other, difference }) =>
                    [key, id, seat ?? '', one ?? '-', other ?? '-', difference ?? '-'].join(' '));
                })()
                """))
                .isEqualTo(List.of(
                        "place a  3 2 -1",
                        "kind a rural 1 0 -1",
                        "kind a women 0 1 1",
                        "place b  0 1 1",
                        "cap call  9 2 -7",
                        "cap master  8 8 0",
                        "kind a rural 1 0 -1",
                        "kind a open 71.1 80 8.9",
                        "cap call  - 75.5 -"));
    }

    @Test
    void aTrialSendsWhatIsOtherThanTheCallAlone() {
        String call = """
                { places: [{ id: 'a', seats: 3, reserves: { rural: 1, women: 1 } }, { id: 'b', seats: 2 }], caps: { call: 4 } }""";
        assertThat(trial(call, "{}")).isEqualTo("{\"seats\":{},\"reserves\":{},\"caps\":{}}");
        assertThat(trial(call, "{ seats: { a: '3', b: '' }, reserves: { a: { rural: '1' } }, caps: { call: '4' } }"))
                .isEqualTo("{\"seats\":{},\"reserves\":{},\"caps\":{}}");
        assertThat(
                        trial(
                                call,
                                "{ seats: { a: '0' }, reserves: { a: { rural: '0' }, b: { women: '1' } }, caps: { call: '9' } }"))
                .isEqualTo("{\"seats\":{\"a\":0},\"reserves\":{\"a\":{\"rural\":0,\"women\":1},\"b\":{\"women\":1}},"
                        + "\"caps\":{\"call\":9}}");
    }

    private static Object trial(String call, String typed) {
        return scripts.evaluate("selections/run-facts.js", "JSON.stringify(m.trialOf(%s, %s))".formatted(call, typed));
    }

    @Test
    void anAnnouncedInstantIsByTheClockOfTheCall() {
        assertThat(publication("{ when: 'now', at: '2027-03-01T10:00', answerBy: '', reserveAtMost: '50' }"))
                .isEqualTo(Map.of("reserveAtMost", 50));
        assertThat(publication(
                        "{ when: 'then', at: '2027-03-01T10:00', answerBy: '2027-03-15T17:00', reserveAtMost: '0' }"))
                .isEqualTo(Map.of(
                        "at", "2027-03-01T10:00:00+09:00",
                        "answerBy", "2027-03-15T17:00:00+09:00",
                        "reserveAtMost", 0));
    }

    private static Object publication(String typed) {
        return scripts.evaluate("selections/run-facts.js", "m.publicationOf(%s, 'Asia/Tokyo')".formatted(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                | {}            | 7",
                "{ call: 5 }                       | {}            | 5",
                "{ master: 3, call: 5 }            | {}            | 4",
                "{ east: 2, master: 3, call: 9 }   | {}            | 4",
                "{ master: 3, call: 9 }            | { master: 5 } | 6",
                "{ master: 3, call: 3 }            | {}            | 3",
            })
    void seatsAreCountedWithinTheCapsOfACall(String caps, String ofTrial, int seats) {
        assertThat(scripts.evaluate("selections/seats-of-call.js", """
                m.seatsInAll({ caps: %s, places: [
                    { id: 'a', level: 'master', group: 'east' }, { id: 'b', level: 'master', group: 'east' },
                    { id: 'c', level: 'master' }, { id: 'd', level: 'doctorate' }] },
                  [{ id: 'a', seats: 2 }, { id: 'b', seats: 2 }, { id: 'c', seats: 2 }, { id: 'd', seats: 1 }], %s)
                """.formatted(caps, ofTrial)))
                .isEqualTo(seats);
    }

    @Test
    void missingScoresAreCountedByPlace() {
        assertThat(
                        scripts.evaluate(
                                "selections/run-facts.js",
                                "m.missingByPlace({ examples: ['x a', 'x b', 'y b'] }).map(({ place, count }) => `${place} ${count}`)"))
                .isEqualTo(List.of("b 2", "a 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1, 2 | 5 | 6, 7 | 8 | 9 | true",
                "1, 6 | 5 | 7, 8 | 9 | 10 | false",
                "1, 2 | 7 | 6, 8 | 9 | 10 | false",
                "1, 2 | 5 | 6, 9 | 8 | 10 | false",
                "1, 2 | 5 | 6, 7 | 9 | 8 | false",
                "1, 2 | 5 | 6, 7 | 8 | null | ",
                "1, 2 | null | 6, 7 | 8 | 9 | ",
            })
    void theLogHasToHaveEverythingInItsOrder(
            String bound, String entered, String opened, String input, String result, Boolean isInOrder) {
        assertThat(scripts.evaluate("selections/record-order.js", """
                (() => {
                  const [bound, opened] = [[%s], [%s]];
                  const parts = bound.map((entry, at) => ({ entry, opened: 'x', openedEntry: opened[at] }));
                  return m.isInOrder({ parts, entrants: { entry: %s }, problems: [] }, %s, %s);
                })()
                """.formatted(bound, opened, entered, input, result)))
                .isEqualTo(isInOrder);
    }

    @ParameterizedTest
    @CsvSource({
        "80.00, reserve, 2, true",
        "80.01, reserve, 2, false",
        "80.00, reserve, 3, false",
        "80.00, got, 2, false",
        "80.00, below-reserve, 2, true"
    })
    void whatTheServiceSaysHasToBeWhatTheFilesSay(String score, String outcome, int position, boolean isSame) {
        assertThat(scripts.evaluate("selections/public-files.js", """
                m.saysTheSame([{ placeId: 'p', score: '%s', outcome: '%s', position: %d }],
                  [{ place: 'p', score: '80.00', outcome: 'reserve', position: 2 }])
                """.formatted(score, outcome, position)))
                .isEqualTo(isSame);
    }
}
