package org.yol.applications.person;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.COMPLETE;
import static org.yol.applications.ApplicationsApi.DOSSIER;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.AUTHORITY_KZ;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.SelectionTerms.Exclusion;
import org.yol.contracts.Topics;
import org.yol.platform.operate.Verification;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.RealParts;
import org.yol.platform.test.ServiceTest;

/** The data of citizens of Kazakhstan in a database of their own, everybody else's in the service's. */
@ServiceTest
class PersonalDatabasesIT {

    private static final String KAZAKHSTAN =
            "kz_" + UUID.randomUUID().toString().substring(0, 8);
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Where no offer was in sight, the next look for one may be 25 s away. */
    private static final Duration SWEPT = Duration.ofSeconds(45);

    private final EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS);
    private final String call = "call-" + UUID.randomUUID();

    @Autowired
    private MongoDatabase others;

    @Autowired
    private Commands commands;

    @Autowired
    @Qualifier("auditVerification")
    private Verification verification;

    private MongoDatabase kazakhstan;
    private ApplicationsApi api;

    @DynamicPropertySource
    static void databases(DynamicPropertyRegistry properties) {
        properties.add("yol.person.databases.kz", () -> addressOf(KAZAKHSTAN));
    }

    /** By an address of its own, as one in another country has. */
    private static String addressOf(String database) {
        return UriComponentsBuilder.fromUriString(RealParts.mongodbAddress())
                .replacePath("/" + database)
                .toUriString();
    }

    @BeforeEach
    void callIsOpen(@LocalServerPort int port, @Autowired MongoClient client) {
        kazakhstan = client.getDatabase(KAZAKHSTAN);
        // The embedded store fails an insert that comes while indexes are made.
        for (MongoDatabase database : List.of(kazakhstan, others)) {
            Map.of(
                            "applications", "due.offer-expiry.due_1",
                            "reviews", "due.tally.due_1",
                            "scores", "callId_1_highest_-1__id_-1",
                            "decisions", "due.announcing.due_1")
                    .forEach((collection, last) -> Awaitility.await()
                            .atMost(SOON)
                            .until(() -> indexes(database, collection).contains(last)));
        }
        api = new ApplicationsApi(port, events);
        api.callIsPublished(CallFixtures.publishedNow(call, 2), 1);
    }

    private static List<String> indexes(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void everyDocumentAboutAPersonLiesInTheDatabaseOfTheirCountry() {
        String ofKazakhstan = api.offered(AIGERIM, call).at("/id");
        String ofKyrgyzstan = api.offered(NURLAN, call).at("/id");

        assertThat(ofKazakhstan).startsWith("kz-");
        assertThat(ofKyrgyzstan).startsWith("kg-");
        for (String collection : List.of("applications", "scores", "decisions")) {
            assertLies(collection, "_id", ofKazakhstan, ofKyrgyzstan);
        }
        assertLies("dossiers", "_id", "kz-aigerim", "kg-nurlan");
        assertLies("reviews", "applicationId", ofKazakhstan, ofKyrgyzstan);
        assertLies("submissions", "applicationId", ofKazakhstan, ofKyrgyzstan);
        assertLies("contents.files", "filename", "kz-aigerim", "kg-nurlan");
        assertOnly("files", "kz-", kazakhstan, others);
        assertOnly("files", "kg-", others, kazakhstan);
        assertOnly("keys", "kz-", kazakhstan, others);
        assertOnly("keys", "kg-", others, kazakhstan);
        // A place is no person's.
        assertThat(kazakhstan.listCollectionNames()).doesNotContain("seats", "calls");
    }

    @Test
    void nothingOfSomebodyErasedIsFoundInAnyCollectionOfAnyDatabase() {
        Account student = Account.student("gone-" + UUID.randomUUID(), "Qzxvaigul Account", "KZ");
        Answer dossier = api.as(student).get("/api/profile");
        api.as(student).put("/api/profile", dossier.eTag(), DOSSIER.replace("Bekova", "Qzxvpassport"));
        api.callIsPublished(CallFixtures.publishedNow(call + "-draft", 1), 1);
        Answer draft = api.start(student, call + "-draft");
        api.as(student).put(path(draft), draft.eTag(), COMPLETE.replace("Water", "Qzxvdraft"));
        Answer started = api.start(student, call);
        Answer saved = api.as(student).put(path(started), started.eTag(), COMPLETE.replace("Water", "Qzxvmotivation"));
        api.upload(student, saved, "passport", "qzxvfile.pdf", ApplicationsApi.PDF);
        api.offered(student, call);
        List<ObjectId> contents = kazakhstan
                .getCollection("contents.files")
                .find(eq("filename", "kz-" + student.id()))
                .map(file -> file.getObjectId("_id"))
                .into(new ArrayList<>());
        assertThat(found("qzxv")).contains("dossiers", "applications", "submissions");
        assertThat(contents).isNotEmpty();

        Answer begun = api.as(student).post("/api/profile/erasure", "{\"confirmation\": \"Qzxvaigul Account\"}");

        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(api.as(student).get("/api/profile/erasure").at("/erasedAt"))
                    .isNotEmpty();
            assertThat(found("qzxv")).isEmpty();
            // Only when it was erased is known of the account.
            assertThat(found(student.id())).containsOnly("erasures");
        });
        assertThat(kazakhstan.getCollection("contents.chunks").countDocuments(in("files_id", contents)))
                .isZero();
        assertThat(kazakhstan.getCollection("contents.files").countDocuments(in("_id", contents)))
                .isZero();
        assertThat(api.as(AUTHORITY_KZ).get(path(started)).at("/state")).isEqualTo("withdrawn");
        assertThat(verification.verify(_ -> {})).contains(kazakhstan.getName() + "@kz: ");
    }

    /** The collections in which a word stands, in whatever case; the bytes of files are locked, and not looked at. */
    private Set<String> found(String word) {
        Set<String> found = new TreeSet<>();
        // Not the client of the service, whose every question an index must serve.
        try (MongoClient reader = MongoClients.create(RealParts.mongodbAddress())) {
            for (String name : List.of(KAZAKHSTAN, others.getName())) {
                MongoDatabase database = reader.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    if (!collection.endsWith(".chunks")) {
                        database.getCollection(collection).find().forEach(document -> {
                            if (document.toJson().toLowerCase(Locale.ROOT).contains(word)) {
                                found.add(collection);
                            }
                        });
                    }
                }
            }
        }
        return found;
    }

    private void assertLies(String collection, String field, String ofKazakhstan, String ofKyrgyzstan) {
        for (MongoDatabase database : List.of(kazakhstan, others)) {
            assertThat(database.getCollection(collection).countDocuments(eq(field, ofKazakhstan)) > 0)
                    .as("%s of Kazakhstan in %s", collection, database.getName())
                    .isEqualTo(database == kazakhstan);
            assertThat(database.getCollection(collection).countDocuments(eq(field, ofKyrgyzstan)) > 0)
                    .as("%s of Kyrgyzstan in %s", collection, database.getName())
                    .isEqualTo(database == others);
        }
    }

    private static void assertOnly(String collection, String prefix, MongoDatabase there, MongoDatabase notThere) {
        assertThat(there.getCollection(collection).countDocuments(regex("_id", "^" + prefix)))
                .isPositive();
        assertThat(notThere.getCollection(collection).countDocuments(regex("_id", "^" + prefix)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KZ", "KG"})
    void everythingCanBeDone(String country) {
        Account student = student("Somebody", country);
        Answer offered = api.offered(student, call);

        assertThat(api.as(student).get(path(offered)).at("/state")).isEqualTo("offered");
        assertThat(api.as(SATO).get(path(offered)).at("/decision/outcome")).isEqualTo("selected");
        assertThat(api.as(TANAKA).get(path(offered)).at("/reviews/0/version")).isEqualTo("1");
        assertThat(api.as(AUDITOR).get(path(offered)).at("/scores/place-tsukuba"))
                .startsWith("82");
        assertThat(api.as(AUTHORITY_KZ).get(path(offered)).status()).isEqualTo(country.equals("KZ") ? 200 : 404);
        assertThat(api.as(student).get(path(offered) + "/documents/passport").status())
                .isEqualTo(200);
        assertThat(api.start(student, call).status()).isEqualTo(200);

        Answer withdrawn = api.as(student).post(path(offered) + "/withdrawal", offered.eTag(), "{}");
        Answer draft = api.as(student).post(path(offered) + "/restart", withdrawn.eTag(), "{}");
        Answer again = api.as(student).post(path(offered) + "/submission", draft.eTag(), api.withDossier(student));
        assertThat(again.at("/earlierReceipts/0/id")).isEqualTo(offered.at("/receipt/id"));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> api.as(SATO)
                        .get(path(offered) + "/decision")
                        .at("/outcome")
                        .isEmpty());
    }

    @Test
    void offersOfACountryApartExpireAndTheirSeatsAreFreeForAll() {
        Account student = student("Somebody", "KZ");
        api.callIsPublished(CallFixtures.publishedNow(call + "-one", 1), 1);
        Answer decided = api.decided(student, call + "-one");
        Answer application = api.start(student, call + "-one");
        Instant soon = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
        assertThat(api.publish(application, decided.eTag(), "{\"answerBy\":\"" + soon + "\"}")
                        .status())
                .isEqualTo(200);

        Awaitility.await()
                .atMost(SWEPT)
                .until(() -> api.as(student).get(path(application)).at("/state").equals("expired"));
        events.await(message -> application.at("/id").equals(message.key())
                && EventProbe.header(message, "ce_type").equals("org.yol.application.offer-expired.v1"));
        Answer other = api.submitted(student("Somebody else", "KG"), call + "-one");
        Awaitility.await().atMost(SOON).until(() -> {
            Answer known = api.as(SATO).get(path(other) + "/decision");
            return api.decide(other, known.eTag(), "selected").status() == 200;
        });
    }

    /** Whoever has become a citizen of another country meanwhile has applications in both databases. */
    @Test
    void ofTwoPlacesInTwoDatabasesThatExcludeEachOtherOneIsKept() throws Exception {
        String exclusive = call + "-exclusive";
        api.callIsPublished(
                CallFixtures.excluding(
                        CallFixtures.publishedNow(exclusive, 2), "another-programme", new Exclusion(true, null)),
                1);
        Account before = student("Somebody", "KZ");
        Account after = Account.student(before.id(), "Somebody", "KG");
        Answer first = api.offered(before, call);
        Answer second = api.offered(after, exclusive);
        assertThat(first.at("/id")).startsWith("kz-");
        assertThat(second.at("/id")).startsWith("kg-");

        assertThat(accept(after, first, "[]").at("/others/0/applicationId")).isEqualTo(second.at("/id"));
        List<Answer> answers = AtOnce.of(
                16,
                number -> number % 2 == 0
                        ? accept(before, first, "[\"" + second.at("/id") + "\"]")
                        : accept(after, second, "[\"" + first.at("/id") + "\"]"));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
        assertThat(Stream.of(first, second)
                        .map(each -> api.as(after).get(path(each)).at("/state")))
                .containsExactlyInAnyOrder("accepted", "declined");
    }

    private Answer accept(Account student, Answer offered, String givesUp) {
        return api.as(student)
                .post(
                        path(offered) + "/offer/answer",
                        offered.eTag(),
                        "{\"answer\": \"accepted\", \"givesUp\": " + givesUp + "}");
    }

    @Test
    void listsAreOneInEveryOrderAndPageByPage() {
        String asel = reviewed("Asel", "KZ", 4);
        String bakyt = reviewed("Bakyt", "KG", 9);
        String chinara = reviewed("Chinara", "KG", 2);
        String daniyar = reviewed("Daniyar", "KZ", 7);
        String erkin = api.submitted(student("Erkin", "KZ"), call).at("/id");
        String farida = api.submitted(student("Farida", "KG"), call).at("/id");

        assertThat(pages(SATO, "")).containsExactly(farida, erkin, daniyar, chinara, bakyt, asel);
        assertThat(pages(AUDITOR, "&sort=newest")).containsExactly(farida, erkin, daniyar, chinara, bakyt, asel);
        assertThat(pages(AUDITOR, "&sort=oldest")).containsExactly(asel, bakyt, chinara, daniyar, erkin, farida);
        assertThat(pages(SATO, "&sort=name")).containsExactly(asel, bakyt, chinara, daniyar, erkin, farida);
        assertThat(pages(TANAKA, "&sort=name")).containsExactly(asel, bakyt, chinara, daniyar, erkin, farida);
        assertThat(pages(SATO, "&sort=score")).containsExactly(bakyt, daniyar, asel, chinara, farida, erkin);
        assertThat(pages(AUTHORITY_KZ, "&sort=name")).containsExactly(asel, daniyar, erkin);
        assertThat(pages(SATO, "&state=submitted&sort=name")).containsExactly(erkin, farida);
        assertThat(pages(SATO, "&state=under-review&sort=score")).containsExactly(bakyt, daniyar, asel, chinara);
        assertThat(pages(SATO, "&text=" + daniyar)).containsExactly(daniyar);

        for (String id : List.of(asel, chinara, erkin)) {
            assertThat(api.as(SATO)
                            .put("/api/applications/" + id + "/decision", "\"0\"", """
                            {"outcome": "reserve", "reason": "Second."}""")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(pages(SATO, "&decision=reserve")).containsExactly(erkin, chinara, asel);
    }

    private String reviewed(String name, String country, int score) {
        Answer submitted = api.submitted(student(name, country), call);
        assertThat(api.review(TANAKA, submitted, "\"0\"", score, score).status())
                .isEqualTo(200);
        return submitted.at("/id");
    }

    /** The ids of all pages of one row each. */
    private List<String> pages(Account reader, String query) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.as(reader).get("/api/applications?limit=1&callId=" + call + query + after);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.body().at("/items").size()).isLessThanOrEqualTo(1);
            page.body().at("/items").forEach(row -> ids.add(row.at("/id").asString()));
            after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
        } while (!after.isEmpty());
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx-%s", "%s", "kz_%s", "KZ-%s", "-%s"})
    void idOfNoKnownCountryIsNotFoundWithoutAskingTheStore(String form) {
        String id = form.formatted(UUID.randomUUID());
        String path = "/api/applications/" + id;
        Api student = api.as(AIGERIM);
        Api coordinator = api.as(SATO);
        String version = "\"1\"";

        List<Answer> answers = List.of(
                student.get(path),
                student.put(path, version, COMPLETE),
                student.post(path + "/submission", version, "{\"dossierVersion\": 1}"),
                student.post(path + "/withdrawal", version, "{}"),
                student.post(path + "/restart", version, "{}"),
                student.post(path + "/offer/answer", version, "{\"answer\":\"accepted\"}"),
                student.get(path + "/documents/passport"),
                student.sendForm(
                        HttpMethod.PUT,
                        path + "/documents/passport",
                        version,
                        ApplicationsApi.form("passport.pdf", ApplicationsApi.PDF)),
                student.send(HttpMethod.DELETE, path + "/documents/passport", version, null, null),
                api.as(TANAKA).put(path + "/reviews/place-tsukuba", "\"0\"", """
                        {"scores": {"academic": 5, "plan": 5}}"""),
                coordinator.get(path + "/decision"),
                coordinator.put(path + "/decision", "\"0\"", """
                        {"outcome": "reserve", "reason": "Second."}"""),
                coordinator.post(path + "/decision/publication", version, "{}"));

        assertThat(answers).extracting(Answer::status).containsOnly(404);
        assertThat(commands.naming(id)).isEmpty();
    }

    private static Account student(String name, String country) {
        return Account.student("student-" + UUID.randomUUID(), name, country);
    }

    /** What the store is asked. */
    static final class Commands implements CommandListener {

        private static final Set<String> KEPT = Set.of("find", "insert", "update", "findAndModify", "aggregate");
        private final Queue<String> asked = new ConcurrentLinkedQueue<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (KEPT.contains(event.getCommandName())) {
                asked.add(event.getCommand().toString());
            }
        }

        List<String> naming(String id) {
            return asked.stream().filter(command -> command.contains(id)).toList();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        @Bean
        Commands commands() {
            return new Commands();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer heard(Commands commands) {
            return settings -> settings.addCommandListener(commands);
        }
    }
}
