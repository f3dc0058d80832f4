package org.yol.applications.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.TestPdf;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.inspection.InspectionTests;
import org.yol.applications.inspection.TestPicture;
import org.yol.applications.person.PersonKeys;
import org.yol.platform.digest.Sha256;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;

/** Files are opened before they are named, and lie in the store as nobody can read them without their person's key. */
class FileChecksIT extends AtAnOpenCall {

    private final Account student = Account.student("checks-" + UUID.randomUUID(), "Checks", "KZ");
    private final String owner = "kz-" + student.id();

    @Autowired
    private MongoDatabase database;

    private Answer draft;

    @BeforeEach
    void begin() {
        api.callIsPublished(CallFixtures.asking(call + "-photo", "passport", "photo"), 1);
        draft = api.start(student, call + "-photo");
    }

    @Test
    void callSaysWhatEachOfItsDocumentsMayBe() {
        assertThat(draft.body().at("/documentTypes/photo").toString()).isEqualTo("[\"image/jpeg\",\"image/png\"]");
        assertThat(draft.body().at("/documentTypes/passport").size()).isEqualTo(3);
    }

    @Test
    void whatNobodyCouldReadIsRefusedAtOnceAndNothingOfItStays() throws Exception {
        byte[] picture = TestPicture.of("image/jpeg");
        refused(
                "passport",
                "hello %PDF-1.4 and more".getBytes(StandardCharsets.US_ASCII),
                "PDF, JPEG or PNG once more");
        refused("passport", "x\n%PDF-1.4\n<script language=VBScript>".getBytes(StandardCharsets.US_ASCII), "once more");
        refused("passport", InspectionTests.locked("secret"), "password");
        refused("passport", Arrays.copyOf(TestPdf.of(10_000), 9_000), "cut off");
        refused("photo", Arrays.copyOf(picture, picture.length / 2), "cut off");
        refused("passport", new byte[0], "empty");

        assertThat(names("contents.files", "filename")).isEmpty();
        assertThat(names("uploads", "_id")).isEmpty();
    }

    @Test
    void photoIsAPictureByItsStatedTypeAndByItsContent(@LocalServerPort int port) throws Exception {
        refused("photo", TestPdf.of(""), "Only a picture");
        assertThat(api.upload(student, draft, "photo", "me.jpg", TestPicture.of("image/png"))
                        .at("/documents/0/name"))
                .isEqualTo("me.png");
        try (UploadLine line = UploadLine.begin(port, student, draft, "photo", "passport.pdf", 5_000_000)) {
            assertThat(line.status()).as("no byte has come").startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void longNameAndQuotationMarksAreTakenAsBrowsersSendThem(@LocalServerPort int port) {
        Answer named = api.upload(student, draft, "passport", "Ә".repeat(220) + ".pdf", ApplicationsApi.PDF);
        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(named.at("/documents/0/name")).hasSize(200).endsWith("Ә.pdf");

        try (UploadLine line =
                UploadLine.begin(port, student, named, "passport", "a%22b%22.pdf", ApplicationsApi.PDF.length)) {
            assertThat(line.send(ApplicationsApi.PDF).finish()).contains("a\\\"b\\\".pdf");
        }
    }

    @Test
    void placeIsTakenOutOfAPhotoAndTheStudentIsTold() throws Exception {
        byte[] placed = TestPicture.placed("image/jpeg", 1);

        Answer uploaded = api.upload(student, draft, "photo", "me.jpg", placed);

        byte[] kept = TestPicture.of("image/jpeg");
        assertThat(uploaded.at("/documents/0/locationRemoved")).isEqualTo("true");
        assertThat(uploaded.at("/documents/0/sha256")).isEqualTo(Sha256.hex(kept));
        assertThat(uploaded.at("/documents/0/size")).isEqualTo(Integer.toString(kept.length));
        assertThat(names("contents.files", "filename")).hasSize(1);
        assertThat(names("uploads", "_id")).isEmpty();
        Answer without = api.upload(student, uploaded, "passport", "me.jpg", TestPicture.of("image/png"));
        assertThat(without.body().at("/documents/1/locationRemoved").isNull()
                        || without.body().at("/documents/1/locationRemoved").isMissingNode())
                .isTrue();
    }

    @Test
    void storeHoldsNothingThatCanBeReadAndTheReaderGetsAllOfIt() {
        String secret = "N1234567-passport-of-Aigerim";
        byte[] pdf = TestPdf.of(secret.repeat(20_000));

        Answer uploaded = api.upload(student, draft, "passport", "passport.pdf", pdf);

        List<Document> pieces = pieces();
        assertThat(pieces).hasSizeGreaterThan(2);
        pieces.forEach(piece -> assertThat(
                        new String(piece.get("data", Binary.class).getData(), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret, "%PDF", "endobj"));
        Answer read = api.as(student).get(path(uploaded) + "/documents/passport");
        assertThat(read.text().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(pdf);
        assertThat(read.headers().getContentLength()).isEqualTo(pdf.length);
        assertThat(read.eTag()).isEqualTo("\"" + Sha256.hex(pdf) + "\"");
    }

    @Test
    void contentOfOneFileDoesNotOpenAsAnother() {
        Answer first = api.upload(student, draft, "passport", "passport.pdf", TestPdf.of("first"));
        List<Document> mine = pieces();
        Account other = Account.student("other-" + UUID.randomUUID(), "Other", "KZ");
        Answer theirs =
                api.upload(other, api.start(other, call + "-photo"), "passport", "passport.pdf", TestPdf.of("other"));
        Document content = database.getCollection("contents.files")
                .find(Filters.eq("filename", "kz-" + other.id()))
                .first();
        database.getCollection("contents.chunks")
                .updateOne(
                        Filters.eq("files_id", content.getObjectId("_id")),
                        new Document(
                                "$set", new Document("data", mine.getFirst().get("data"))));

        assertThat(api.as(student).get(path(first) + "/documents/passport").text())
                .contains("first");
        assertThat(fails(() -> api.as(other).get(path(theirs) + "/documents/passport")))
                .isTrue();
    }

    @Test
    void filesOfAPersonWhoseKeyIsGoneAreGone(@Autowired PersonKeys keys) {
        Answer uploaded = api.upload(student, draft, "passport", "passport.pdf", TestPdf.of("gone"));
        assertThat(names("keys", "_id")).containsExactly(owner);

        keys.destroy(owner);

        assertThat(pieces()).isNotEmpty();
        assertThat(api.as(student).get(path(uploaded) + "/documents/passport").status())
                .isEqualTo(404);
        assertThat(names("keys", "_id")).isEmpty();
    }

    @Test
    void fileKeptInTheClearByAnOlderReleaseIsRead() {
        Answer uploaded = api.upload(student, draft, "passport", "passport.pdf", ApplicationsApi.PDF);
        database.getCollection("files")
                .updateOne(
                        Filters.eq("owner", owner),
                        new Document("$unset", new Document("locked", 1).append("locationRemoved", 1)));
        database.getCollection("contents.chunks")
                .updateOne(
                        Filters.eq("files_id", content().getObjectId("_id")),
                        new Document("$set", new Document("data", new Binary(ApplicationsApi.PDF))));

        assertThat(api.as(student).get(path(uploaded) + "/documents/passport").text())
                .isEqualTo(new String(ApplicationsApi.PDF, StandardCharsets.US_ASCII));
    }

    private void refused(String kind, byte[] file, String because) {
        Answer refused = api.upload(student, draft, kind, kind.equals("photo") ? "me.jpg" : "passport.pdf", file);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/file");
        assertThat(refused.at("/errors/0/detail")).contains(because);
    }

    private static boolean fails(java.util.function.Supplier<Answer> reading) {
        try {
            return reading.get().status() >= 500;
        } catch (RuntimeException brokenOff) {
            return true;
        }
    }

    private Document content() {
        return database.getCollection("contents.files")
                .find(Filters.eq("filename", owner))
                .first();
    }

    private List<Document> pieces() {
        return database.getCollection("contents.chunks")
                .find(Filters.eq("files_id", content().getObjectId("_id")))
                .into(new ArrayList<>());
    }

    private List<String> names(String collection, String field) {
        return database.getCollection(collection)
                .find(Filters.regex(field, "^" + owner))
                .map(found -> found.getString(field))
                .into(new ArrayList<>());
    }
}
