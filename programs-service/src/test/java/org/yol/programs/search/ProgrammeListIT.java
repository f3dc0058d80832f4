package org.yol.programs.search;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.SATO;
import static org.yol.programs.ProgrammeJson.complete;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.programs.AdjustableClock;
import org.yol.programs.CallJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;

/** Each test writes under a provider of its own, so that the others' programmes do not show. */
@ProgramsTest
class ProgrammeListIT {

    @LocalServerPort
    int port;

    @Autowired
    AdjustableClock clock;

    ProgramsApi api;
    Account coordinator;

    @BeforeEach
    void aProviderOfItsOwn() {
        api = new ProgramsApi(port);
        coordinator = Account.coordinator("coordinator", "provider-" + UUID.randomUUID());
        api.describe(coordinator, "The Agency");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "text=KYRGYZ, true",
        "text=бишкек, true",
        "text=奨学, true",
        "text=agency ky, true",
        "text=кыргыз tokyo, true",
        "text=berlin tokyo, false",
        "text=.*, false",
        "text=(, false",
        "text=[bishkek], false",
        "kind=joint-research, true",
        "kind=exchange, false",
        "country=KG, true",
        "country=JP, true",
        "country=KZ, false",
        "level=non-degree, true",
        "level=doctorate, true",
        "level=bachelor, false",
        "phase=open, true",
        "phase=upcoming, false",
        "phase=closed, false",
        "phase=draft, false",
        "kind=joint-research&country=KG&level=doctorate&phase=open&text=kyrgyz, true",
        "kind=exchange&kind=joint-research, true",
        "kind=, true",
        "field=04, true",
        "field=0413, true",
        "field=07, false",
        "sector=transport, true",
        "sector=energy, false",
        "language=en, true",
        "language=ja, false",
        "funding=stipend, true",
        "funding=tuition&funding=airfare, true",
        "phase=closing-in-30-days, false",
        "phase=closing-in-7-days&phase=open, true",
        "text=0413, true",
        "text=masters, true",
        "text=bachelors, false",
        "text=doctoral, true",
        "text=tsukuba, true",
        "text=kyrgiz taems, true",
    })
    void isFoundOrNot(String query, boolean found) {
        api.published(
                coordinator,
                complete()
                        .with("/kind", "\"joint-research\"")
                        .with("/levels", "[\"non-degree\"]")
                        .with("/title", "{\"en\": \"Kyrgyz teams\", \"ja\": \"奨学計画\"}")
                        .with("/description", "{\"ru\": \"Для молодых служащих, Бишкек\"}"),
                CallJson.complete()
                        .closingAfter(40)
                        .with("/team", "{\"membersAtLeast\": 2, \"countriesAtLeast\": 2, \"mustInclude\": []}"));

        assertThat(titles(Api.asAnybody(port), query)).hasSize(found ? 1 : 0);
    }

    @Test
    void whatIsAskedInWrongWordsIsRefused() {
        assertThat(api.asAnybody().get("/api/programs?kind=holiday").at("/errors/0/pointer"))
                .isEqualTo("/kind");
        assertThat(api.asAnybody().get("/api/programs?kind=UNKNOWN").at("/errors/0/pointer"))
                .isEqualTo("/kind");
        assertThat(api.asAnybody()
                        .get("/api/programs?level=master&level=UNKNOWN")
                        .at("/errors/0/pointer"))
                .isEqualTo("/level");
        assertThat(api.asAnybody().get("/api/programs?phase=soon").at("/errors/0/pointer"))
                .isEqualTo("/phase");
        assertThat(api.asAnybody()
                        .get("/api/programs?" + "sector=a&".repeat(51))
                        .at("/errors/0/pointer"))
                .isEqualTo("/sector");
        assertThat(api.asAnybody().get("/api/programs?text=" + "a".repeat(201)).status())
                .isEqualTo(422);
        assertThat(api.asAnybody().get("/api/programs?limit=0").status()).isEqualTo(422);
        assertThat(api.asAnybody().get("/api/programs?after=rubbish").status()).isEqualTo(400);
        assertThat(api.asAnybody().get("/api/programs?after=over.rubbish").status())
                .isEqualTo(400);
    }

    @Test
    void anAnswerSaysHowManyThereAreAndOfWhat() {
        published("Ten", 10);
        published("Forty", 40);
        api.published(
                coordinator,
                complete().titled("Exchange").with("/kind", "\"exchange\""),
                CallJson.complete().with("/agreement", "{\"balanced\": true, \"perDirection\": 4}"));

        Answer page = list(Api.asAnybody(port), "kind=scholarship", 1, "");

        assertThat(titles(page)).containsExactly("Ten");
        assertThat(page.at("/total")).isEqualTo("2");
        assertThat(page.body().at("/facets/kind"))
                .extracting(count -> count.at("/value").asString() + " " + count.at("/count"))
                .containsExactly("scholarship 2", "exchange 1");
        assertThat(page.body().at("/facets").propertyNames())
                .containsExactly("kind", "country", "level", "field", "sector", "language", "funding", "phase");
        assertThat(pageByPage("text=ten+forty+exchange", 1)).containsExactlyInAnyOrder("Ten", "Forty", "Exchange");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oʻzbekiston", "O'zbekiston", "O‘zbekiston", "Ozbekiston uchun", "ｏ'ZBEKISTON"})
    void uzbekIsFoundWithAnyApostrophe(String text) {
        api.published(coordinator, complete().with("/title", "{\"en\": \"For them\", \"uz\": \"Oʻzbekiston uchun\"}"));

        assertThat(titles(Api.asAnybody(port), "text=" + text)).containsExactly("For them");
    }

    @Test
    void noWordsAreAnError() {
        for (String text : List.of("\u0000", "\"x", "🎓", "\u202Ex", "(+-*?~^:", "\u0301\u0301", "'")) {
            assertThat(api.asAnybody().get("/api/programs?text=" + text).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatAnotherReplicaHasWrittenIsFoundSoon(@Autowired MongoDatabase database) {
        String id = published("Of another", 10).at("/id");
        MongoCollection<Document> listings = database.getCollection("listings");
        Document listing = listings.find(eq("_id", id)).first();
        listing.get("programme", Document.class).get("offer", Document.class).put("title", Map.of("en", "Replicated"));
        listings.replaceOne(
                eq("_id", id), listing.append("seq", listing.getLong("seq") + 1).append("changed", new Date()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(titles(Api.asAnybody(port), "text=replicated"))
                        .containsExactly("Replicated"));
    }

    @Test
    void draftsAreForTheirOwners() {
        api.draft(coordinator, complete().titled("Draft"), CallJson.complete());
        api.published(coordinator, complete().titled("Published"));

        assertThat(titles(Api.asAnybody(port), "sort=title")).containsExactly("Published");
        assertThat(titles(api.as(coordinator), "sort=title")).containsExactly("Published");
        assertThat(titles(api.as(coordinator), "mine=true&sort=title")).containsExactly("Draft", "Published");
        assertThat(titles(api.as(coordinator), "mine=true&phase=draft")).containsExactly("Draft");
        assertThat(titles(api.as(SATO), "mine=true")).isEmpty();
        assertThat(titles(api.as(AIGERIM), "mine=true")).isEmpty();
        assertThat(titles(Api.asAnybody(port), "mine=true")).isEmpty();
        assertThat(titles(api.as(AUDITOR), "sort=title")).containsExactly("Draft", "Published");
    }

    @Test
    void theNearestDeadlineAheadComesFirstAndWhatIsOverLast() {
        published("Ten", 10);
        published("Forty", 40);
        published("Twenty", 20);
        published("Fifty", 50);
        clock.putForward(Duration.ofDays(30));

        assertThat(titles(Api.asAnybody(port), "")).containsExactly("Forty", "Fifty", "Twenty", "Ten");
        assertThat(titles(Api.asAnybody(port), "phase=closed")).containsExactly("Twenty", "Ten");
        assertThat(titles(Api.asAnybody(port), "phase=open")).containsExactly("Forty", "Fifty");
        for (int limit = 1; limit <= 5; limit++) {
            assertThat(pageByPage("", limit)).containsExactly("Forty", "Fifty", "Twenty", "Ten");
        }
    }

    @Test
    void aDraftBesideAPublishedCallShowsNowhereButToItsWriters() {
        Answer programme = published("With a draft", 10);
        Answer other = published("Without", 20);
        api.call(
                coordinator,
                programme.at("/id"),
                CallJson.complete().closingAfter(40).with("/places/1/level", "\"bachelor\""));

        assertThat(titles(Api.asAnybody(port), "")).containsExactly("With a draft", "Without");
        assertThat(titles(Api.asAnybody(port), "phase=draft")).isEmpty();
        assertThat(titles(Api.asAnybody(port), "level=bachelor")).isEmpty();
        assertThat(titles(api.as(SATO), "phase=draft")).isEmpty();
        assertThat(titles(api.as(coordinator), "mine=true&phase=draft")).containsExactly("With a draft");
        assertThat(titles(api.as(AUDITOR), "phase=draft")).containsExactly("With a draft");
        assertThat(calls(Api.asAnybody(port))).containsExactly(1, 1);
        assertThat(calls(api.as(coordinator))).containsExactly(2, 1);
        assertThat(other.at("/calls/0/phase")).isEqualTo("open");
    }

    @Test
    void aProgrammeIsFoundByEachOfItsCalls() {
        Answer programme = published("Twice", 10);
        api.published(
                coordinator,
                api.call(
                        coordinator,
                        programme.at("/id"),
                        CallJson.complete().openingAfter(20).closingAfter(40).with("/places/1/level", "\"bachelor\"")));

        assertThat(titles(Api.asAnybody(port), "phase=open")).containsExactly("Twice");
        assertThat(titles(Api.asAnybody(port), "phase=upcoming")).containsExactly("Twice");
        assertThat(titles(Api.asAnybody(port), "phase=closed")).isEmpty();
        assertThat(titles(Api.asAnybody(port), "level=bachelor")).containsExactly("Twice");
        clock.putForward(Duration.ofDays(15));
        assertThat(titles(Api.asAnybody(port), "phase=closed")).containsExactly("Twice");
        assertThat(titles(Api.asAnybody(port), "phase=open")).isEmpty();
    }

    @Test
    void whatSixtyFourWritersLeaveIsWhatTheListSays() throws Exception {
        String id = api.programme(coordinator, complete().titled("Busy")).at("/id");
        List<Answer> answers = AtOnce.of(
                64,
                number -> number % 2 == 0
                        ? api.as(coordinator).get("/api/programs?mine=true")
                        : api.call(coordinator, id, CallJson.complete().closingAfter(number)));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(calls(api.as(coordinator), "mine=true")).containsExactly(32);
        assertThat(list(api.as(coordinator), "mine=true", 20, "").at("/items/0/version"))
                .isEqualTo("1");
    }

    @Test
    void byTitleWhateverItsCase() {
        for (String title : List.of("beta", "Gamma", "Alpha", "delta")) {
            api.published(coordinator, complete().titled(title));
        }

        assertThat(pageByPage("sort=title", 3)).containsExactly("Alpha", "beta", "delta", "Gamma");
    }

    @Test
    void thePhaseFollowsTheClock() {
        String path = "/api/programs/" + published("Ten", 10).at("/id");
        Answer open = api.asAnybody().get(path);
        clock.putForward(Duration.ofDays(12));
        Answer closed = api.asAnybody().get(path, "If-None-Match", open.eTag());

        assertThat(open.at("/calls/0/phase")).isEqualTo("open");
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.at("/calls/0/phase")).isEqualTo("closed");
        assertThat(api.asAnybody().get(path, "If-None-Match", closed.eTag()).status())
                .isEqualTo(304);
    }

    @Test
    void onlyPublicAnswersAreKept() {
        String path = "/api/programs/" + api.published(coordinator, complete()).at("/id");

        assertThat(api.asAnybody().get(path).headers().getCacheControl()).isEqualTo("max-age=10, public");
        assertThat(api.asAnybody().get("/api/programs").headers().getCacheControl())
                .isEqualTo("max-age=10, public");
        assertThat(api.as(coordinator).get(path).headers().getCacheControl()).contains("no-store");
        assertThat(api.asAnybody().get("/api/programs/unknown").headers().getCacheControl())
                .contains("no-store");
    }

    private Answer published(String title, int closingAfterDays) {
        return api.published(
                coordinator, complete().titled(title), CallJson.complete().closingAfter(closingAfterDays));
    }

    private List<String> titles(Api reader, String query) {
        return titles(list(reader, query, 20, ""));
    }

    private List<String> pageByPage(String query, int limit) {
        List<String> titles = new ArrayList<>();
        String after = "";
        do {
            Answer page = list(Api.asAnybody(port), query, limit, after);
            titles.addAll(titles(page));
            after = page.at("/next");
        } while (!after.isEmpty());
        return titles;
    }

    private Answer list(Api reader, String query, int limit, String after) {
        String provider = coordinator.more().get("organization");
        Answer page =
                reader.get("/api/programs?provider=" + provider + "&limit=" + limit + "&after=" + after + "&" + query);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page;
    }

    private List<Integer> calls(Api reader) {
        return calls(reader, "");
    }

    /** How many calls the reader sees of each programme. */
    private List<Integer> calls(Api reader, String query) {
        return list(reader, query, 20, "")
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/calls").size())
                .toList();
    }

    private static List<String> titles(Answer page) {
        return page.body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/title/en").asString())
                .toList();
    }
}
