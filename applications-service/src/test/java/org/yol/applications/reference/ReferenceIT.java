package org.yol.applications.reference;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.AUTHORITY_KZ;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.SUZUKI;
import static org.yol.platform.test.Account.TANAKA;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.OwnArchive;
import org.yol.applications.TestPdf;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.CallPublished;
import org.yol.contracts.EventType;
import org.yol.contracts.Extension;
import org.yol.contracts.RefereeAddressed;
import org.yol.platform.seal.SharedSeal;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.RealParts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceIT extends AtAnOpenCall {

    private static final String LETTER = """
            {"since": "Three years", "capacity": "Supervisor", "rank": "top-5", "text": "Нұр is a rare mind."}""";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private final Account student = Account.student("asks-" + UUID.randomUUID(), "Aigerim Bekova", "KZ");

    private Answer draft;

    @BeforeEach
    void callAsksForAReference() {
        tell(CallFixtures.asking(CallFixtures.publishedNow(call), 1), 2);
        draft = api.complete(student, call);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> seen(student).body().at("/needed").asInt() == 1);
    }

    @Test
    void letterIsReadByThoseWhoJudgeAndNeverByItsStudent() throws IOException {
        Answer named = name("petrov@example.org");
        assertThat(named.status()).as(named.text()).isEqualTo(201);
        Answer refused = api.as(student).post(path(draft) + "/submission", draft.eTag(), api.withDossier(student));
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/references");
        assertThat(progress())
                .containsExactly("dossier 4/4", "answers 2/2", "choices 1/1", "documents 1/1", "references 0/1");
        RefereeLink referee = ask(named);
        assertThat(progress()).endsWith("references 1/1");

        Answer open = referee.read();
        assertThat(open.at("/state")).isEqualTo("open");
        assertThat(open.at("/asked/student")).isEqualTo("Aigerim Bekova");
        assertThat(open.headers().getCacheControl()).contains("no-store");
        assertThat(item().at("/state").asString()).isEqualTo("opened");

        Answer saved = referee.save(open.eTag(), "{\"text\": \"Нұр\"}");
        assertThat(saved.at("/letter/answers/text")).isEqualTo("Нұр");
        Answer attached = referee.upload(saved.eTag(), "letter.pdf", ApplicationsApi.PDF);
        assertThat(attached.at("/letter/file/name")).isEqualTo("letter.pdf");
        Answer submitted = api.as(student).post(path(draft) + "/submission", draft.eTag(), api.withDossier(student));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        assertThat(submitted.body().at("/receipt/sha256/references").asString()).hasSize(64);

        assertThat(progress()).as("of what is handed in").isEmpty();

        Answer sent = referee.submit(attached.eTag(), LETTER);
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.at("/state")).isEqualTo("received");

        for (Account reader : List.of(SATO, TANAKA, AUDITOR)) {
            Answer read = seen(reader);
            assertThat(read.at("/items/0/letter/answers/text")).as(reader.id()).isEqualTo("Нұр is a rare mind.");
            assertThat(api.as(reader).get(file(read)).status()).as(reader.id()).isEqualTo(200);
            for (Account other : List.of(student, NURLAN, SUZUKI, KARIMOV, AUTHORITY_KZ)) {
                assertThat(api.as(other).get(file(read)).status())
                        .as(other.id())
                        .isIn(403, 404);
            }
        }
        assertThat(bundle(SATO)).contains("Reference", "Нұр is a rare mind.", "Among the best 5%");
        assertThat(bundle(AUTHORITY_KZ)).contains("Water.").doesNotContain("rare mind", "Among the best", "Petrov");
        assertThat(item().at("/state").asString()).isEqualTo("received");
        assertThat(item().at("/actions")).isEmpty();
        for (Account other : List.of(NURLAN, SUZUKI, KARIMOV)) {
            assertThat(seen(other).status()).as(other.id()).isEqualTo(404);
        }
        for (String address : List.of(path(draft) + "/references", path(draft), "/api/applications")) {
            assertThat(api.as(student).get(address).text()).doesNotContain("rare mind", "letter.pdf", "top-5");
        }
        assertThat(told("org.yol.reference.answered.v1").text())
                .contains("received")
                .doesNotContain("petrov", "Petrov", "rare mind");

        assertThat(api.as(AUDITOR).get("/api/audit?subject=" + draft.at("/id")).text())
                .contains("reference-asked", "reference-received", "reference-read")
                .doesNotContain("petrov", "rare mind");

        Answer again = referee.read();
        assertThat(again.at("/state")).isEqualTo("received");
        assertThat(again.text()).doesNotContain("Bekova", "rare mind");
        assertThat(referee.submit(sent.eTag(), LETTER).at("/type")).endsWith("reference-answered");
        assertThat(referee.save(sent.eTag(), LETTER).at("/type")).endsWith("reference-answered");
        assertThat(referee.decline().at("/type")).endsWith("reference-answered");
    }

    /** A granted day tells of which country somebody is; so does an id, and a file may be called by a name. */
    @Test
    void whoReviewsBlindReadsALetterWithoutKnowingOfWhom() {
        CallPublished asking = CallFixtures.asking(CallFixtures.publishedNow(call), 1);
        Instant granted = asking.closes().plus(Duration.ofDays(7));
        Extension forKazakhs = new Extension(List.of("KZ"), granted, "Internet access was interrupted", Instant.now());
        tell(CallFixtures.reviewed(CallFixtures.changed(asking, asking.closes(), List.of(forKazakhs)), 1, true), 3);
        RefereeLink referee = ask(name("petrov@example.org"));
        Answer attached = referee.upload(referee.read().eTag(), "Letter for Aigerim Bekova.pdf", ApplicationsApi.PDF);
        api.as(student).post(path(draft) + "/submission", draft.eTag(), api.withDossier(student));
        assertThat(referee.submit(attached.eTag(), LETTER).status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> java.time.OffsetDateTime.parse(seen(SATO).at("/closes"))
                        .toInstant()
                        .isAfter(asking.closes().plusSeconds(120)));
        String alias = api.as(TANAKA).get("/api/applications?callId=" + call).at("/items/0/id");
        String address = "/api/applications/" + alias + "/references";

        Answer read = api.as(TANAKA).get(address);
        Answer file = api.as(TANAKA).get(address + "/" + read.at("/items/0/id") + "/file");

        assertThat(read.text()).contains("rare mind").doesNotContain("kz-", "Bekova", "Aigerim");
        assertThat(java.time.OffsetDateTime.parse(read.at("/closes")).toInstant())
                .isBefore(asking.closes().plusSeconds(120));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().getContentDisposition().getFilename()).isEqualTo("reference.pdf");
        assertThat(seen(SATO).at("/items/0/letter/file/name")).isEqualTo("Letter for Aigerim Bekova.pdf");
    }

    @Test
    void whoeverTakesTheirDataAlongGetsNoLetterAndErasedTakesAllLettersAlong() throws IOException {
        Answer named = name("petrov@example.org");
        RefereeLink referee = ask(named);
        byte[] letter = TestPdf.of("A letter in confidence");
        Answer attached = referee.upload(referee.read().eTag(), "letter.pdf", letter);
        assertThat(referee.submit(attached.eTag(), LETTER).at("/state")).isEqualTo("received");

        Map<String, byte[]> archive = OwnArchive.of(student, port, "en");
        assertThat(new String(archive.get("references.json"), StandardCharsets.UTF_8))
                .contains("petrov@example.org", "received");
        assertThat(archive.values()).noneMatch(bytes -> Arrays.equals(bytes, letter));
        assertThat(String.join("", archive.values().stream().map(String::new).toList()))
                .doesNotContain("rare mind");

        Answer erased = api.as(student).post("/api/profile/erasure", "{\"confirmation\": \"Aigerim Bekova\"}");

        assertThat(erased.status()).as(erased.text()).isEqualTo(200);
        assertThat(database.getCollection("references").countDocuments(eq("applicationId", draft.at("/id"))))
                .isZero();
        assertThat(database.getCollection("letters").countDocuments(eq("owner", "kz-" + student.id())))
                .isZero();
        assertThat(referee.read().status()).isIn(404, 410);
    }

    @Test
    void topicAndStoreHoldNeitherTheLinkNorTheAddressInTheClear() {
        Answer named = name("petrov@example.org");
        RefereeLink referee = ask(named);
        String secret = referee.token().substring(referee.token().indexOf('.') + 1);

        assertThat(told("org.yol.reference.mail-wanted.v1").text())
                .doesNotContain(secret, "petrov", "Petrov", "Bekova");
        assertThat(database.getCollection("references")
                        .find(eq("_id", named.at("/id")))
                        .first()
                        .toJson())
                .doesNotContain(secret);
    }

    @Test
    void linksThatAreWrongOrTakenBackAreAnsweredInOneWay() {
        Answer named = name("petrov@example.org");
        RefereeLink referee = ask(named);
        Answer item = api.as(student).get(path(draft) + "/references");
        String version = "\"" + item.body().at("/items/0/version").asString() + "\"";
        referee.save("\"0\"", LETTER);
        assertThat(act(named, "withdrawal", version).status()).isEqualTo(200);

        String id = named.at("/id");
        List<String> wrong = List.of(
                referee.token(),
                id + "." + "A".repeat(43),
                "kz-00000000-0000-0000-0000-000000000000." + "A".repeat(43),
                "nonsense",
                "");
        assertThat(wrong.stream()
                        .map(token -> new RefereeLink(port, token).read())
                        .map(answer -> answer.status() + answer.text())
                        .distinct())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("404")
                .contains("link-not-valid");
        assertThat(database.getCollection("letters").find(eq("_id", id)).first().toJson())
                .doesNotContain("rare mind");
    }

    @Test
    void ofTwoTabsThatSendOneIsFirst() throws Exception {
        RefereeLink referee = ask(name("petrov@example.org"));
        String eTag = referee.read().eTag();

        List<Answer> answers =
                AtOnce.of(2, number -> referee.submit(eTag, LETTER.replace("rare mind", "rare mind " + number)));

        assertThat(answers.stream().map(Answer::status)).contains(200).hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(1)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(409, 412));
    }

    @Test
    void refereesAreNamedOnceAndNotWithoutEnd() {
        assertThat(name("petrov@example.org").status()).isEqualTo(201);
        assertThat(name("PETROV@example.org").body().at("/errors/0/pointer").asString())
                .isEqualTo("/email");
        assertThat(name(student.id() + "@example.org")
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/email");
        assertThat(name("second@example.org").status()).isEqualTo(201);
        assertThat(name("third@example.org").status()).isEqualTo(201);
        assertThat(name("fourth@example.org").at("/type")).endsWith("too-many-referees");
        assertThat(api.as(NURLAN)
                        .post(path(draft) + "/references", body("other@example.org"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refereeOfSomebodyElseIsNobodysToAskOrRemind() {
        Answer named = name("petrov@example.org");

        for (String act : List.of("request", "reminder", "withdrawal")) {
            assertThat(api.as(NURLAN)
                            .post("/api/references/" + named.at("/id") + "/" + act, named.eTag(), "{}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(act(named, "request", "\"99\"").status()).isEqualTo(412);
        RefereeLink referee = ask(named);
        assertThat(act(named, "reminder", "\"2\"").at("/type")).endsWith("reminded-enough");
        assertThat(referee.decline().at("/state")).isEqualTo("declined");
        assertThat(item().at("/state").asString()).isEqualTo("declined");
    }

    @Test
    void filesThatAreTooLargeOrNoLettersAreRefused() {
        RefereeLink referee = ask(name("petrov@example.org"));

        assertThat(referee.upload("\"0\"", "letter.pdf", new byte[11 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
        assertThat(referee.upload("\"0\"", "letter.pdf", "text".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        Answer attached = referee.upload("\"0\"", "letter.pdf", ApplicationsApi.PDF);
        assertThat(referee.removeFile(attached.eTag()).body().at("/letter/file").isMissingNode())
                .isTrue();
        assertThat(referee.submit("\"2\"", "{\"since\": \"1\"}").body().at("/errors"))
                .hasSize(3);
    }

    @Test
    void clockRemindsAndAfterTheCloseNothingIsTaken() {
        Answer named = name("petrov@example.org");
        RefereeLink referee = ask(named);
        Answer submitted = api.as(student).post(path(draft) + "/submission", draft.eTag(), api.withDossier(student));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        CallPublished asking = CallFixtures.asking(CallFixtures.publishedNow(call), 1);

        tell(CallFixtures.changed(asking, Instant.now().plus(Duration.ofHours(12)), List.of()), 3);
        awaitCloses(Duration.ofHours(13));
        lookNow(named, Duration.ofDays(2));
        awaitMail(named, "reminded");
        assertThat(referee.read().at("/state"))
                .as("the first link is still good")
                .isEqualTo("open");

        tell(CallFixtures.changed(asking, Instant.now().minus(Duration.ofMinutes(5)), List.of()), 4);
        awaitCloses(Duration.ZERO);
        assertThat(referee.read().at("/state")).isEqualTo("closed");
        assertThat(referee.read().text()).doesNotContain("Bekova");
        assertThat(referee.submit("\"0\"", LETTER).at("/type")).endsWith("references-closed");
        assertThat(name("late@example.org").at("/type")).endsWith("references-closed");
        lookNow(named, Duration.ZERO);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> item().at("/state").asString().equals("late"));
        assertThat(told("org.yol.reference.answered.v1").text()).contains("missing");
    }

    @Test
    void studentLearnsThatAnAddressTakesNoMail() {
        Answer named = name("petrov@example.org");
        ask(named);

        for (int time = 0; time < 2; time++) {
            events.tell(
                    EventType.REFERENCE_UNDELIVERABLE,
                    named.at("/id"),
                    7,
                    "{\"referenceId\":\"" + named.at("/id") + "\"}");
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> item().at("/unreachable").asBoolean());
        assertThat(item().at("/actions")).extracting(JsonNode::asString).containsExactly("withdraw");
        assertThat(told("org.yol.reference.answered.v1").text()).contains("undeliverable");
    }

    /** What the student's own list says of the steps of the form. */
    private List<String> progress() {
        return api.as(student)
                .get("/api/applications?mine=true")
                .body()
                .at("/items/0/progress")
                .valueStream()
                .map(step -> step.at("/step").asString() + " "
                        + step.at("/given").asInt() + "/" + step.at("/of").asInt())
                .toList();
    }

    private Answer name(String email) {
        return api.as(student).post(path(draft) + "/references", body(email));
    }

    private static String body(String email) {
        return """
                {"name": "Ivan Petrov", "institution": "KazNU", "email": "%s", "language": "ru",
                 "relation": "Supervisor"}""".formatted(email);
    }

    private Answer act(Answer named, String act, String version) {
        return api.as(student).post("/api/references/" + named.at("/id") + "/" + act, version, "{}");
    }

    /** Asks, and follows the link of the mail. */
    private RefereeLink ask(Answer named) {
        Answer asked = act(named, "request", named.eTag());
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        String sealed = awaitMail(named, "asked").at("/sealed").asString();
        RefereeAddressed addressed =
                JsonMapper.shared().readValue(new SharedSeal(RealParts.SEAL_KEY).open(sealed), RefereeAddressed.class);
        assertThat(addressed.address()).isEqualTo("petrov@example.org");
        return new RefereeLink(port, addressed.token());
    }

    private JsonNode awaitMail(Answer named, String mail) {
        ConsumerRecord<String, byte[]> message =
                events.await(record -> record.key().equals(named.at("/id"))
                        && EventProbe.header(record, "ce_type").equals("org.yol.reference.mail-wanted.v1")
                        && JsonMapper.shared()
                                .readTree(record.value())
                                .at("/mail")
                                .asString()
                                .equals(mail));
        return JsonMapper.shared().readTree(message.value());
    }

    private record Told(String text) {}

    private Told told(String type) {
        return new Told(new String(
                events.await(record -> EventProbe.header(record, "ce_type").equals(type)
                                && new String(record.value(), StandardCharsets.UTF_8).contains(referenceId()))
                        .value(),
                StandardCharsets.UTF_8));
    }

    private String referenceId() {
        return item().at("/id").asString();
    }

    private JsonNode item() {
        return seen(student).body().at("/items/0");
    }

    private String bundle(Account reader) throws IOException {
        try (PDDocument whole = Loader.loadPDF(api.as(reader).getBytes(path(draft) + "/bundle", "application/pdf"))) {
            return new PDFTextStripper().getText(whole);
        }
    }

    private Answer seen(Account reader) {
        return api.as(reader).get(path(draft) + "/references");
    }

    private String file(Answer read) {
        return path(draft) + "/references/" + read.at("/items/0/id") + "/file";
    }

    private void tell(CallPublished published, long seq) {
        events.tell(
                EventType.CALL_PUBLISHED,
                published.callId(),
                seq,
                JsonMapper.shared().writeValueAsString(published));
    }

    private void awaitCloses(Duration within) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Instant.parse(
                                java.time.OffsetDateTime.parse(seen(student).at("/closes"))
                                        .toInstant()
                                        .toString())
                        .isBefore(Instant.now().plus(within)));
    }

    /** As if the last mail were older, and it were time to look. */
    private void lookNow(Answer named, Duration sinceTheLastMail) {
        Instant mailed = Instant.now().minus(sinceTheLastMail);
        database.getCollection("references")
                .updateOne(
                        eq("_id", named.at("/id")),
                        combine(
                                set("due.watching.due", Date.from(Instant.now())),
                                set("mails.lastAt", Date.from(mailed))));
    }
}
