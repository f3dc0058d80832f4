package org.yol.programs.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.RealParts;
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import org.yol.programs.document.FixtureDocuments.Fixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Programmes as documents: in, out and in again. */
@ProgramsTest
class DocumentsIT {

    private static final String IN = "/api/programs/documents";

    @LocalServerPort
    int port;

    private final Map<String, String> hosts = new HashMap<>();
    private ProgramsApi api;
    private FixtureDocuments fixtures;

    @BeforeEach
    void hostsAreThere() {
        api = new ProgramsApi(port);
        fixtures = new FixtureDocuments(name -> hosts.computeIfAbsent(name, this::host));
    }

    private String host(String name) {
        if (name.equals("any")) {
            return name;
        }
        ObjectNode host = JsonMapper.shared().createObjectNode();
        host.put("name", name).put("country", "JP");
        Answer added = api.as(SATO).post("/api/hosts", host.toString());
        if (added.status() == 409) {
            // Near some that are there: it is another one, or the very same.
            List<JsonNode> near = added.body().at("/candidates").valueStream().toList();
            for (JsonNode one : near) {
                if (one.at("/name").asString().equals(name)) {
                    return one.at("/id").asString();
                }
            }
            near.forEach(one -> host.withArray("distinctFrom").add(one.at("/id").asString()));
            added = api.as(SATO).post("/api/hosts", host.toString());
        }
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.at("/id");
    }

    @Test
    void allTwelveProgrammesAreTakenInWithNothingDroppedAndComeOutEqual() {
        List<Fixture> all = fixtures.all();
        assertThat(all).hasSize(12);
        for (Fixture fixture : all) {
            JsonNode out = document(in(fixture.document()));
            JsonNode again = document(in((ObjectNode) out));

            assertThat(again).as(fixture.id()).isEqualTo(out);
            assertContains(out, fixture.document(), fixture.id());
        }
    }

    @Test
    void theSchemaAcceptsAllOfThemAndRefusesAFieldThatNobodyKnows() {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(api.asAnybody().get("/api/programs/schema").text());
        for (Fixture fixture : fixtures.all()) {
            String out = document(in(fixture.document())).toString();

            assertThat(schema.validate(fixture.document().toString(), InputFormat.JSON))
                    .as(fixture.id())
                    .isEmpty();
            assertThat(schema.validate(out, InputFormat.JSON)).as(fixture.id()).isEmpty();
        }
        assertThat(schema.validate("{\"programme\": {\"kind\": \"exchange\", \"titel\": {}}}", InputFormat.JSON))
                .hasSize(1);
    }

    @Test
    void whatFollowsACallAndStandsBesideItsDocumentsComesOutAsItWentIn() {
        ObjectNode document = (ObjectNode) FixtureDocuments.yaml("""
                programme:
                  kind: scholarship
                  website: https://www.example.org/jds
                  contact: jds@example.org
                  title: {en: "With all dates"}
                calls:
                - zone: Asia/Bishkek
                  closes: "2099-01-10T18:00:00+06:00"
                  answerBy: "2099-03-31T17:00:00+06:00"
                  resultsOn: "2099-03-01"
                  documents: [passport, research-plan]
                  documentNotes:
                  - document: research-plan
                    text: {en: "Two pages", ja: "2ページ"}
                    template: https://www.example.org/plan.docx
                """);
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(api.asAnybody().get("/api/programs/schema").text());

        JsonNode out = document(in(document));

        assertContains(out, document, "dates");
        assertThat(schema.validate(document.toString(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(out.toString(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(
                        document.toString().replace("https://www.example.org/plan", "javascript:plan"),
                        InputFormat.JSON))
                .hasSize(1);
    }

    @Test
    void aDocumentIsReadAndWrittenAsYaml() {
        String yaml = """
                programme:
                  kind: scholarship
                  title: {en: "By hand", uz: "Qoʻlda"}
                calls:
                - zone: Asia/Tashkent
                  closes: 2099-01-10T18:00
                """;
        String location = client().post()
                .uri(IN)
                .contentType(MediaType.APPLICATION_YAML)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getFirst("Location");

        byte[] out = client().get()
                .uri(location + "/document")
                .accept(MediaType.APPLICATION_YAML)
                .retrieve()
                .body(byte[].class);

        assertThat(new String(out, StandardCharsets.UTF_8)).contains("Qoʻlda", "2099-01-10T18:00:00+05:00");
    }

    @Test
    void whatMakesNoSenseIsPointedOutAndNothingIsMade() {
        String title = "Nothing of it " + UUID.randomUUID();
        String body = """
                {"programme": {"kind": "exchange", "title": {"en": "%s"}},
                 "calls": [{}, {"zone": "Asia/Almaty", "closes": "2099-01-10T18:00:00+06:00"}]}
                """.formatted(title);

        assertThat(pointer(api.as(SATO).post(IN, body))).isEqualTo("/calls/1/closes");
        assertThat(pointer(api.as(SATO).post(IN, body.replace("closes", "clozes"))))
                .isEqualTo("/calls/1/clozes");
        assertThat(pointer(api.as(SATO).post(IN, body.replace("exchange", "gift"))))
                .isEqualTo("/programme/kind");
        assertThat(pointer(api.as(SATO).post(IN, body.replace("Asia/Almaty", "Asia/Atlantis"))))
                .isEqualTo("/calls/1/zone");
        String excluding = "\"excludes\": {\"all\": false, \"programmes\": [\"mext\"]}, \"zone\"";
        assertThat(pointer(api.as(SATO).post(IN, body.replace("+06", "+05").replace("\"zone\"", excluding))))
                .isEqualTo("/calls/1/excludes/programmes/0");
        assertThat(api.as(SATO)
                        .get("/api/programs?mine=true&text=" + title)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void pressedTwiceItIsMadeOnce() {
        String key = UUID.randomUUID().toString();
        String body = fixtures.all().getFirst().document().toString();

        Answer first = api.as(SATO).send(HttpMethod.POST, IN, null, key, body);
        Answer second = api.as(SATO).send(HttpMethod.POST, IN, null, key, body);

        assertThat(second.headers().getLocation()).isEqualTo(first.headers().getLocation());
        assertThat(api.as(SATO)
                        .get(second.headers().getLocation().toString())
                        .body()
                        .at("/calls"))
                .hasSize(1);
    }

    @Test
    void draftsBesideWhatIsPublicAreNotGivenOut() {
        String id = api.published(SATO, ProgrammeJson.complete()).at("/id");
        api.call(SATO, id, CallJson.bare());

        assertThat(document(KARIMOV, id).at("/calls")).hasSize(1);
        assertThat(document(SATO, id).at("/calls")).hasSize(2);
    }

    private String in(ObjectNode document) {
        Answer taken = api.as(SATO).post(IN, document.toString());
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.headers().getLocation().getPath().replaceFirst(".*/", "");
    }

    private JsonNode document(String id) {
        return document(SATO, id);
    }

    private JsonNode document(Account reader, String id) {
        return api.as(reader).get("/api/programs/" + id + "/document").body();
    }

    private RestClient client() {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeaders(
                        headers -> headers.setBearerAuth(RealParts.issuer().token(SATO)))
                .build();
    }

    private static String pointer(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.at("/errors/0/pointer");
    }

    /** Whether one tree says all that another one says. */
    private static void assertContains(JsonNode whole, JsonNode part, String path) {
        if (part.isObject()) {
            part.propertyStream()
                    .filter(field ->
                            !field.getValue().isArray() || !field.getValue().isEmpty())
                    .forEach(field ->
                            assertContains(whole.path(field.getKey()), field.getValue(), path + "/" + field.getKey()));
        } else if (part.isArray()) {
            assertThat(whole).as(path).hasSize(part.size());
            for (int index = 0; index < part.size(); index++) {
                assertContains(whole.get(index), part.get(index), path + "/" + index);
            }
        } else if (part.isNumber()) {
            assertThat(whole.decimalValue()).as(path).isEqualByComparingTo(new BigDecimal(part.asString()));
        } else {
            assertThat(whole.asString()).as(path).isEqualTo(part.asString());
        }
    }
}
