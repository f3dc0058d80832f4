package org.yol.applications.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.applications.commitment.Commitment;
import org.yol.applications.commitment.LogOrigin;
import org.yol.applications.submission.ReceiptSigner.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is signed here is verified by an implementation of JOSE that shares no code with it. */
class ReceiptSignerTests {

    private static final Path KEYS = Path.of("src/test/resources/receipt-keys.json");
    private static final Instant AT = Instant.parse("2026-11-04T11:30:00.250Z");
    private static final Map<String, String> TITLE = Map.of("en", "Research students 2027");
    private static final Receipt RECEIPT = new Receipt(
            "1A2B-3C4D-5E6F",
            AT,
            "kz-c1",
            new TreeMap<>(Map.of("submission", "c1".repeat(32), "document:passport", "ab".repeat(32))),
            null,
            null);

    @Test
    void anIndependentLibraryVerifiesWhatIsSignedWithThePublishedKeys() throws Exception {
        ReceiptSigner signer = signer(KEYS);

        JsonWebSignature read = new JsonWebSignature();
        read.setCompactSerialization(jws(signer));
        JsonWebKeySet published = new JsonWebKeySet(signer.publishedKeys());
        read.setKey(published
                .findJsonWebKey(read.getKeyIdHeaderValue(), null, "sig", null)
                .getKey());

        assertThat(read.verifySignature()).isTrue();
        assertThat(read.getAlgorithmHeaderValue()).isEqualTo("EdDSA");
        assertThat(read.getPayload())
                .isEqualTo(new JsonCanonicalizer(read.getPayload()).getEncodedString())
                .contains("\"submittedAt\":\"2026-11-04T11:30:00.250Z\"", "ab".repeat(32), "Research students 2027");
        assertThat(published.getJsonWebKeys()).hasSize(2);
    }

    @Test
    void whoeverHoldsTheReceiptReckonsItsEntryInThePublicLogAgain() throws Exception {
        Receipt given = signer(KEYS).signed(RECEIPT, "mext-2027", TITLE);

        JsonNode says = JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(given.jws().split("\\.")[1]));
        String opening = "{\"receipt\":\"%s\",\"salt\":\"%s\",\"submission\":\"%s\"}"
                .formatted(
                        says.at("/receipt").asString(),
                        says.at("/log/salt").asString(),
                        says.at("/sha256/submission").asString());
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(opening.getBytes(StandardCharsets.UTF_8)));
        assertThat(says.at("/log/origin").asString()).isEqualTo("yol.example/api/log");
        assertThat(says.at("/log/salt").asString()).matches("[0-9a-f]{32}");
        assertThat(given.commitment()).isEqualTo(digest);
    }

    @Test
    void noTwoReceiptsHaveTheSameEntryThoughTheySayTheSame() {
        ReceiptSigner signer = signer(KEYS);
        Set<String> entries = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            entries.add(signer.signed(RECEIPT, "mext-2027", TITLE).commitment());
        }

        assertThat(entries).hasSize(100).doesNotContainNull();
    }

    @Test
    void whoKnowsAllButTheSaltDoesNotFindTheEntry() {
        Receipt given = signer(KEYS).signed(RECEIPT, "mext-2027", TITLE);
        Map<String, String> known = Map.of("receipt", given.id(), "submission", "c1".repeat(32));

        assertThat(given.commitment())
                .isNotIn(
                        CanonicalJson.sha256(known),
                        Commitment.toSubmission(given.id(), "0".repeat(32), "c1".repeat(32)),
                        Commitment.toSubmission(given.id(), Commitment.salt(), "c1".repeat(32)),
                        "c1".repeat(32));
        assertThat(given.withoutSignature().commitment()).isNull();
    }

    @Test
    void theLogHoldsNothingOfWhatIsSignedAfterwards() {
        Receipt signed = signer(KEYS).signedAfterwards(RECEIPT, "mext-2027", TITLE);

        assertThat(signed.says().has("log")).isFalse();
        assertThat(signed.commitment()).isNull();
    }

    @Test
    void publishesNoPrivatePart() throws IOException {
        String privatePart = Files.readString(KEYS).replaceAll("(?s).*\"d\": \"([^\"]+)\".*", "$1");

        assertThat(privatePart).hasSize(43);
        assertThat(signer(KEYS).publishedKeys()).doesNotContain(privatePart, "\"d\"");
    }

    @Test
    void whatAnEarlierKeySignedIsGenuineAsLongAsThatIsPublished(@TempDir Path folder) throws IOException {
        String rotated = Files.readString(KEYS).replaceFirst("(?s)\\{\\s*\"kty\"", """
                        {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                          "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"},
                        {"kty\"""");
        Path newer = Files.writeString(folder.resolve("keys.json"), rotated);
        String before = jws(signer(KEYS));

        assertThat(signer(newer).verify(before).finding()).isEqualTo(Finding.GENUINE);
        assertThat(signer(KEYS).verify(jws(signer(newer))).finding()).isEqualTo(Finding.FOREIGN);
    }

    @Test
    void anAlteredReceiptIsFoundOut() {
        ReceiptSigner signer = signer(KEYS);
        String[] parts = jws(signer).split("\\.");
        String says = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String altered = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(says.replace("2026-11-04", "2026-11-03").getBytes(StandardCharsets.UTF_8));

        assertThat(signer.verify(parts[0] + "." + altered + "." + parts[2]).finding())
                .isEqualTo(Finding.ALTERED);
        assertThat(signer.verify(" " + String.join(".", parts) + "\n").finding())
                .isEqualTo(Finding.GENUINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1A2B-3C4D-5E6F", "a.b", "a.b.c", "e30.e30.e30", "....", "é.ü.ö", "bnVsbA.bnVsbA.AA"})
    void whatIsNoReceiptIsUnreadable(String text) {
        assertThat(signer(KEYS).verify(text).finding()).isEqualTo(Finding.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"10, UNREADABLE", "1, ALTERED"})
    void aReceiptThatIsCutIsFoundOut(int missing, Finding finding) {
        String jws = jws(signer(KEYS));
        String cut =
                missing == 1 ? jws.substring(0, jws.length() - 43) : jws.substring(0, jws.lastIndexOf('.') - missing);

        assertThat(signer(KEYS).verify(cut).finding()).isEqualTo(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"keys\": []}",
                "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}",
                "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\", \"d\": \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}",
                "{\"keys\": [{\"kty\": \"oct\", \"k\": \"AAAA\"}]}"
            })
    void startsWithNoKeysThatDoNotSign(String file, @TempDir Path folder) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), file);

        assertThatIllegalStateException()
                .isThrownBy(() -> signer(keys))
                .withMessageContaining("RECEIPT_KEYS")
                .withMessageNotContaining("AAAA");
    }

    private static String jws(ReceiptSigner signer) {
        return signer.signed(RECEIPT, "mext-2027", TITLE).jws();
    }

    private static ReceiptSigner signer(Path keys) {
        return new ReceiptSigner(
                new ReceiptProperties(keys.toString(), URI.create("https://yol.example")),
                new LogOrigin("", URI.create("https://yol.example")),
                Clock.fixed(AT, ZoneOffset.UTC));
    }
}
