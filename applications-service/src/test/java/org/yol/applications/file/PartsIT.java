package org.yol.applications.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.TestPdf;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.inspection.TestPicture;
import org.yol.platform.digest.Sha256;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.RealParts;

/** A file that comes in parts, over lines that break, beside an application that is saved. */
class PartsIT extends AtAnOpenCall {

    private static final int MEGABYTE = 1024 * 1024;

    private final Account student = Account.student("parts-" + UUID.randomUUID(), "Parts", "KZ");
    private final String owner = "kz-" + student.id();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Answer draft;

    @BeforeEach
    void begin() {
        api.callIsPublished(CallFixtures.asking(call + "-photo", "passport", "photo"), 1);
        draft = api.start(student, call + "-photo");
    }

    @Test
    void fileGoesOnWhereItStoppedAndTheDraftIsSavedInBetween() throws Exception {
        byte[] file = TestPdf.of(2 * MEGABYTE + 7);
        assertThat(received(file)).isZero();
        assertThat(send(file, 0, MEGABYTE)).isEqualTo(MEGABYTE);
        Answer saved = api.as(student).put(path(draft), draft.eTag(), ApplicationsApi.COMPLETE);
        assertThat(saved.status()).as("an upload moves no version").isEqualTo(200);

        assertThat(received(file)).isEqualTo(MEGABYTE);
        assertThat(send(file, 0, MEGABYTE)).as("the same again").isEqualTo(MEGABYTE);
        assertThat(send(file, 2 * MEGABYTE, 7)).as("too far ahead").isEqualTo(MEGABYTE);
        assertThat(whole(file, "passport").status())
                .as("not all of it is there")
                .isEqualTo(404);
        assertThat(send(file, MEGABYTE, MEGABYTE)).isEqualTo(2 * MEGABYTE);
        assertThat(send(file, 2 * MEGABYTE, 7)).isEqualTo(file.length);

        assertThat(whole(file, "passport").status()).isEqualTo(200);
        Answer whole = whole(file, "passport");
        assertThat(whole.at("/sha256")).as("said again").isEqualTo(Sha256.hex(file));
        assertThat(attach(draft, "passport", whole, "паспорт.hta").status())
                .as("against the version before the save")
                .isEqualTo(412);
        Answer attached = attach(saved, "passport", whole, "паспорт.hta");
        assertThat(attached.status()).as(attached.text()).isEqualTo(200);
        assertThat(attached.at("/documents/0/name")).isEqualTo("паспорт.pdf");
        assertThat(attached.at("/answers/motivation")).isEqualTo("Water.");
        assertThat(api.as(student)
                        .get(path(draft) + "/documents/passport")
                        .text()
                        .getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(file);
        assertThat(counted("arrivals", "owner") + counted("uploads", "_id"))
                .as("what it was made of is gone")
                .isZero();
        assertThat(counted("contents.files", "filename")).isOne();
    }

    @Test
    void whatIsNotTakenIsRefusedByTheFirstPart() throws Exception {
        byte[] text = "hello %PDF-1.4".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        assertThat(put("passport", text, 0, 1_000).body()).contains("\"/file\"");
        assertThat(put("photo", TestPdf.of(5_000), 0, 1_000).body()).contains("Only a picture");
        assertThat(put("selfie", TestPdf.of(5_000), 0, 1_000).body()).contains("\"/kind\"");
        assertThat(put("passport", new byte[11 * MEGABYTE], 0, 1_000).statusCode())
                .isEqualTo(413);

        assertThat(counted("arrivals", "owner") + counted("uploads", "_id")).isZero();
    }

    @Test
    void halfAPictureIsRefusedWhenItIsThereAndCanBeSentAnew() throws Exception {
        byte[] picture = TestPicture.of("image/jpeg");
        byte[] half = Arrays.copyOf(picture, picture.length / 2);
        put("photo", half, 0, half.length);

        assertThat(whole(half, "photo").at("/errors/0/pointer")).isEqualTo("/file");

        assertThat(received(half)).isZero();
        byte[] placed = TestPicture.placed("image/jpeg", 6);
        put("photo", placed, 0, placed.length);
        Answer whole = whole(placed, "photo");
        assertThat(whole.at("/locationRemoved")).isEqualTo("true");
        Answer attached = attach(draft, "photo", whole, "me.jpg");
        assertThat(attached.at("/documents/0/sha256")).isNotEqualTo(Sha256.hex(placed));
        assertThat(attach(attached, "passport", whole, "me.jpg").status()).isEqualTo(200);
    }

    @Test
    void bytesThatAreOthersThanTheirDigestSaysAreRefused() throws Exception {
        byte[] stated = TestPdf.of("stated");
        HttpResponse<String> sent = put("passport", Sha256.hex(stated), TestPdf.of("others"), 0, stated.length);
        assertThat(sent.statusCode()).isEqualTo(200);

        assertThat(whole(stated, "passport").status()).isEqualTo(422);
    }

    @Test
    void nobodyAttachesWhatIsAnothers() throws Exception {
        byte[] file = TestPdf.of("mine");
        put("passport", file, 0, file.length);
        Answer whole = whole(file, "passport");
        Account other = Account.student("other-" + UUID.randomUUID(), "Other", "KZ");
        Answer theirs = api.start(other, call + "-photo");

        assertThat(api.as(other)
                        .put(path(theirs) + "/documents/passport", theirs.eTag(), body(whole, "mine.pdf"))
                        .status())
                .isEqualTo(404);
        assertThat(api.as(other)
                        .get(path(theirs) + "/documents/passport/parts/" + Sha256.hex(file))
                        .at("/received"))
                .isEqualTo("0");
    }

    private long received(byte[] file) {
        return Long.parseLong(
                api.as(student).get(parts("passport", Sha256.hex(file))).at("/received"));
    }

    private long send(byte[] file, int from, int length) throws Exception {
        String answer = put("passport", file, from, length).body();
        return Long.parseLong(answer.replaceAll("\\D", ""));
    }

    private HttpResponse<String> put(String kind, byte[] file, int from, int length) throws Exception {
        return put(kind, Sha256.hex(file), file, from, length);
    }

    private HttpResponse<String> put(String kind, String sha256, byte[] file, int from, int length)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + parts(kind, sha256) + "?size=" + file.length + "&from=" + from))
                .header("Authorization", "Bearer " + RealParts.issuer().token(student))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(file, from, Math.min(length, file.length - from)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private Answer whole(byte[] file, String kind) {
        return api.as(student).put(parts(kind, Sha256.hex(file)) + "/whole", null, "{}");
    }

    private Answer attach(Answer application, String kind, Answer whole, String name) {
        return api.as(student).put(path(draft) + "/documents/" + kind, application.eTag(), body(whole, name));
    }

    private static String body(Answer whole, String name) {
        return "{\"sha256\":\"%s\",\"name\":\"%s\"}".formatted(whole.at("/sha256"), name);
    }

    private String parts(String kind, String sha256) {
        return path(draft) + "/documents/" + kind + "/parts/" + sha256;
    }

    private long counted(String collection, String field) {
        return database.getCollection(collection).countDocuments(Filters.regex(field, "^" + owner));
    }
}
