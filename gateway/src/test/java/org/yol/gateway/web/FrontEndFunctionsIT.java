package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.gateway.support.BrowserFunctions;
import org.yol.gateway.support.GatewayTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What pages reckon and write, without a page and without the services. */
@GatewayTest
class FrontEndFunctionsIT extends BrowserFunctions {

    private static final String FORMAT = "core/format.js";
    private static final String MERGE = "core/merge.js";
    private static final String SELECTION = "manage/row-selection.js";
    private static final String ROW_BY_ROW = "manage/row-by-row.js";
    private static final String UPLOADS = "core/uploads.js";
    private static final String QUEUE = "reviews/review-queue.js";
    /** A draft that states everything, by the clocks of the reader. */
    private static final String WHOLE_CALL = """
            {"status": "draft", "zone": "Asia/Almaty", "opens": "2099-01-01T09:00", "closes": "2099-02-01T18:00",
             "answerBy": "2099-04-01T17:00", "resultsOn": "2099-03-01", "graceMinutes": 5, "intake": "nominated",
             "nominationsAtMost": {"KZ": 4},
             "references": 2, "rankAtMost": 1, "documents": ["essay"],
             "documentNotes": [{"document": "essay", "text": {"en": "Two pages"}, "template": "https://example.org/a"}],
             "extensions": [{"countries": ["KZ"], "closes": "2099-02-15T23:59", "reason": "Snow"}],
             "caps": {"call": 9, "east": 4},
             "places": [{"host": {"id": "any", "name": "any"}, "level": "master", "seats": 4, "group": "east",
               "reserves": {"rural": 2}}],
             "reviewing": {"reviews": 2, "blind": true, "spread": 15, "feedback": "comments"},
             "excludes": {"all": false, "programmes": ["mext-research-students"]},
             "rubric": [{"criterion": "courage", "weight": 100}], "stages": ["essay", "health-check"],
             "categories": [{"id": "rural", "level": "master", "eligibility": [{"residesIn": "rural", "years": 2}]}],
             "exams": {"date": "2099-02-20", "courses": [{"course": "sciences", "subjects": ["chemistry"]}]},
             "names": [{"keyword": "essay", "text": {"en": "Essay"}}],
             "letters": {"universitiesAtMost": 3, "requestBy": "2099-01-20T12:00"},
             "paperPack": {"originals": 1, "copies": 2, "numbered": "top-right"},
             "agreement": {"perDirection": 4, "balanced": true,
               "numbers": [{"from": "jp-a", "to": "kz-b", "students": 3}]},
             "eligibility": [{"ageAtLeast": 21, "on": "2099-01-01"}]}
            """;

    private static final String NOON = "'2026-12-24T09:00:00Z'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 24 December 2026        | in 12 days        | 12 days",
                "ja | 2026年12月24日           | 12 日後            | 12 日",
                "ru | 24 декабря 2026 г.      | через 12 дней     | 12 дней",
                "kk | 2026 ж. 24 желтоқсан    | 12 күннен кейін   | 12 күн",
                "ky | 2026-жыл, 24-декабрь    | 12 күндөн кийин   | 12 күн",
                "tg | 24 декабри 2026         | пас аз 12 рӯз     | 12 рӯз",
                "tk | 24 dekabr 2026          | 12 günden soň     | 12 gün",
                "uz | 24-dekabr, 2026         | 12 kundan soʻng   | 12 kun"
            })
    void datesAndTimesLeftAreWrittenInEveryLanguage(String language, String date, String ahead, String left) {
        scripts.speak(language);

        assertThat(scripts.evaluate(FORMAT, "m.date('2026-12-24')")).isEqualTo(date);
        assertThat(scripts.evaluate(FORMAT, "m.dateTime(" + NOON + ", 'Asia/Tokyo')"))
                .asString()
                .contains("18:00")
                .contains("2026")
                .doesNotContain("M12");
        assertThat(scripts.evaluate(FORMAT, "m.relative('2026-12-24T09:00:00Z', Date.parse('2026-12-12T08:00:00Z'))"))
                .isEqualTo(ahead);
        assertThat(scripts.evaluate(FORMAT, "m.timeLeft('2026-12-24T09:00:00Z', Date.parse('2026-12-12T08:00:00Z'))"))
                .isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08:59:30 | in less than a minute | in less than a minute",
                "08:00:00 | in 60 minutes         | 60 minutes",
                "07:00:00 | in 2 hours            | 2 hours",
                "09:00:30 | less than a minute ago| less than a minute ago",
                "11:00:00 | 2 hours ago           | 2 hours ago"
            })
    void distanceIsSaidInTheLargestUnitOfWhichThereAreTwo(String at, String relative, String left) {
        scripts.speak("en");
        var clock = ", Date.parse('2026-12-24T" + at + "Z'))";

        assertThat(scripts.evaluate(FORMAT, "m.relative(" + NOON + clock)).isEqualTo(relative);
        assertThat(scripts.evaluate(FORMAT, "m.timeLeft(" + NOON + clock)).isEqualTo(left);
    }

    @Test
    void aDeadlineIsSaidByBothClocksAndTheDayAgainOnlyWhereItIsAnotherOne() {
        scripts.speak("en");

        assertThat(scripts.evaluate(FORMAT, "m.briefDateTime(" + NOON + ", 'Asia/Tokyo')"))
                .isEqualTo("24 Dec 2026, 18:00");
        assertThat(scripts.evaluate(FORMAT, "m.readerTime(" + NOON + ", 'Asia/Tokyo')"))
                .isEqualTo("14:00");
        assertThat(scripts.evaluate(FORMAT, "m.readerTime('2026-12-24T15:30:00Z', 'Asia/Tokyo')"))
                .isEqualTo("24 Dec, 20:30");
        assertThat(scripts.evaluate(FORMAT, "m.sameClock(" + NOON + ", 'Asia/Tashkent')"))
                .isEqualTo(true);
        assertThat(scripts.evaluate(FORMAT, "m.clockName(" + NOON + ", 'UTC')")).isEqualTo("UTC");
        assertThat(scripts.evaluate(FORMAT, "m.clockName(" + NOON + ", 'Asia/Tokyo')"))
                .isEqualTo("Tokyo time, GMT+9");
    }

    @Test
    void wallClockGetsTheOffsetThatHoldsThereThen() {
        assertThat(scripts.evaluate(FORMAT, "m.withOffset('2099-01-10T18:00', 'Asia/Almaty')"))
                .isEqualTo("2099-01-10T18:00:00+05:00");
        assertThat(scripts.evaluate(FORMAT, "m.localDateTime(" + NOON + ", 'Asia/Tokyo')"))
                .isEqualTo("2026-12-24T18:00");
    }

    @Test
    void allOfCentralAsiaIsOnePhrase() {
        scripts.speak("en");

        assertThat(scripts.evaluate(FORMAT, "m.countries(['UZ', 'KZ', 'KG', 'TJ', 'TM', 'JP'])"))
                .isEqualTo("All of Central Asia and Japan");
        assertThat(scripts.evaluate(FORMAT, "m.countries(['KZ', 'UZ'])")).isEqualTo("Kazakhstan and Uzbekistan");
        assertThat(scripts.evaluate(FORMAT, "m.countries([])")).isEqualTo("");
    }

    @Test
    void queueBeginsWithWhatIsNotScored() {
        assertThat(scripts.evaluate(QUEUE, "m.following({state: 'assigned', next: 'x'})"))
                .isEqualTo(Map.of("state", "assigned", "after", "x"));
        assertThat(scripts.evaluate(QUEUE, "m.following({state: 'assigned'})"))
                .isEqualTo(Map.of("state", "begun", "after", ""));
        assertThat(scripts.evaluate(QUEUE, "m.following({state: 'done'})")).isNull();
        assertThat(scripts.evaluate(QUEUE, "m.following({state: 'assigned', only: 'assigned'})"))
                .isNull();
    }

    @Test
    void reviewersGoFromOneToTheNext() {
        String rows = "[{applicationId: 'a', placeId: 'x'}, {applicationId: 'a', placeId: 'y'},"
                + " {applicationId: 'b', placeId: 'x'}]";

        assertThat(scripts.evaluate(QUEUE, "m.neighbour(" + rows + ", {applicationId: 'a', placeId: 'y'}, 1)"))
                .isEqualTo(Map.of("applicationId", "b", "placeId", "x"));
        assertThat(scripts.evaluate(QUEUE, "m.neighbour(" + rows + ", {applicationId: 'a', placeId: 'x'}, -1)"))
                .isNull();
    }

    @Test
    void reviewersSeeThePlacesTheyAreAskedFor() {
        String application = "{choices: ['x', 'y', 'z'], places: [{id: 'x', host: {id: 'own'}},"
                + " {id: 'y', host: {id: 'own'}}, {id: 'z', host: {id: 'other'}}], reviews: %s}";
        String asked = application.formatted("[{placeId: 'y', state: 'assigned'}]");

        assertThat(scripts.evaluate(QUEUE, "m.reviewable(" + asked + ", 'own').map((each) => each.placeId)"))
                .isEqualTo(List.of("y"));
        assertThat(scripts.evaluate(
                        QUEUE, "m.reviewable(" + application.formatted("[]") + ", 'own').map((each) => each.placeId)"))
                .isEqualTo(List.of("x", "y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1         | false | {"score":1}
            0         | false | {"score":10}
            -         | false | {"score":0}
            ArrowDown | false | {"criterion":1}
            j         | false | {"application":1}
            p         | false | {"application":-1}
            ?         | false | {"help":true}
            x         | false | null
            j         | true  | null
            """)
    void keysScoreAndGoOnUnlessSomethingIsWritten(String key, boolean written, String act) {
        assertThat(scripts.evaluate(
                        "reviews/review-keys.js", "JSON.stringify(m.keyAct('%s', %s))".formatted(key, written)))
                .isEqualTo(act);
    }

    @Test
    void whatOneHasChangedIsKeptBesideWhatAnotherHasChanged() {
        var merged = merged(
                "{title: {en: 'Rivers', ja: '川'}, months: 18}",
                "{title: {en: 'River', ja: '川'}, months: 18}",
                "{title: {en: 'River', ja: '河川'}, months: 24}");

        assertThat(merged.get("conflicts")).isEqualTo(List.of());
        assertThat(merged.get("draft")).isEqualTo(Map.of("title", Map.of("en", "Rivers", "ja", "河川"), "months", 24));
    }

    @Test
    void whatBothHaveChangedIsShownAndNotDecided() {
        var merged = merged("{title: {en: 'Rivers'}}", "{title: {en: 'River'}}", "{title: {en: 'Lakes'}}");

        assertThat(merged.get("draft")).isEqualTo(Map.of("title", Map.of("en", "Rivers")));
        assertThat(merged.get("conflicts"))
                .isEqualTo(List.of(Map.of("field", "title", "parts", List.of("en"), "theirs", "Lakes")));
        assertThat(scripts.evaluate(
                        MERGE,
                        "m.withTheirs({title: {en: 'Rivers'}}, {field: 'title', parts: ['en'], theirs: 'Lakes'})"))
                .isEqualTo(Map.of("title", Map.of("en", "Lakes")));
    }

    @Test
    void limitsAndNamesAreMergedOneByOne() {
        var merged = merged(
                "{caps: {call: '9', east: '4'}, names: [{keyword: 'essay', text: {en: 'Essay', ja: '作文'}}]}",
                "{caps: {call: '8', east: '4'}, names: [{keyword: 'essay', text: {en: 'Essay'}}]}",
                "{caps: {call: '7', east: '5'}, names: [{keyword: 'essay', text: {en: 'Essay', ja: '小論文', ru: 'Эссе'}},"
                        + " {keyword: 'talk', text: {en: 'Talk'}}]}");

        var essay = Map.of("keyword", "essay", "text", Map.of("en", "Essay", "ja", "作文", "ru", "Эссе"));
        var talk = Map.of("keyword", "talk", "text", Map.of("en", "Talk"));
        assertThat(merged.get("draft"))
                .isEqualTo(Map.of("caps", Map.of("call", "9", "east", "5"), "names", List.of(essay, talk)));
        assertThat(merged.get("conflicts"))
                .isEqualTo(List.of(
                        Map.of("field", "caps", "parts", List.of("call"), "theirs", "7"),
                        Map.of("field", "names", "parts", List.of("essay", "text", "ja"), "theirs", "小論文")));
        assertThat(scripts.evaluate(
                        MERGE,
                        "m.withTheirs({names: [{keyword: 'essay', text: {en: 'Essay', ja: '作文'}}]},"
                                + " {field: 'names', parts: ['essay', 'text', 'ja'], theirs: '小論文'})"))
                .isEqualTo(Map.of(
                        "names", List.of(Map.of("keyword", "essay", "text", Map.of("en", "Essay", "ja", "小論文")))));
    }

    @Test
    void whatAnOlderPageDidNotKnowIsAsItIsHeld() {
        var merged =
                merged("{closes: 'b'}", "{closes: 'a', stages: ['interview']}", "{closes: 'a', stages: ['essay']}");

        assertThat(merged.get("draft")).isEqualTo(Map.of("closes", "b", "stages", List.of("essay")));
    }

    @Test
    void allThatACallSaysIsSentBackAsItWasRead() {
        scripts.speak("ru");
        var call = WHOLE_CALL;

        var sent = scripts.evaluate(
                "manage/call-draft.js", "JSON.stringify(m.callRequest(m.callDraftOf(" + call + "), 'exchange'))");

        var mapper = JsonMapper.shared();
        var expected = (ObjectNode) mapper.readTree(call);
        expected.remove("status");
        ((ObjectNode) expected.at("/places/0")).put("hostId", "any").remove("host");
        assertThat(mapper.readTree((String) sent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage    | Screening of documents | documents",
                "stage    | Long talk              | long-talk",
                "stage    | Собеседование          | stage-01",
                "category | people with 2 jobs or more at once | people-with-jobs-or",
                "subject  | Mathematics            | mathematics"
            })
    void wordsAreThoseOfTheCatalogueOrGetAKeywordOfTheirOwn(String group, String words, String keyword) {
        scripts.speak("en");

        assertThat(scripts.evaluate("manage/own-words.js", "m.spoken('" + words + "', '" + group + "').keyword"))
                .isEqualTo(keyword);
    }

    @Test
    void whatTheServiceSaysOfARowIsShownAtTheRowThatWasTyped() {
        var draft = "{places: [{}, {host: {}}], rubric: [], extensions: [{countries: [], closes: '', reason: ''},"
                + " {countries: [], closes: '', reason: 'Snow'}], documents: ['passport', 'essay'], documentNotes:"
                + " [{document: 'photo', template: 'x'}, {document: 'essay', template: 'y'}]}";

        assertThat(scripts.evaluate("manage/call-draft.js", "m.inDraft(" + draft + ", '/places/0/seats')"))
                .isEqualTo("/places/1/seats");
        assertThat(scripts.evaluate("manage/call-draft.js", "m.inDraft(" + draft + ", '/extensions/0/closes')"))
                .isEqualTo("/extensions/1/closes");
        assertThat(scripts.evaluate("manage/call-draft.js", "m.inDraft(" + draft + ", '/documentNotes/0/template')"))
                .isEqualTo("/documentNotes/essay/template");
        assertThat(scripts.evaluate("manage/editor-values.js", "m.fieldOf('/categories/1/eligibility/0/years')"))
                .isEqualTo("categories-1-eligibility-0");
        assertThat(scripts.evaluate("manage/editor-values.js", "m.fieldOf('/exams/courses/0/subjects/2')"))
                .isEqualTo("exams-courses-0-subjects");
    }

    @Test
    void whatTheServerWritesInOtherWordsIsNobodysChange() {
        var seen = scripts.evaluate(
                MERGE,
                "m.seenFrom({title: {en: 'River', ja: '河川'}, months: 24}, "
                        + "{title: {en: 'River', ja: '川'}, months: 24}, "
                        + "{title: {en: 'River ', ja: '川'}, months: '24'})");

        assertThat(seen).isEqualTo(Map.of("title", Map.of("en", "River ", "ja", "河川"), "months", "24"));
    }

    /** Something that is kept, and what becomes of it: `sent` are the options of each request. */
    private static Object keeping(String send, String steps) {
        return scripts.evaluate("core/keeper.js", """
                (async () => {
                  const { Problem } = await import('/app/core/problem.js');
                  class Kept extends m.Keeper {
                    typed = { text: 'as it was' };
                    base = { ...this.typed };
                    sent = [];
                    thing = 'test';
                    get dirty() { return this.typed.text !== this.base.text; }
                    get unsent() { return this.dirty ? { typed: this.typed } : null; }
                    change(text) { this.typed = { text }; this.typedOn(); }
                    async send(options) {
                      this.sent.push({ text: this.typed.text, keepalive: Boolean(options.keepalive) });
                      const { text } = this.typed;
                      await (%s)(this, Problem);
                      this.base = { text };
                    }
                  }
                  const tick = (milliseconds = 0) => new Promise((done) => setTimeout(done, milliseconds));
                  %s
                })()
                """.formatted(send, steps));
    }

    @Test
    void whatIsTypedIsSentWhenItsPageIsGone() {
        var sent = keeping("() => {}", """
                const kept = new Kept(60000);
                kept.change('in the last second');
                window.dispatchEvent(new Event('pagehide'));
                await tick();
                return { sent: kept.sent, status: kept.status, isLeft: kept.left !== null };
                """);

        assertThat(sent)
                .isEqualTo(Map.of(
                        "sent",
                        List.of(Map.of("text", "in the last second", "keepalive", true)),
                        "status",
                        "saved",
                        "isLeft",
                        false));
    }

    @Test
    void whatIsTypedArrivesBeforeSomebodySignsOut() {
        var sent = keeping("() => tick(30)", """
                const kept = new Kept(60000);
                kept.change('a word before going');
                await m.sendAll();
                kept.close();
                return { base: kept.base.text, isLeft: kept.left !== null };
                """);

        assertThat(sent).isEqualTo(Map.of("base", "a word before going", "isLeft", false));
    }

    @Test
    void whatWasRefusedStaysHereAndIsSentAgainOnlyWhenItHasChanged() {
        var answer = keeping(
                "(kept, Problem) => { if (kept.typed.text === 'wrong') throw new Problem({ status: 422, title: 'No' }); }",
                """
                const kept = new Kept(1);
                kept.change('wrong');
                await tick(50);
                window.dispatchEvent(new Event('pagehide'));
                await tick(50);
                const refused = { sent: kept.sent.length, status: kept.status, left: kept.left.typed.text };
                kept.change('right');
                await tick(50);
                kept.close();
                return { refused, sent: kept.sent.length, status: kept.status };
                """);

        assertThat(answer)
                .isEqualTo(Map.of(
                        "refused",
                        Map.of("sent", 1, "status", "refused", "left", "wrong"),
                        "sent",
                        2,
                        "status",
                        "saved"));
    }

    @Test
    void whatIsTypedDuringASaveIsSentAfterIt() {
        var sent = keeping("() => tick(30)", """
                const kept = new Kept(1);
                kept.change('first');
                await tick(15);
                kept.change('second');
                await Promise.all([kept.save(), kept.save()]);
                return kept.sent.map(({ text }) => text);
                """);

        assertThat(sent).isEqualTo(List.of("first", "second"));
    }

    private static Map<?, ?> merged(String typed, String base, String held) {
        return (Map<?, ?>) scripts.evaluate(MERGE, "m.merged(" + String.join(", ", typed, base, held) + ")");
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600", "-3600, -3600", "60, 0"})
    void clockIsThatOfTheServerAndSomeSecondsInACacheAreNoDifference(int seconds, int ahead) {
        var difference = scripts.evaluate(
                "core/clock.js",
                "(m.heardAt(new Date(Date.now() + %d).toUTCString()), m.now() - Date.now())"
                        .formatted(seconds * 1_000));
        scripts.evaluate("core/clock.js", "m.heardAt(new Date().toUTCString())");

        assertThat(((Number) difference).doubleValue()).isBetween(ahead * 1_000 - 2_000.0, ahead * 1_000 + 2_000.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|?phase=open",
                "?phase=any|''",
                "?kind=exchange|?kind=exchange",
                "?text=water&phase=closed|?text=water&phase=closed"
            })
    void whoHasChosenNothingAsksForWhatIsOpen(String address, String question) {
        assertThat(scripts.evaluate("programmes/facets.js", "m.questionOf(m.chosenIn('" + address + "'))"))
                .isEqualTo(question);
        assertThat(scripts.evaluate("programmes/facets.js", "m.addressOf(m.chosenIn('" + address + "'))"))
                .isEqualTo(address);
    }

    @Test
    void aFileThatNobodyTakesIsNotSent() {
        scripts.speak("en");
        var refused = "m.refusedFile(%s, ['application/pdf'])?.detail ?? null";

        assertThat(scripts.evaluate(UPLOADS, refused.formatted("new File([], 'passport.pdf')")))
                .asString()
                .startsWith("This file is empty");
        assertThat(scripts.evaluate(UPLOADS, refused.formatted("new File(['x'], 'me.gif', {type: 'image/gif'})")))
                .asString()
                .startsWith("Save me.gif as PDF");
        assertThat(scripts.evaluate(UPLOADS, refused.formatted("new File(['x'], 'passport.pdf')")))
                .isNull();
        assertThat(scripts.evaluate(
                        UPLOADS,
                        "m.ofFile({title: 'Fields', errors: [{pointer: '/file', detail: 'Half of it'}]}).detail"))
                .isEqualTo("Half of it");
    }

    @Test
    void rowsAreChosenOneByOneAndFromOneToAnother() {
        String rows = "['a', 'b', 'c', 'd'].map((id) => ({ id }))";

        assertThat(scripts.evaluate(
                        SELECTION,
                        "[...m.extended(m.toggled(m.NONE, { id: 'c' }), " + rows + ", 'c', 'a').keys()].sort()"))
                .isEqualTo(List.of("a", "b", "c"));
        assertThat(scripts.evaluate(SELECTION, "[...m.extended(m.NONE, " + rows + ", 'gone', 'd').keys()]"))
                .isEqualTo(List.of("d"));
        assertThat(scripts.evaluate(SELECTION, "m.toggled(m.toggled(m.NONE, { id: 'a' }), { id: 'a' }).size"))
                .isEqualTo(0);
        assertThat(scripts.evaluate(SELECTION, "m.share(m.toggled(m.NONE, { id: 'a' }), " + rows + ")"))
                .isEqualTo("some");
        assertThat(scripts.evaluate(SELECTION, "m.chosenRow({ id: 'a' }).version"))
                .isEqualTo(0);
    }

    @Test
    void ofManyRowsSomeAreSentAtATimeAndThoseRefusedAreGroupedByWhy() {
        assertThat(scripts.evaluate(ROW_BY_ROW, "m.portions(Array(250).fill(0)).map((each) => each.length)"))
                .isEqualTo(List.of(100, 100, 50));
        String results = """
                [['a', 'No seats left'], ['b', null], ['c', 'Changed'], ['d', 'No seats left']]
                  .map(([applicationId, detail]) => detail
                    ? { applicationId, status: 'refused', version: 4, problem: { type: detail, detail } }
                    : { applicationId, status: 'done', version: 1 })""";
        assertThat(scripts.evaluate(
                        ROW_BY_ROW,
                        "m.refusals(" + results + ").map(({ detail, rows }) => detail + ' ' + rows.length)"))
                .isEqualTo(List.of("No seats left 2", "Changed 1"));
        assertThat(scripts.evaluate(
                        ROW_BY_ROW,
                        "[...m.renewed(new Map([['b', { id: 'b', version: 0 }]]), " + results
                                + ").values()].map(({ version }) => version)"))
                .isEqualTo(List.of(1));
        assertThat(scripts.evaluate(
                        ROW_BY_ROW,
                        "m.rowByRow(Array(101).fill(0), async (some) => some.map(() => ({ status: 'done' })), () => {})"
                                + ".then((all) => all.length)"))
                .isEqualTo(101);
    }

    @Test
    void whatWaitsForAnAnswerOfTheStudentStandsFirst() {
        assertThat(scripts.evaluate(
                        "applications/waiting-first.js",
                        "m.waitingFirst(['draft', 'returned', 'submitted', 'offered'].map((state) => ({state})))"
                                + ".map(({state}) => state).join()"))
                .isEqualTo("returned,offered,draft,submitted");
    }
}
