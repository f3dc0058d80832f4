package org.yol.programs.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.ProgramsApi.NOTHING_YET;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ProgramsTest
class ProviderIT {

    private static final String NAMED = """
            {"name": "Embassy of Japan in Tajikistan", "names": {"ja": "在タジキスタン日本国大使館"}, "country": "JP",
             "domain": "Example.org", "website": "https://example.org/tj", "contact": "office@example.org"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    ProgramsApi api;
    Account own;
    Account representative;
    String path;

    @BeforeEach
    void twoOrganisationsThatNobodyKnows() {
        api = new ProgramsApi(port);
        own = Account.coordinator("coordinator-of-own", "embassy-" + UUID.randomUUID());
        representative = Account.coordinator("coordinator-of-another", "agency-" + UUID.randomUUID());
        path = "/api/providers/" + own.more().get("organization");
    }

    @Test
    void saysWhoItIs() {
        Answer first = api.as(own).put(path, NOTHING_YET, NAMED);
        Answer again = api.as(own).put(path, NOTHING_YET, NAMED);
        Answer other = api.as(own).put(path, NOTHING_YET, NAMED.replace("Tajikistan", "Dushanbe"));
        Answer read = api.asAnybody().get(path);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.at("/name")).isEqualTo("Embassy of Japan in Tajikistan");
        assertThat(first.at("/names/en")).isEqualTo("Embassy of Japan in Tajikistan");
        assertThat(first.at("/domain")).isEqualTo("example.org");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(412);
        assertThat(read.body()).isEqualTo(first.body());
        assertThat(read.eTag()).isEqualTo(first.eTag());
    }

    @Test
    void itsProgrammesShowItsNamesAsTheyAreNow() {
        Answer provider = api.as(own).put(path, NOTHING_YET, NAMED);
        Answer published = api.published(own, ProgrammeJson.complete().titled("Title " + UUID.randomUUID()));
        assertThat(published.at("/provider/names/ja")).isEqualTo("在タジキスタン日本国大使館");
        assertThat(published.at("/provider/contact")).isEqualTo("office@example.org");

        Answer renamed = api.as(own).put(path, provider.eTag(), NAMED.replace("在タジキスタン日本国大使館", "在ドゥシャンベ日本大使館"));

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(api.asAnybody().get("/api/programs/" + published.at("/id")).at("/provider/names/ja"))
                .isEqualTo("在ドゥシャンベ日本大使館");
        assertThat(api.asAnybody().get("/api/programs?text=在ドゥシャンベ").at("/items/0/id"))
                .isEqualTo(published.at("/id"));
    }

    @Test
    void aNewNameThatACrashKeptFromItsProgrammesIsShownSoon() {
        api.as(own).put(path, NOTHING_YET, NAMED);
        String programme = api.programme(own, ProgrammeJson.complete()).at("/id");
        Date now = new Date();
        database.getCollection("providers")
                .updateOne(
                        Filters.eq("_id", own.more().get("organization")),
                        Updates.combine(
                                Updates.set("names.ru", "Посольство Японии"),
                                Updates.set(
                                        "due.naming",
                                        new Document("due", now)
                                                .append("since", now)
                                                .append("attempts", 0))));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                api.as(own).get("/api/programs/" + programme).at("/provider/names/ru"))
                        .isEqualTo("Посольство Японии"));
    }

    @Test
    void onlyItsOwnPeopleWriteIt() {
        Answer provider = api.as(own).put(path, NOTHING_YET, representedBy(representative));

        assertThat(api.as(representative).put(path, provider.eTag(), NAMED).status())
                .isEqualTo(403);
        assertThat(api.as(Account.SATO).put(path, provider.eTag(), NAMED).status())
                .isEqualTo(403);
    }

    @Test
    void thoseItNamesWriteProgrammesInItsNameUntilItTakesThatBack() {
        Answer provider = api.as(own).put(path, NOTHING_YET, representedBy(representative));
        ProgrammeJson inItsName =
                ProgrammeJson.complete().with("/providerId", "\"" + own.more().get("organization") + "\"");

        String programme =
                "/api/programs/" + api.programme(representative, inItsName).at("/id");
        Answer seen = api.as(representative).get(programme);
        Answer edited = api.as(representative)
                .put(programme, seen.eTag(), inItsName.titled("Edited").toString());

        assertThat(seen.at("/provider/name")).isEqualTo("Embassy of Japan in Tajikistan");
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(api.as(representative).get("/api/programs?mine=true").body().at("/items"))
                .hasSize(1);
        assertThat(api.as(representative).get("/api/providers?mine=true").body().at("/items"))
                .hasSize(1);
        assertThat(api.as(own).get(programme).status()).isEqualTo(200);
        assertThat(api.as(Account.SATO).get(programme).status()).isEqualTo(404);

        api.as(own).put(path, provider.eTag(), NAMED);

        assertThat(api.as(representative).get(programme).status()).isEqualTo(404);
        assertThat(api.as(representative)
                        .post("/api/programs", inItsName.toString())
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/name; \" \"",
                "/name; \"大使館\"",
                "/name; \"Embassy\\u2066\"",
                "/country; \"XX\"",
                "/domain; \"example\"",
                "/website; \"javascript:alert(1)\"",
                "/website; \"https://example.org/\\\"><script>\"",
                "/contact; \"nobody\"",
                "/names/ja; \"大使館\\n\"",
                "/representedBy/0; \"no slug\"",
            })
    void whatMakesNoProviderIsPointedOut(String pointer, String value) {
        ProgrammeJson stated =
                new ProgrammeJson((ObjectNode) JsonMapper.shared().readTree(representedBy(representative)));

        Answer refused =
                api.as(own).put(path, NOTHING_YET, stated.with(pointer, value).toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private static String representedBy(Account representative) {
        return NAMED.strip()
                .replaceFirst(
                        "}$",
                        ", \"representedBy\": [\"%s\"]}"
                                .formatted(representative.more().get("organization")));
    }
}
