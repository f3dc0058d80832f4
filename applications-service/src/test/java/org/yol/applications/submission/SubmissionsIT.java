package org.yol.applications.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.mongodb.client.MongoDatabase;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.applications.ApplicationsApi;
import org.yol.contracts.EventType;
import org.yol.contracts.Topics;
import org.yol.platform.digest.Sha256;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;
import org.yol.transparency.Hash;
import org.yol.transparency.TransparencyProof;
import org.yol.transparency.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class SubmissionsIT {

    @Autowired
    private ReceiptProperties properties;

    @Autowired
    private Submissions submissions;

    @Test
    void keepsTheTextThatTheDigestOfTheReceiptIsOf(@LocalServerPort int port) {
        try (EventProbe events = EventProbe.listeningTo()) {
            ApplicationsApi api = new ApplicationsApi(port, events);
            String call = "call-" + UUID.randomUUID();
            api.callIsOpen(call);

            Answer submitted = api.submitted(Account.AIGERIM, call);

            Submission kept =
                    submissions.find(submitted.at("/receipt/submission")).orElseThrow();
            assertThat(kept.applicationId()).isEqualTo(submitted.at("/id"));
            assertThat(Sha256.hex(kept.text())).isEqualTo(submitted.at("/receipt/sha256/submission"));
            assertThat(kept.text()).contains("\"passportName\":{\"family\":\"Bekova\",\"given\":\"Aigerim\"}");
        }
    }

    @Test
    void theReceiptIsSignedAndWhoeverHasItCanTakeItAlong(@LocalServerPort int port) throws Exception {
        try (EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS)) {
            ApplicationsApi api = new ApplicationsApi(port, events);
            String call = "call-" + UUID.randomUUID();
            api.callIsOpen(call);
            Answer submitted = api.submitted(Account.AIGERIM, call);
            String path = ApplicationsApi.path(submitted) + "/receipts/" + submitted.at("/receipt/id");

            Answer taken = api.as(Account.AIGERIM).get(path);
            Answer keys = Api.asAnybody(port).get("/api/receipts/keys");

            JsonWebSignature read = new JsonWebSignature();
            read.setCompactSerialization(taken.at("/jws"));
            read.setKey(new JsonWebKeySet(keys.text())
                    .findJsonWebKey(read.getKeyIdHeaderValue(), null, null, null)
                    .getKey());
            assertThat(read.verifySignature()).isTrue();
            assertThat(read.getPayload())
                    .contains(submitted.at("/receipt/id"), submitted.at("/receipt/sha256/submission"))
                    .doesNotContain("Aigerim", "Bekova", submitted.at("/id"));
            assertThat(taken.at("/jws")).isEqualTo(submitted.at("/receipt/jws"));
            assertThat(Api.asAnybody(port)
                            .send(
                                    HttpMethod.POST,
                                    "/api/receipts/verification",
                                    null,
                                    null,
                                    "{\"jws\": \"" + taken.at("/jws") + "\"}")
                            .at("/finding"))
                    .isEqualTo("genuine");
            byte[] page = api.as(Account.AIGERIM)
                    .get(path, "Accept", "application/pdf")
                    .text()
                    .getBytes(StandardCharsets.ISO_8859_1);
            try (PDDocument pdf = Loader.loadPDF(page)) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Receipt number", "Aigerim Bekova", submitted.at("/receipt/id"), "passport.pdf");
                assertThat(codeIn(pdf))
                        .isEqualTo(properties.publicUri().resolve("/verify").toString());
            }
            assertThat(new String(page, StandardCharsets.ISO_8859_1)).contains(taken.at("/jws"));
            String told = new String(
                    events.await(message -> message.key().equals(submitted.at("/id"))
                                    && EventProbe.header(message, "ce_type")
                                            .equals(EventType.APPLICATION_SUBMITTED.type()))
                            .value(),
                    StandardCharsets.UTF_8);
            String salt = taken.at("/says/log/salt");
            assertThat(told)
                    .contains(Sha256.hex("{\"receipt\":\"%s\",\"salt\":\"%s\",\"submission\":\"%s\"}"
                            .formatted(submitted.at("/receipt/id"), salt, submitted.at("/receipt/sha256/submission"))))
                    .doesNotContain(salt);
            provesItsEntry(api, path, JsonMapper.shared().readTree(read.getPayload()), port);
        }
    }

    /** All that is known of the entry is what the receipt says. */
    private static void provesItsEntry(ApplicationsApi api, String path, JsonNode receipt, int port) throws Exception {
        String opening = "{\"receipt\":\"%s\",\"salt\":\"%s\",\"submission\":\"%s\"}"
                .formatted(
                        receipt.at("/receipt").asString(),
                        receipt.at("/log/salt").asString(),
                        receipt.at("/sha256/submission").asString());
        String entry = "{\"at\":\"%s\",\"call\":\"%s\",\"digest\":\"%s\",\"kind\":\"submission\"}"
                .formatted(
                        receipt.at("/submittedAt").asString(),
                        receipt.at("/call/id").asString(),
                        Sha256.hex(opening));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !api.as(Account.AIGERIM).get(path).at("/log/proof").isEmpty());
        Answer logged = api.as(Account.AIGERIM).get(path);
        List<VerifierKey> keys = new ArrayList<>();
        Api.asAnybody(port)
                .get("/api/log/keys")
                .body()
                .at("/keys")
                .forEach(key -> keys.add(VerifierKey.parse(key.asString())));

        TransparencyProof proof = TransparencyProof.parse(logged.at("/log/proof"));

        assertThat(proof.verify(Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8)), keys)
                        .origin())
                .isEqualTo(receipt.at("/log/origin").asString());
        assertThat(logged.at("/log/index")).isEqualTo(Long.toString(proof.index()));
        String page =
                api.as(Account.AIGERIM).get(path, "Accept", "application/pdf").text();
        try (PDDocument pdf = Loader.loadPDF(page.getBytes(StandardCharsets.ISO_8859_1))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Entry " + proof.index() + " of ");
        }
        assertThat(page).contains("c2sp.org/tlog-proof@v1");
    }

    private static String codeIn(PDDocument pdf) throws Exception {
        BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
        int width = page.getWidth();
        int[] points = page.getRGB(0, 0, width, page.getHeight(), null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, page.getHeight(), points))))
                .getText();
    }

    @Test
    void theAddressForVerifyingIsACodeForCamerasToo(@LocalServerPort int port) {
        Answer code = Api.asAnybody(port).get("/api/receipts/verification/code");

        assertThat(code.status()).isEqualTo(200);
        assertThat(String.valueOf(code.headers().getContentType())).startsWith("image/svg+xml");
        assertThat(code.text()).startsWith("<svg ");
    }

    @Test
    void keptByAnOlderReleaseIsReadWithWhatItLacksAsNothing(@Autowired MongoDatabase database) {
        String id = "kz-" + UUID.randomUUID();
        database.getCollection("submissions").insertOne(new Document("_id", id).append("text", "{}"));

        assertThat(submissions.find(id)).contains(new Submission(id, null, "{}"));
    }
}
