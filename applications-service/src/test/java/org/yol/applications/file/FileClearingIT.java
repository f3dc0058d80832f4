package org.yol.applications.file;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.TestPdf;
import org.yol.applications.application.Student;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.ServiceTest;

/** What nothing names is cleared away after a day, and nothing else; and nobody keeps more than their share. */
@ServiceTest
@TestPropertySource(
        properties = {
            "yol.applications.files.sweep=100ms",
            "yol.applications.files.number-each=6",
            "yol.applications.files.at-once=2"
        })
class FileClearingIT extends AtAnOpenCall {

    private static final TestClamd SCANNER = new TestClamd();

    private static final Duration A_DAY = Duration.ofHours(24).plusMinutes(1);

    private final Account student = Account.student("clearing-" + UUID.randomUUID(), "Clearing", "KZ");
    private final String owner = "kz-" + student.id();

    @Autowired
    private MongoDatabase database;

    @Autowired
    private MovedClock clock;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        properties.add("yol.applications.files.clamd", SCANNER::address);
    }

    @AfterEach
    void scannerIsThere() {
        SCANNER.comeBack();
    }

    @Test
    void fileWithAVirusIsRefusedAndNothingOfItStays() {
        Answer refused = upload(api.start(student, call), TestClamd.PHRASE);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/file");
        assertThat(refused.at("/errors/0/detail")).contains("Test.Phrase");
        assertThat(contents() + uploads() + files()).isZero();
        assertThat(scanOf(upload(api.start(student, call), "clean"))).isEqualTo("clean");
    }

    @Test
    void whileTheScannerIsAwayFilesAreTakenAndScannedLater() {
        SCANNER.leave();
        Answer clean = upload(api.start(student, call), "clean");
        assertThat(scanOf(clean)).isEqualTo("not-scanned");
        assertThat(shownOf(clean)).isEqualTo("not-scanned");
        Answer infected = upload(clean, TestClamd.PHRASE);
        assertThat(download(infected).status()).isEqualTo(200);

        SCANNER.comeBack();
        Awaitility.await().until(() -> {
            // Each try that fails is followed by a longer pause.
            clock.pass(Duration.ofMinutes(5));
            return download(infected).status() == 409;
        });

        assertThat(download(infected).at("/type")).isEqualTo("urn:yol:problem:infected-file");
        assertThat(shownOf(infected)).isEqualTo("infected");
        assertThat(upload(infected, "clean").status()).isEqualTo(200);
        Awaitility.await().until(() -> scanOf(clean).equals("clean"));
        assertThat(shownOf(clean)).isEqualTo("clean");
        assertThat(download(clean).headers().getFirst("Content-Security-Policy"))
                .as("it runs nothing, and only our pages show it within them")
                .contains("sandbox", "frame-ancestors 'self'");
        Account stranger = Account.student("stranger-" + UUID.randomUUID(), "Stranger", "KZ");
        assertThat(api.as(stranger).get(path(clean) + "/documents").status()).isEqualTo(404);
    }

    /** Without opening the file. */
    private String shownOf(Answer application) {
        return api.as(student).get(path(application) + "/documents").at("/0/scan");
    }

    private String scanOf(Answer application) {
        return download(application).headers().getFirst("Yol-Virus-Scan");
    }

    @Test
    void replacedAndRemovedFilesAreGoneAfterADay() {
        Answer first = upload(api.start(student, call), "first");
        Answer second = upload(first, "second");
        Answer removed = remove(second);
        assertThat(removed.status()).isEqualTo(200);
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> files() == 2);

        clock.pass(A_DAY);

        Awaitility.await().until(() -> files() == 0 && contents() == 0);
        assertThat(uploads()).isZero();
    }

    @Test
    void draftsAndSubmissionsKeepTheirFilesHoweverLong() {
        Answer draft = upload(api.start(student, call), "draft");
        clock.pass(A_DAY);
        Awaitility.await().until(() -> looks() == 0);
        assertThat(download(draft).status()).isEqualTo(200);

        Answer submitted = submit(draft);
        Answer withdrawn = withdraw(submitted);
        clock.pass(A_DAY);
        assertThat(download(withdrawn).status()).isEqualTo(200);
        Answer restarted = api.as(student).post(path(withdrawn) + "/restart", withdrawn.eTag(), "{}");
        Answer replaced = upload(restarted, "replaced");
        clock.pass(A_DAY);
        Awaitility.await().until(() -> looks() == 0);

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(files()).as("what was handed in, and what is in the draft").isEqualTo(2);
    }

    @Test
    void fileNamedAgainStays() {
        Answer removed = remove(upload(api.start(student, call), "again"));
        clock.pass(Duration.ofHours(20));
        Answer again = upload(removed, "again");

        clock.pass(Duration.ofHours(20));
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> files() == 1);
        clock.pass(A_DAY);

        Awaitility.await().until(() -> looks() == 0);
        assertThat(download(again).text()).contains("again");
    }

    @Test
    void filesOfAWithdrawnDraftAreGoneAfterADayButNotWhenItIsADraftAgain() {
        Answer withdrawn = withdraw(upload(api.start(student, call), "withdrawn"));
        Answer restarted = api.as(student).post(path(withdrawn) + "/restart", withdrawn.eTag(), "{}");
        clock.pass(A_DAY);
        Awaitility.await().until(() -> looks() == 0);
        assertThat(download(restarted).status()).isEqualTo(200);

        Answer again = withdraw(restarted);
        clock.pass(A_DAY);
        Awaitility.await()
                .until(() ->
                        api.as(student).get(path(again)).body().at("/documents").isEmpty());
        clock.pass(Duration.ofMinutes(6));

        Awaitility.await().until(() -> files() == 0 && contents() == 0);
    }

    @Test
    void whatACrashLeavesOfAnUploadIsCleared(@Autowired Files store) throws IOException {
        Student dying = new Student(student.id(), student.name(), "KZ");
        Upload upload = Upload.of(owner, new ObjectId());
        // Before anybody looks whether the file below is named, which may clear it away too.
        Duration soon = Duration.ofHours(23);
        Instant due = clock.instant().plus(soon);
        // Between the content and the file; and in the middle of the content, of which only pieces are there.
        store.stores().of(owner).write(upload, owner, new ByteArrayInputStream(pdf("crashed")), due);
        Upload half = Upload.of(owner, new ObjectId());
        store.stores().of(owner).write(half, owner, new ByteArrayInputStream(pdf("half")), due);
        database.getCollection("contents.files").deleteOne(eq("_id", half.content()));
        // And after the file: its bytes stay.
        StoredFile kept = store.keep(dying, "passport", new ByteArrayInputStream(pdf("kept")));
        database.getCollection("uploads")
                .insertOne(new Document("_id", owner + "/" + kept.content())
                        .append("content", kept.content())
                        .append(
                                "due",
                                new Document("clearing", new Document("due", Date.from(due)).append("attempts", 0))));
        assertThat(uploads()).isEqualTo(3);

        clock.pass(soon);

        Awaitility.await().until(() -> uploads() == 0);
        assertThat(pieces(upload.content()) + pieces(half.content())).isZero();
        assertThat(pieces(kept.content())).as("as long as its file").isEqualTo(1);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void bytesThatComeAgainWhileTheirFileIsClearedAwayStay() throws Exception {
        Answer draft = api.start(student, call);
        for (int round = 0; round < 5; round++) {
            Answer removed = remove(upload(draft, "raced"));
            clock.pass(A_DAY);
            draft = upload(removed, "raced");
            assertThat(draft.status()).isEqualTo(200);
            assertThat(download(draft).text()).contains("raced");
        }
        Awaitility.await().until(() -> contents() == 1);
    }

    @Test
    void nobodyKeepsMoreThanTheirShare() {
        Answer draft = api.start(student, call);
        for (int i = 0; i < 6; i++) {
            draft = upload(draft, "share-" + i);
            assertThat(draft.status()).isEqualTo(200);
        }

        Answer refused = upload(draft, "one-more");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:too-many-files");
        assertThat(refused.at("/detail")).contains("6 files");
        clock.pass(A_DAY);
        Awaitility.await().until(() -> files() == 1);
        assertThat(upload(draft, "one-more").status()).isEqualTo(200);
    }

    @Test
    void uploadsOfOneStudentAtOnceAreBounded() {
        Answer draft = api.start(student, call);
        List<UploadLine> slow = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            slow.add(UploadLine.begin(port, student, draft, "slow.pdf", 100_000).send(pdf("slow")));
        }
        Awaitility.await().until(() -> upload(draft, "third").status() == 429);

        assertThat(upload(draft, "third").headers().getFirst("Retry-After")).isEqualTo("5");
        slow.forEach(UploadLine::close);
        Awaitility.await().until(() -> upload(draft, "third").status() == 200);
    }

    @Test
    void uploadThatTakesTooLongIsRefusedAndLeavesNothing() {
        Answer draft = api.start(student, call);
        try (UploadLine line = UploadLine.begin(port, student, draft, "slow.pdf", 100_000)) {
            line.send(pdf("slow")).send(new byte[70_000]);
            Awaitility.await().until(() -> uploads() == 1);
            clock.pass(Duration.ofMinutes(4));
            line.send(new byte[1_000]);

            assertThat(line.status()).startsWith("HTTP/1.1 408");
        }
        assertThat(contents() + uploads()).isZero();
    }

    private Answer upload(Answer application, String text) {
        return api.upload(student, application, "passport", "passport.pdf", pdf(text));
    }

    private Answer remove(Answer application) {
        return api.as(student)
                .send(HttpMethod.DELETE, path(application) + "/documents/passport", application.eTag(), null, null);
    }

    private Answer submit(Answer draft) {
        api.dossier(student);
        Answer saved = api.as(student).put(path(draft), draft.eTag(), ApplicationsApi.COMPLETE);
        return api.as(student).post(path(draft) + "/submission", saved.eTag(), api.withDossier(student));
    }

    private Answer withdraw(Answer application) {
        Answer withdrawn = api.as(student).post(path(application) + "/withdrawal", application.eTag(), "{}");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        return withdrawn;
    }

    private Answer download(Answer application) {
        return api.as(student).get(path(application) + "/documents/passport");
    }

    private static byte[] pdf(String text) {
        return TestPdf.of(text);
    }

    private long files() {
        return database.getCollection("files").countDocuments(eq("owner", owner));
    }

    private long looks() {
        return database.getCollection("files").find(eq("owner", owner)).into(new ArrayList<>()).stream()
                .filter(file -> file.get("due", Document.class).containsKey("look"))
                .count();
    }

    private long contents() {
        return database.getCollection("contents.files").countDocuments(eq("filename", owner));
    }

    private long pieces(ObjectId content) {
        return database.getCollection("contents.chunks").countDocuments(eq("files_id", content));
    }

    private long uploads() {
        return database.getCollection("uploads").countDocuments(regex("_id", "^" + owner + "/"));
    }

    /** The clock of the world, moved on by tests. */
    static final class MovedClock extends Clock {

        private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

        void pass(Duration time) {
            passed.updateAndGet(before -> before.plus(time));
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(passed.get()).truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a clock of instants");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Moved {

        @Bean
        MovedClock clock() {
            return new MovedClock();
        }
    }
}
