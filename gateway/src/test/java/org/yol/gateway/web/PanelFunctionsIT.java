package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.gateway.support.BrowserFunctions;
import org.yol.gateway.support.GatewayTest;

/** What the page of a panel reckons and sends, and how the editor states the rules it goes by. */
@GatewayTest
class PanelFunctionsIT extends BrowserFunctions {

    @Test
    void addsUpWhatEachHasToDoAtAllPlaces() {
        assertThat(scripts.evaluate("panels/reviewer-loads.js", """
                m.addedUp([
                  { placeId: 'a', reviewer: 'anna', assigned: 2, begun: 1, done: 3 },
                  { placeId: 'a', reviewer: 'ben', assigned: 0, begun: 0, done: 4 },
                  { placeId: 'b', reviewer: 'anna', assigned: 1, begun: 0, done: 0 },
                ], 'reviewer').map(({ key, assigned, begun, done, all }) => [key, assigned, begun, done, all].join(' '))
                """)).isEqualTo(List.of("anna 3 1 3 7", "ben 0 0 4 4"));
        assertThat(scripts.evaluate("panels/reviewer-loads.js", "m.total([]).all"))
                .isEqualTo(0);
        assertThat(scripts.evaluate("panels/reviewer-loads.js", """
                m.mostLeft([{ key: 'a', done: 4, all: 4 }, { key: 'b', done: 0, all: 2 }, { key: 'c', done: 6, all: 9 }])
                  .map(({ key }) => key)
                """)).isEqualTo(List.of("c", "b", "a"));
    }

    @ParameterizedTest
    @CsvSource({"10, 2, 4, 5", "10, 2, 3, 7", "10, 3, 2, 10", "10, 2, 0, 0"})
    void saysHowMuchEachOfAPlaceWouldHave(int applications, int reviews, int reviewers, int each) {
        assertThat(scripts.evaluate(
                        "panels/reviewer-loads.js",
                        "m.shareOf({ applications: %d, reviews: %d, reviewers: %d })"
                                .formatted(applications, reviews, reviewers)))
                .isEqualTo(each);
    }

    @Test
    void whatIsChosenComesOnTopOfWhatAColleagueHasSavedMeanwhile() {
        assertThat(scripts.evaluate("panels/reviewer-loads.js", """
                JSON.stringify(m.withChanges(
                  [
                    { place: { id: 'a' }, reviewers: ['anna', 'by-colleague'], candidates: [{ id: 'anna' }, { id: 'ben' }] },
                    { place: { id: 'b' }, reviewers: ['anna'], candidates: [{ id: 'anna' }] },
                  ],
                  { a: { anna: false, ben: true } },
                ))
                """)).isEqualTo("""
                        [{"placeId":"a","reviewers":["by-colleague","ben"]},{"placeId":"b","reviewers":["anna"]}]""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                      | undefined",
                "\"reviewing-reviews\": '2'            | {\"reviews\":2,\"blind\":false,\"spread\":20,\"feedback\":\"none\"}",
                "\"reviewing-blind\": 'true'           | {\"reviews\":1,\"blind\":true,\"spread\":20,\"feedback\":\"none\"}",
                "\"reviewing-spread\": '12.5'          | {\"reviews\":1,\"blind\":false,\"spread\":12.5,\"feedback\":\"none\"}"
            })
    void statesHowItIsReviewedOnlyWhereSomethingIsSaidOfIt(String typed, String stated) {
        assertThat(scripts.evaluate(
                        "manage/particulars-draft.js",
                        "String(JSON.stringify(m.particularsRequest({ ...m.particularsDraftOf({}), %s }).reviewing))"
                                .formatted(typed == null ? "" : typed)))
                .isEqualTo(stated);
    }

    @ParameterizedTest
    @CsvSource({"a, b", "b, d", "d, a", "x, a"})
    void whoHasDoneOneComesToTheNextThatIsNot(String done, String next) {
        assertThat(scripts.evaluate("reviews/review-queue.js", """
                m.toDo(
                  [['a', 'assigned'], ['b', 'begun'], ['c', 'done'], ['d', 'assigned']]
                    .map(([applicationId, state]) => ({ applicationId, placeId: 'p', state })),
                  { applicationId: '%s', placeId: 'p' },
                )?.applicationId
                """.formatted(done)))
                .isEqualTo(next);
    }

    @Test
    void whatACallStatesIsSentAsItWas() {
        assertThat(scripts.evaluate("manage/particulars-draft.js", """
                JSON.stringify(m.particularsRequest(
                  m.particularsDraftOf({ reviewing: { reviews: 3, blind: false, spread: 7.25 } })).reviewing)
                """))
                .isEqualTo("{\"reviews\":3,\"blind\":false,\"spread\":7.25,\"feedback\":\"none\"}");
    }
}
