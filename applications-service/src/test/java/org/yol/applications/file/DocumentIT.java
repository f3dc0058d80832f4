package org.yol.applications.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUTHORITY_KZ;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.SUZUKI;
import static org.yol.platform.test.Account.TANAKA;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.TestPdf;
import org.yol.applications.application.Student;
import org.yol.platform.digest.Sha256;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;

class DocumentIT extends AtAnOpenCall {

    @Test
    void fileKeptByAnOlderReleaseIsFoundWithWhatItLacksAsNothing(
            @Autowired Files files, @Autowired MongoDatabase database) {
        String sha256 = Sha256.hex(call);
        String id = "kz-aigerim/" + sha256;
        database.getCollection("files").insertOne(new Document("_id", id).append("type", "image/png"));

        assertThat(files.find(new Student("aigerim", "Aigerim Bekova", "KZ"), sha256))
                .contains(new StoredFile(id, null, null, null, "image/png", 0, false, false, null, null));
    }

    @Test
    void onlyWhoMaySeeTheApplicationMayReadItsFiles() {
        Answer submitted = api.submitted(AIGERIM, call);
        String file = path(submitted) + "/documents/passport";

        for (Account reader : new Account[] {AIGERIM, TANAKA, SATO, AUTHORITY_KZ, Account.AUDITOR}) {
            assertThat(api.as(reader).get(file).status()).as(reader.id()).isEqualTo(200);
        }
        for (Account stranger : new Account[] {NURLAN, SUZUKI, Account.KARIMOV}) {
            assertThat(api.as(stranger).get(file).status()).as(stranger.id()).isEqualTo(404);
        }
    }

    @Test
    void servesAFileAsWhatItIsAndLetsItRunNothing() {
        Answer complete = api.complete(AIGERIM, call);

        HttpHeaders headers =
                api.as(AIGERIM).get(path(complete) + "/documents/passport").headers();

        assertThat(headers.getContentType()).hasToString("application/pdf");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void fileWhoseBytesAreGoneIsNotFoundUnlessTheReaderHasIt(@Autowired MongoDatabase database) {
        Account student = Account.student("bytes-gone", "Bytes Gone", "KZ");
        Answer complete = api.complete(student, call);
        String file = path(complete) + "/documents/passport";
        Answer whole = api.as(student).get(file);
        assertThat(whole.text()).isEqualTo(new String(ApplicationsApi.PDF, StandardCharsets.US_ASCII));
        Document content = database.getCollection("contents.files")
                .find(Filters.eq("filename", "kz-bytes-gone"))
                .first();
        database.getCollection("contents.chunks").deleteMany(Filters.eq("files_id", content.getObjectId("_id")));

        Answer gone = api.as(student).get(file);

        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.at("/type")).isEqualTo("urn:yol:problem:not-found");
        Answer had = api.as(student).get(file, "If-None-Match", whole.eTag());
        assertThat(had.status()).isEqualTo(304);
    }

    @Test
    void aProgramByItsNameIsServedAsThePdfThatItIs() {
        Answer draft = api.start(AIGERIM, call);

        Answer kept = api.upload(AIGERIM, draft, "passport", "passport.pdf.exe", ApplicationsApi.PDF);

        assertThat(kept.at("/documents/0/name")).isEqualTo("passport.pdf");
        assertThat(api.as(AIGERIM)
                        .get(path(draft) + "/documents/passport")
                        .headers()
                        .getFirst("Content-Disposition"))
                .contains("passport.pdf\"");
    }

    @Test
    void readsTheTypeFromTheBytesNotFromTheName() {
        Answer draft = api.start(AIGERIM, call);
        byte[] page = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        Answer refused = api.upload(AIGERIM, draft, "passport", "passport.pdf", page);

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:unsupported-file-type");
        assertThat(refused.at("/detail")).contains("text/html");
    }

    @Test
    void takesTenMegabytesAndNotMore() {
        Answer draft = api.start(AIGERIM, call);

        Answer largest = api.upload(AIGERIM, draft, "passport", "large.pdf", TestPdf.of(10 * 1024 * 1024));
        assertThat(largest.status()).as(largest.text()).isEqualTo(200);
        Answer tooLarge = api.upload(AIGERIM, largest, "passport", "larger.pdf", TestPdf.of(10 * 1024 * 1024 + 1));

        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.at("/type")).isEqualTo("urn:yol:problem:file-too-large");
    }

    /** The second is more than any form may have, and refused before it is read. */
    @ParameterizedTest
    @ValueSource(ints = {11, 30})
    void fileThatIsTooLargeIsRefusedWithAnAnswerNotAClosedDoor(int megabytes) {
        Answer refused = api.upload(
                AIGERIM, api.start(AIGERIM, call), "passport", "passport.pdf", TestPdf.of(megabytes * 1_048_576));

        assertThat(refused.status()).as(refused.text()).isEqualTo(413);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:file-too-large");
    }

    @Test
    void refusesAnEmptyFileAndAKindNobodyAskedFor() {
        Answer draft = api.start(AIGERIM, call);

        Answer empty = api.upload(AIGERIM, draft, "passport", "empty.pdf", new byte[0]);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.at("/errors/0/pointer")).isEqualTo("/file");
        assertThat(empty.at("/errors/0/detail")).contains("empty");
        assertThat(api.upload(AIGERIM, draft, "selfie", "selfie.pdf", ApplicationsApi.PDF)
                        .at("/errors/0/pointer"))
                .isEqualTo("/kind");
    }

    @Test
    void keepsNothingOfWhatIsRefused(@Autowired MongoDatabase database) {
        Account student = Account.student("comes-late", "Comes Late", "KZ");
        Answer submitted = api.submitted(student, call);

        assertThat(api.upload(student, submitted, "passport", "late.pdf", TestPdf.of(1_001))
                        .status())
                .isEqualTo(409);

        assertThat(database.getCollection("contents.files").countDocuments(Filters.eq("filename", "kz-comes-late")))
                .isOne();
        assertThat(uploads(database, "kz-comes-late")).isEmpty();
    }

    @Test
    void keepsTheSameBytesOnceForEachStudent(@Autowired MongoDatabase database) {
        Account once = Account.student("keeps-once", "Once", "KZ");
        Account other = Account.student("keeps-other", "Other", "KG");
        byte[] bytes = TestPdf.of(300_000);
        Answer draft = api.start(once, call);
        Answer uploaded = api.upload(once, draft, "passport", "passport.pdf", bytes);
        api.upload(once, uploaded, "passport", "again.pdf", bytes);
        api.upload(other, api.start(other, call), "passport", "passport.pdf", bytes);

        String sha256 = Sha256.hex(bytes);
        assertThat(database.getCollection("files")
                        .find(Filters.eq("sha256", sha256))
                        .map(file -> file.get("_id")))
                .containsExactlyInAnyOrder("kz-keeps-once/" + sha256, "kg-keeps-other/" + sha256);
        assertThat(database.getCollection("contents.files")
                        .countDocuments(Filters.in("filename", "kz-keeps-once", "kg-keeps-other")))
                .isEqualTo(2);
        assertThat(api.as(once).get(path(draft) + "/documents/passport").text().length())
                .isEqualTo(bytes.length);
    }

    @Test
    void keepsANameFromAnotherAlphabetAndNoPath() {
        Answer draft = api.start(AIGERIM, call);

        Answer uploaded = api.upload(AIGERIM, draft, "passport", "../../паспорт.pdf", ApplicationsApi.PDF);

        assertThat(uploaded.at("/documents/0/name")).isEqualTo("паспорт.pdf");
    }

    @Test
    void takesALongNameOfLettersThatTakeManyBytes() {
        Answer draft = api.start(AIGERIM, call);
        String name = "成績証明書".repeat(45) + ".pdf";

        Answer uploaded = api.upload(AIGERIM, draft, "passport", name, ApplicationsApi.PDF);

        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(200);
        assertThat(uploaded.at("/documents/0/name")).hasSize(200).endsWith("成績証明書.pdf");
    }

    @Test
    void refusesANameThatNoFileCanHave(@LocalServerPort int port) {
        Answer draft = api.start(AIGERIM, call);
        try (UploadLine line = UploadLine.begin(port, AIGERIM, draft, "pass\0port.pdf", ApplicationsApi.PDF.length)) {
            line.send(ApplicationsApi.PDF);

            assertThat(line.finish()).startsWith("HTTP/1.1 422").contains("\"/file\"");
        }
    }

    @Test
    void refusesAFormWithoutAFile() {
        Answer draft = api.start(AIGERIM, call);
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", "only a text");
        form.add("other", "and another");

        Answer refused =
                api.as(AIGERIM).sendForm(HttpMethod.PUT, path(draft) + "/documents/passport", draft.eTag(), form);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:invalid-request");
    }

    @Test
    void refusesWithoutWaitingForTheBytes(@LocalServerPort int port) {
        Answer submitted = api.submitted(AIGERIM, call);
        try (UploadLine line = UploadLine.begin(port, AIGERIM, submitted, "passport.pdf", 5_000_000)) {
            assertThat(line.status()).startsWith("HTTP/1.1 409");
        }
        Answer stale = api.start(NURLAN, call);
        api.upload(NURLAN, stale, "passport", "passport.pdf", ApplicationsApi.PDF);
        try (UploadLine line = UploadLine.begin(port, NURLAN, stale, "passport.pdf", 5_000_000)) {
            assertThat(line.status()).startsWith("HTTP/1.1 412");
        }
        Answer fresh = api.start(NURLAN, call);
        try (UploadLine line = UploadLine.begin(port, NURLAN, fresh, "passport.pdf", 1_000_000_000)) {
            assertThat(line.status()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void uploadThatBreaksOffLeavesNothing(@LocalServerPort int port, @Autowired MongoDatabase database) {
        Account student = Account.student("breaks-off", "Breaks Off", "KZ");
        Answer draft = api.start(student, call);
        Object content;
        try (UploadLine line = UploadLine.begin(port, student, draft, "passport.pdf", 2_000_000)) {
            line.send(TestPdf.of(1_000_000));
            content = Awaitility.await()
                    .until(() -> uploads(database, "kz-breaks-off"), uploads -> uploads.size() == 1)
                    .getFirst()
                    .get("content");
            Awaitility.await().until(() -> pieces(database, content) >= 3);
        }

        Awaitility.await()
                .until(() -> pieces(database, content) == 0
                        && uploads(database, "kz-breaks-off").isEmpty());
        assertThat(api.start(student, call).body().at("/documents").isEmpty()).isTrue();
    }

    @Test
    void removesAFileFromADraft() {
        Answer complete = api.complete(AIGERIM, call);

        Answer removed = api.as(AIGERIM)
                .send(HttpMethod.DELETE, path(complete) + "/documents/passport", complete.eTag(), null, null);

        assertThat(removed.body().at("/documents").size()).isZero();
    }

    private static List<Document> uploads(MongoDatabase database, String owner) {
        return database.getCollection("uploads")
                .find(Filters.regex("_id", "^" + owner + "/"))
                .into(new ArrayList<>());
    }

    private static long pieces(MongoDatabase database, Object content) {
        return database.getCollection("contents.chunks").countDocuments(Filters.eq("files_id", content));
    }
}
