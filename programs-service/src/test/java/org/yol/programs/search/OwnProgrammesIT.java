package org.yol.programs.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.ProgrammeJson.complete;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.Topics;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.programs.AdjustableClock;
import org.yol.programs.CallJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of one's own programmes, over HTTP. */
@ProgramsTest
class OwnProgrammesIT {

    private static final String OWN = "/api/programs/own";

    @LocalServerPort
    int port;

    @Autowired
    AdjustableClock clock;

    final EventProbe events = EventProbe.listeningTo(Topics.PROGRAMS);
    final Account coordinator = Account.coordinator("coordinator", "provider-" + UUID.randomUUID());

    ProgramsApi api;
    Answer rivers;
    Answer lakes;

    @BeforeEach
    void threeProgrammesOfWhichOneIsADraft() {
        api = new ProgramsApi(port);
        api.describe(coordinator, "The Agency");
        rivers = api.published(
                coordinator, complete().titled("Rivers"), CallJson.complete().closingAfter(20));
        lakes = api.published(
                coordinator, complete().titled("Lakes"), CallJson.complete().closingAfter(10));
        api.draft(coordinator, complete().titled("=Anything"), CallJson.bare());
    }

    @AfterEach
    void now() {
        events.close();
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=title                       | =Anything, Lakes, Rivers",
                "sort=title&order=descending      | Rivers, Lakes, =Anything",
                "sort=closes                      | Lakes, Rivers, =Anything",
                "sort=closes&order=descending     | =Anything, Rivers, Lakes",
                "sort=started&order=descending    | Lakes, Rivers, =Anything",
                "sort=submitted                   | =Anything, Rivers, Lakes"
            })
    void comesInTheOrderOfAnyColumnPageByPage(String query, String titles) {
        applied(lakes, EventType.APPLICATION_SUBMITTED, 2, 1);
        applied(lakes, EventType.APPLICATION_STARTED, 1, 2);
        applied(rivers, EventType.APPLICATION_STARTED, 1, 1);

        List<String> found = new ArrayList<>();
        String after = "";
        do {
            Answer page = own("?limit=1&" + query + after);
            assertThat(page.at("/total")).isEqualTo("3");
            found.add(page.at("/items/0/title/en"));
            after = page.body().has("next") ? "&after=" + page.at("/next") : null;
        } while (after != null);

        assertThat(String.join(", ", found)).isEqualTo(titles);
    }

    @Test
    void aRowSaysWhatItsCoordinatorWorksWith() {
        applied(lakes, EventType.APPLICATION_STARTED, 1, 1);

        JsonNode call = own("?text=Lakes").body().at("/items/0/calls/0");

        assertThat(call.at("/phase").asString()).isEqualTo("open");
        assertThat(call.at("/zone").asString()).isEqualTo("Asia/Bishkek");
        assertThat(call.at("/counts/started").asInt()).isEqualTo(1);
        assertThat(call.has("places")).isFalse();
    }

    @Test
    void onlyCallsInTheStateThatIsLookedForAreShown() {
        api.call(coordinator, lakes.at("/id"), CallJson.bare());

        JsonNode drafts = own("?state=draft&sort=title").body().at("/items");
        JsonNode open = own("?state=open&sort=title").body().at("/items");

        assertThat(texts(drafts, "/title/en")).containsExactly("=Anything", "Lakes");
        assertThat(texts(drafts, "/calls/0/phase")).containsOnly("draft");
        assertThat(drafts.at("/1/callsInAll").asInt()).isEqualTo(1);
        assertThat(texts(open, "/title/en")).containsExactly("Lakes", "Rivers");
        assertThat(own("?state=closed").body().at("/items")).isEmpty();
    }

    @Test
    void ofManyCallsTheTableShowsTheFirstAndSaysHowManyThereAre() {
        for (int draft = 0; draft < 21; draft++) {
            api.call(coordinator, lakes.at("/id"), CallJson.bare());
        }

        JsonNode row = own("?text=Lakes").body().at("/items/0");

        assertThat(row.at("/calls")).hasSize(20);
        assertThat(row.at("/calls/0/phase").asString()).isEqualTo("open");
        assertThat(row.at("/callsInAll").asInt()).isEqualTo(22);
    }

    @Test
    void theSpreadsheetHoldsWhatTheTableShowsAndRunsNothing() throws IOException {
        clock.putForward(Duration.ofDays(60));
        String call = "/api/calls/" + lakes.at("/calls/0/id");
        Answer archived = api.as(coordinator)
                .post(call + "/archive", api.as(coordinator).get(call).eTag(), "{\"reason\": \"It is over\"}");
        assertThat(archived.status()).as(archived.text()).isEqualTo(200);

        List<CSVRecord> shown = rows("?sort=title");
        List<CSVRecord> putAway = rows("?archived=true");

        assertThat(shown).extracting(row -> row.get("title")).containsExactly("'=Anything", "Rivers");
        assertThat(shown).extracting(row -> row.get("state")).containsExactly("draft", "closed");
        assertThat(shown).extracting(row -> row.get("archived")).containsOnly("");
        assertThat(putAway).hasSize(1);
        assertThat(putAway.getFirst().get("call")).isEqualTo(lakes.at("/calls/0/id"));
        assertThat(putAway.getFirst().get("archived")).isNotEmpty();
    }

    @Test
    void isEmptyForThoseWhoWriteForSomebodyElse() {
        Account other = Account.coordinator("other", "provider-" + UUID.randomUUID());

        assertThat(api.as(other).get(OWN).body().at("/items")).isEmpty();
    }

    private Answer own(String query) {
        return api.as(coordinator).get(OWN + query);
    }

    private List<CSVRecord> rows(String query) throws IOException {
        Answer csv = api.as(coordinator).get(OWN + query, "Accept", "text/csv");
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return CSVParser.parse(new StringReader(csv.text().replaceFirst("^\uFEFF", "")), format)
                .getRecords();
    }

    private static List<String> texts(JsonNode items, String pointer) {
        return items.valueStream().map(item -> item.at(pointer).asString()).toList();
    }

    /** Somebody has applied, and so many have by now. */
    private void applied(Answer programme, EventType type, long seq, int inAll) {
        String callId = programme.at("/calls/0/id");
        String id = UUID.randomUUID().toString();
        ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(type));
        ((ObjectNode) event.at("/application")).put("applicationId", id).put("callId", callId);
        events.tell(type, id, seq, event.toString());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api.as(coordinator)
                                .get("/api/calls/" + callId)
                                .body()
                                .at("/counts/started")
                                .asInt())
                        .isEqualTo(inAll));
    }
}
