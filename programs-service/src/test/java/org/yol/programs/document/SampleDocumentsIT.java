package org.yol.programs.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.yol.contracts.Deadline;
import org.yol.contracts.Deadlines;
import org.yol.contracts.Extension;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.RealParts;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import org.yol.programs.document.FixtureDocuments.Fixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents that a fresh platform is filled with: the twelve real programmes, through the platform's own import.
 */
@ProgramsTest
class SampleDocumentsIT {

    private static final JsonNode SAMPLE = FixtureDocuments.file("/sample/programmes.yaml");

    private final Map<String, JsonNode> documents = SAMPLE.at("/programmes")
            .valueStream()
            .map(programme -> programme.at("/document").asString())
            .collect(Collectors.toMap(
                    Function.identity(), name -> FixtureDocuments.file("/sample/documents/" + name + ".yaml")));

    @LocalServerPort
    int port;

    private ProgramsApi api;

    @BeforeEach
    void providersAndHostsAreThere() {
        api = new ProgramsApi(port);
        SAMPLE.at("/providers")
                .propertyStream()
                .forEach(provider -> api.as(coordinatorOf(provider.getKey()))
                        .put(
                                "/api/providers/" + provider.getKey(),
                                ProgramsApi.NOTHING_YET,
                                provider.getValue().toString()));
        SAMPLE.at("/hosts")
                .propertyStream()
                .forEach(
                        host -> host(host.getKey(), (ObjectNode) host.getValue().deepCopy()));
    }

    /** It is there, or near others that another test has added. */
    private void host(String id, ObjectNode host) {
        host.remove("domains");
        Answer added = api.as(Account.SATO).post("/api/hosts", host.toString());
        List<String> near = added.body()
                .at("/candidates")
                .valueStream()
                .map(candidate -> candidate.at("/id").asString())
                .toList();
        if (added.status() == 409 && !near.contains(id)) {
            near.forEach(host.withArray("distinctFrom")::add);
            api.as(Account.SATO).post("/api/hosts", host.toString());
        }
    }

    @Test
    void everyOneIsTakenInAndComesOutEqual() {
        assertThat(documents).hasSize(12);
        documents.forEach((name, document) -> {
            JsonNode out = api.as(coordinatorOf(document))
                    .get(takenIn(document) + "/document")
                    .body();

            assertSays(out, document, name);
            assertSays(document, out, name);
        });
    }

    @Test
    void everyOneSaysAllThatIsKnownOfTheRealProgramme() {
        Map<String, String> hosts = SAMPLE.at("/hosts")
                .propertyStream()
                .collect(Collectors.toMap(
                        host -> folded(host.getValue().at("/name").asString()), Map.Entry::getKey));
        List<Fixture> fixtures = new FixtureDocuments(name -> hosts.getOrDefault(folded(name), name)).all();

        assertThat(fixtures).extracting(Fixture::id).containsExactlyInAnyOrderElementsOf(documents.keySet());
        fixtures.forEach(fixture -> assertSays(documents.get(fixture.id()), fixture.document(), fixture.id()));
        FixtureDocuments.raw()
                .forEach(fixture -> assertThat(
                                folded(providerOf(fixture.at("/id").asString())))
                        .isEqualTo(folded(fixture.at("/provider").asString())));
    }

    @Test
    void theSchemaAcceptsThemAsTheyGoInAndAsTheyComeOut() {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(api.asAnybody().get("/api/programs/schema").text());
        documents.forEach((name, document) -> {
            String out = api.as(coordinatorOf(document))
                    .get(takenIn(document) + "/document")
                    .text();

            assertThat(schema.validate(document.toString(), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
            assertThat(schema.validate(out, InputFormat.JSON)).as(name).isEmpty();
        });
    }

    @Test
    void anotherReaderOfYamlReadsWhatComesOut() {
        documents.forEach((name, document) -> {
            String path = takenIn(document) + "/document";
            Account coordinator = coordinatorOf(document);
            byte[] yaml = RestClient.create("http://localhost:" + port)
                    .get()
                    .uri(path)
                    .accept(MediaType.APPLICATION_YAML)
                    .headers(headers -> headers.setBearerAuth(RealParts.issuer().token(coordinator)))
                    .retrieve()
                    .body(byte[].class);

            assertSays(
                    FixtureDocuments.yaml(new String(yaml, StandardCharsets.UTF_8)),
                    api.as(coordinator).get(path).body(),
                    name);
        });
    }

    @Test
    void everyOneMayBePublishedOnceItsTimesLieAhead() {
        documents.forEach((name, document) -> assertThat(published(document, "2098-01-10T09:00", "2098-03-10T18:00")
                        .at("/phase")
                        .asString())
                .as(name)
                .isEqualTo("upcoming"));
    }

    @ParameterizedTest
    @CsvSource({
        "人材育成奨学, jds-kyrgyz-republic",
        "стипендии исследователей, mext-research-students",
        "Болашақ, bolashak",
        "O'zbekiston JDS, jds-uzbekistan"
    })
    void everyOneIsFoundInTheLanguagesThatItIsWrittenInAndCounted(String text, String name) {
        JsonNode document = documents.get(name);
        String id = published(document, "2098-01-10T09:00", "2098-03-10T18:00")
                .at("/programmeId")
                .asString();

        JsonNode found = api.asAnybody()
                .get("/api/programs?limit=100&kind=scholarship&text=" + text)
                .body();

        assertThat(found.at("/items").valueStream().map(item -> item.at("/id").asString()))
                .contains(id);
        assertThat(found.at("/facets/country")
                        .valueStream()
                        .map(count -> count.at("/value").asString()))
                .contains(document.at("/programme/origins/0").asString());
    }

    @Test
    void theExtensionOfNipcaGivesAKazakhAndATajikDifferentDeadlinesEverywhere() {
        ObjectNode nipca = (ObjectNode) documents.get("nipca-tsukuba").deepCopy();
        ((ObjectNode) nipca.at("/calls/0/extensions/0")).put("closes", "2098-02-15T23:59");
        JsonNode call = published(nipca, "2026-01-01T09:00", "2098-01-15T23:59");
        String programme = "/api/programs/" + call.at("/programmeId").asString();
        String calendar = "/api/calls/" + call.at("/id").asString() + "/calendar?country=";
        Api kazakh = api.as(Account.AIGERIM);
        Api tajik = api.as(Account.student("farrukh", "Farrukh Rahimov", "TJ"));
        String january = "2098-01-15T23:59:00+09:00";
        String february = "2098-02-15T23:59:00+09:00";

        String path = "/api/calls/" + call.at("/id").asString();
        assertThat(kazakh.get(path).at("/deadline")).isEqualTo(february);
        assertThat(tajik.get(path).at("/deadline")).isEqualTo(january);
        assertThat(kazakh.get(programme).at("/calls/0/deadline")).isEqualTo(february);
        assertThat(tajik.get(programme).at("/calls/0/deadline")).isEqualTo(january);
        assertThat(listed(kazakh, call)).isEqualTo(february);
        assertThat(listed(tajik, call)).isEqualTo(january);
        assertThat(api.asAnybody().get(calendar + "KZ").text()).contains("20980215T145900Z");
        assertThat(api.asAnybody().get(calendar + "TJ").text()).contains("20980115T145900Z");
    }

    private static String listed(Api reader, JsonNode call) {
        return reader.get("/api/programs?limit=100&text=nipca")
                .body()
                .at("/items")
                .valueStream()
                .flatMap(item -> item.at("/calls").valueStream())
                .filter(each -> each.at("/id").equals(call.at("/id")))
                .findFirst()
                .orElseThrow()
                .at("/deadline")
                .asString();
    }

    @ParameterizedTest
    @CsvSource({
        "jds-kyrgyz-republic, KG, 2023-10-20T12:01:00Z",
        "mext-research-students, KZ, 2022-06-10T08:01:00Z",
        "mext-undergraduate-turkmenistan, TM, 2022-05-31T13:01:00Z",
        "mext-young-leaders, UZ, 2025-10-15T13:01:00Z",
        "nipca-tsukuba, TJ, 2022-01-15T15:00:00Z",
        "nipca-tsukuba, KZ, 2022-02-15T15:00:00Z",
        "el-yurt-umidi, UZ, 2024-07-25T19:00:00Z"
    })
    void theLastSecondBeforeEachDeadlineIsTakenAndTheNextIsNot(String name, String country, Instant tooLate) {
        JsonNode call = documents.get(name).at("/calls/0");
        List<Extension> extensions = call.path("extensions")
                .valueStream()
                .map(extension -> new Extension(
                        extension
                                .at("/countries")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList(),
                        instant(extension.at("/closes")),
                        extension.at("/reason").asString(),
                        Instant.EPOCH))
                .toList();

        Deadline deadline = new Deadlines(
                        instant(call.at("/closes")),
                        call.at("/zone").asString(),
                        call.at("/graceMinutes").asInt(),
                        extensions)
                .of(country);

        assertThat(deadline.hasPassed(tooLate.minusSeconds(1))).isFalse();
        assertThat(deadline.hasPassed(tooLate)).isTrue();
    }

    private static Instant instant(JsonNode time) {
        return OffsetDateTime.parse(time.asString()).toInstant();
    }

    private JsonNode published(JsonNode document, String opens, String closes) {
        ObjectNode ahead = (ObjectNode) document.deepCopy();
        ((ObjectNode) ahead.at("/calls/0")).put("opens", opens).put("closes", closes);
        Account coordinator = coordinatorOf(document);
        String callId = api.as(coordinator).get(takenIn(ahead)).at("/calls/0/id");
        Answer published = api.publish(coordinator, api.as(coordinator).get("/api/calls/" + callId));
        assertThat(published.status())
                .as("%s: %s", document.at("/programme/title/en"), published.text())
                .isEqualTo(200);
        return published.body();
    }

    private String takenIn(JsonNode document) {
        Answer taken = api.as(coordinatorOf(document)).post("/api/programs/documents", document.toString());
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.headers().getLocation().getPath();
    }

    private String providerOf(String name) {
        String provider = documents.get(name).at("/programme/providerId").asString();
        return SAMPLE.at("/providers").path(provider).path("name").asString();
    }

    private static Account coordinatorOf(JsonNode document) {
        return coordinatorOf(document.at("/programme/providerId").asString());
    }

    private static Account coordinatorOf(String provider) {
        return Account.coordinator("coordinator-of-" + provider, provider);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether one tree says all that another one says, in whatever order. */
    private static void assertSays(JsonNode whole, JsonNode part, String path) {
        assertThat(says(whole, part)).as("%s%n%s%n%s", path, whole, part).isTrue();
    }

    private static boolean says(JsonNode whole, JsonNode part) {
        if (part.isObject()) {
            return part.propertyStream()
                    .filter(field -> !isEmptyArray(field.getValue()))
                    .allMatch(field -> says(whole.path(field.getKey()), field.getValue()));
        }
        if (part.isArray()) {
            return whole.isArray()
                    && part.valueStream().allMatch(one -> whole.valueStream().anyMatch(other -> says(other, one)));
        }
        return part.isNumber() ? whole.isNumber() && decimal(whole).compareTo(decimal(part)) == 0 : whole.equals(part);
    }

    private static boolean isEmptyArray(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }

    private static BigDecimal decimal(JsonNode number) {
        return new BigDecimal(number.asString());
    }
}
