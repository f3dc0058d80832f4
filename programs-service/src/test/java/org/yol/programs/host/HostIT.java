package org.yol.programs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;

@ProgramsTest
class HostIT {

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    ProgramsApi api;

    @BeforeEach
    void api() {
        api = new ProgramsApi(port);
    }

    @Test
    void hasNamesInLanguagesAndDomains() {
        Answer added = add(SATO, """
                {"name": " Shinshu  University", "names": {"ja": "信州大学", "ru": " "}, "country": "JP",
                 "domains": ["WWW.Shinshu-u.ac.jp", "shinshu-u.ac.jp", "信大.example"]}
                """);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.at("/id")).isEqualTo("jp-shinshu-university");
        assertThat(added.headers().getLocation()).hasToString("/api/hosts/jp-shinshu-university");
        assertThat(added.at("/name")).isEqualTo("Shinshu University");
        assertThat(added.at("/names/en")).isEqualTo("Shinshu University");
        assertThat(added.at("/names/ja")).isEqualTo("信州大学");
        assertThat(added.body().at("/names")).hasSize(2);
        assertThat(added.body().at("/domains").toString()).isEqualTo("[\"shinshu-u.ac.jp\",\"信大.example\"]");
        assertThat(api.asAnybody().get("/api/hosts/jp-shinshu-university").body())
                .isEqualTo(added.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': ' KANAZAWA  University', 'country': 'JP'}",
                "{'name': 'University of Kanazawa', 'country': 'JP'}",
                "{'name': 'Kanazava Universty', 'country': 'JP'}",
                "{'name': 'Kanazawa University', 'country': 'UZ'}",
                "{'name': 'Kindai', 'names': {'ja': '金沢大学'}, 'country': 'JP'}",
                "{'name': 'Kindai', 'country': 'JP', 'domains': ['kanazawa-u.ac.jp']}",
            })
    void whatMayBeThereIsAskedAbout(String stated) {
        add(SATO, """
                {"name": "Kanazawa University", "names": {"ja": "金沢大学"}, "country": "JP", "domains": ["kanazawa-u.ac.jp"]}
                """);

        Answer asked = add(KARIMOV, stated.replace('\'', '"'));

        assertThat(asked.status()).as(asked.text()).isEqualTo(409);
        assertThat(asked.at("/type")).isEqualTo("urn:yol:problem:host-may-be-there");
        assertThat(asked.at("/detail")).contains("Kanazawa University (JP)");
        assertThat(asked.at("/candidates/0/id")).isEqualTo("jp-kanazawa-university");
        assertThat(asked.at("/candidates/0/names/ja")).isEqualTo("金沢大学");
    }

    @Test
    void universityOfTsukubaInUzbekistanIsAskedAboutAndThenItsOwnHost() {
        Answer asked = add(KARIMOV, "{\"name\": \"University of Tsukuba\", \"country\": \"UZ\"}");
        Answer added = add(KARIMOV, """
                {"name": "University of Tsukuba", "country": "UZ", "distinctFrom": ["jp-university-of-tsukuba"]}
                """);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.at("/candidates/0/likeness")).isEqualTo("same-name");
        assertThat(asked.at("/candidates/0/country")).isEqualTo("JP");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.at("/id")).isEqualTo("uz-university-of-tsukuba");
        assertThat(added.at("/country")).isEqualTo("UZ");
    }

    @Test
    void aSecondOneOfTheSameNameInTheSameCountryIsThereIfAPersonSaysSo() {
        add(SATO, "{\"name\": \"State Medical University\", \"country\": \"KZ\"}");
        Answer second = add(SATO, """
                {"name": "State Medical University", "country": "KZ", "distinctFrom": ["kz-state-medical-university"]}
                """);
        Answer third = add(SATO, """
                {"name": "State Medical University", "country": "KZ", "distinctFrom": ["kz-state-medical-university"]}
                """);

        assertThat(second.at("/id")).isEqualTo("kz-state-medical-university-2");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.at("/candidates/0/id")).isEqualTo("kz-state-medical-university-2");
    }

    @Test
    void pressingTwiceAnswersTheSame() {
        String host = "{\"name\": \"Osaka University\", \"country\": \"JP\"}";
        String another =
                "{\"name\": \"Osaka University\", \"country\": \"JP\", \"distinctFrom\": [\"jp-osaka-university\"]}";

        Answer first = send("first", host);
        Answer again = send("first", host);
        Answer second = send("second", another);
        Answer secondAgain = send("second", another);
        Answer misused = send("second", host);

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(second.at("/id")).isEqualTo("jp-osaka-university-2");
        assertThat(secondAgain.body()).isEqualTo(second.body());
        assertThat(misused.at("/type")).isEqualTo("urn:yol:problem:idempotency-key-reused");
    }

    @Test
    void aDomainNameBelongsToOneHost() {
        Answer first = add(SATO, "{\"name\": \"Keio University\", \"country\": \"JP\", \"domains\": [\"keio.ac.jp\"]}");
        Answer other = add(SATO, """
                {"name": "Waseda University", "country": "JP", "domains": ["KEIO.ac.jp"],
                 "distinctFrom": ["jp-keio-university"]}
                """);

        assertThat(first.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/errors/0/pointer")).isEqualTo("/domains");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/name; {\"name\": \"筑波大学\", \"country\": \"JP\"}",
                "/name; {\"name\": \" \", \"country\": \"JP\"}",
                "/name; {\"name\": \"Tsukuba\\u202e\", \"country\": \"JP\"}",
                "/names/ja; {\"name\": \"Otaru University\", \"names\": {\"ja\": \"小樽\\n大学\"}, \"country\": \"JP\"}",
                "/country; {\"name\": \"Otaru University\", \"country\": \"XX\"}",
                "/domains/0; {\"name\": \"Otaru University\", \"country\": \"JP\", \"domains\": [\"https://otaru.ac.jp/\"]}",
            })
    void whatMakesNoHostIsPointedOut(String pointer, String stated) {
        Answer refused = add(SATO, stated);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void isWrittenByAnyCoordinatorAndKeepsWhoDid() {
        Answer added = add(SATO, "{\"name\": \"Shimane University\", \"country\": \"JP\"}");
        String path = "/api/hosts/" + added.at("/id");

        Answer edited = api.as(KARIMOV)
                .put(
                        path,
                        added.eTag(),
                        "{\"name\": \"Shimane University\", \"names\": {\"ja\": \"島根大学\"}, \"country\": \"JP\"}");
        Answer stale = api.as(SATO).put(path, added.eTag(), "{\"name\": \"Shimane\", \"country\": \"JP\"}");
        Answer moved = api.as(SATO).put(path, edited.eTag(), "{\"name\": \"Shimane\", \"country\": \"KZ\"}");

        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.at("/names/ja")).isEqualTo("島根大学");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(moved.at("/errors/0/pointer")).isEqualTo("/country");
        Answer revisions = api.as(AUDITOR).get(path + "/revisions");
        assertThat(revisions.at("/0/by")).isEqualTo("karimov");
        assertThat(revisions.at("/0/organization")).isEqualTo("el-yurt-umidi");
        assertThat(revisions.at("/0/wording/names/ja")).isEqualTo("島根大学");
        assertThat(revisions.at("/1/by")).isEqualTo("sato");
        assertThat(api.as(KARIMOV).get("/api/hosts/jp-none").status()).isEqualTo(404);
    }

    @Test
    void aNewNameThatLooksLikeAnotherHostIsAskedAbout() {
        Answer added = add(SATO, "{\"name\": \"Tottori University\", \"country\": \"JP\"}");

        Answer asked = api.as(SATO)
                .put(
                        "/api/hosts/" + added.at("/id"),
                        added.eTag(),
                        "{\"name\": \"Hiroshima University\", \"country\": \"JP\"}");

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.at("/candidates/0/id")).isEqualTo("jp-hiroshima-university");
    }

    @Test
    void hostsAreFoundByWordsOfTheirNamesInAnyLanguage() {
        add(SATO, "{\"name\": \"Kyoto (.*) Institute\", \"country\": \"JP\"}");
        add(KARIMOV, """
                {"name": "National University of Uzbekistan", "names": {"uz": "Oʻzbekiston Milliy universiteti",
                 "ru": "Национальный университет Узбекистана"}, "country": "UZ", "domains": ["nuu.uz"]}
                """);

        assertThat(api.asAnybody().get("/api/hosts?text=TSUK").at("/items/0/id"))
                .isEqualTo("jp-university-of-tsukuba");
        assertThat(api.asAnybody().get("/api/hosts?text=Kyoto (.*)").body().at("/items"))
                .hasSize(1);
        assertThat(List.of("O'zbekiston milliy", "узбекистана национальный", "nuu.uz"))
                .allSatisfy(text -> assertThat(
                                api.asAnybody().get("/api/hosts?text=" + text).at("/items/0/id"))
                        .isEqualTo("uz-national-university-of-uzbekistan"));
        assertThat(api.asAnybody().get("/api/hosts?limit=1").at("/next")).isNotEmpty();
    }

    @Test
    void candidatesAreShownBeforeAnythingIsAdded() {
        Answer candidates = api.as(SATO).get("/api/hosts/candidates?name=Tsukuba Universty&country=JP");

        assertThat(candidates.at("/items/0/id")).isEqualTo("jp-university-of-tsukuba");
        assertThat(candidates.at("/items/0/likeness")).isEqualTo("similar-name");
        assertThat(api.as(SATO)
                        .get("/api/hosts/candidates?name=Nowhere College")
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void oneThatAnEarlierReleaseStoredIsFoundAndNamed() {
        database.getCollection("hosts").insertOne(Document.parse("""
                        {"_id": "kg-osh-state-university", "version": {"$numberLong": "1"}, "storedForm": 1,
                         "name": "Osh State University", "country": "KG", "outbox": [], "requests": [], "due": {}}
                        """));

        Answer host = api.asAnybody().get("/api/hosts/kg-osh-state-university");
        Answer edited = api.as(SATO)
                .put(
                        "/api/hosts/kg-osh-state-university",
                        host.eTag(),
                        "{\"name\": \"Osh State University\", \"names\": {\"ky\": \"Ош мамлекеттик университети\"}, \"country\": \"KG\"}");

        assertThat(host.at("/names/en")).isEqualTo("Osh State University");
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(api.asAnybody().get("/api/hosts?text=мамлекеттик").at("/items/0/id"))
                .isEqualTo("kg-osh-state-university");
    }

    private Answer add(Account coordinator, String host) {
        return api.as(coordinator).post("/api/hosts", host);
    }

    private Answer send(String key, String host) {
        return api.as(SATO)
                .send(
                        HttpMethod.POST,
                        "/api/hosts",
                        null,
                        UUID.nameUUIDFromBytes(key.getBytes()).toString(),
                        host);
    }
}
