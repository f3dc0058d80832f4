package org.yol.applications.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.applications.award.Certificate.Status;
import org.yol.applications.submission.ReceiptProperties;
import org.yol.contracts.CertificateKind;
import org.yol.platform.digest.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is signed here is verified by an implementation of JOSE that shares no code with it. */
class CredentialTests {

    private static final ReceiptProperties PROPERTIES =
            new ReceiptProperties("src/test/resources/receipt-keys.json", URI.create("https://yol.example.org"));
    private static final AwardAddresses ADDRESSES = new AwardAddresses(PROPERTIES);
    private static final Instant SINCE = Instant.parse("2027-04-03T02:00:00Z");

    private final CredentialSigner signer = new CredentialSigner(PROPERTIES, ADDRESSES);

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void independentLibraryVerifiesItWithTheKeyThatItsHeaderNames(CertificateKind kind) throws Exception {
        JsonWebSignature read = read(signed(kind));
        JsonNode issuer = JsonMapper.shared().valueToTree(signer.controller());
        JsonNode method = issuer.at("/verificationMethod")
                .valueStream()
                .filter(each -> each.at("/id").asString().equals(read.getKeyIdHeaderValue()))
                .findFirst()
                .orElseThrow();
        read.setKey(
                JsonWebKey.Factory.newJwk(method.at("/publicKeyJwk").toString()).getKey());

        assertThat(read.verifySignature()).isTrue();
        assertThat(read.getHeader("typ")).isEqualTo("vc+jwt");
        assertThat(read.getAlgorithmHeaderValue()).isEqualTo("EdDSA");
        assertThat(issuer.at("/id").asString()).isEqualTo("https://yol.example.org/api/awards/issuer");
        assertThat(issuer.at("/assertionMethod").valueStream().map(JsonNode::asString))
                .contains(read.getKeyIdHeaderValue());
        assertThat(issuer.toString()).doesNotContain("\"d\":");
    }

    @Test
    void isAnOpenBadgeThatNamesNobody() throws Exception {
        String payload = read(signed(CertificateKind.COMPLETION)).getUnverifiedPayload();
        JsonNode says = JsonMapper.shared().readTree(payload);

        assertThat(payload).doesNotContain("Aigerim").doesNotContain("kz-application");
        assertThat(says.at("/@context/0").asString()).isEqualTo("https://www.w3.org/ns/credentials/v2");
        assertThat(says.at("/@context/1").asString())
                .isEqualTo("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        assertThat(says.at("/type/1").asString()).isEqualTo("OpenBadgeCredential");
        assertThat(says.at("/iss")).isEqualTo(says.at("/issuer/id"));
        assertThat(says.at("/jti")).isEqualTo(says.at("/id"));
        assertThat(Instant.ofEpochSecond(says.at("/nbf").asLong()))
                .isEqualTo(Instant.parse(says.at("/validFrom").asString()));
        assertThat(says.at("/credentialSubject/achievement/achievementType").asString())
                .isEqualTo("CertificateOfCompletion");
        assertThat(says.at("/credentialSubject/activityEndDate").asString()).isEqualTo("2029-03-31T00:00:00Z");
        assertThat(says.at("/credentialStatus/statusListCredential").asString())
                .isEqualTo("https://yol.example.org/api/awards/status/2");
        assertThat(says.at("/credentialStatus/statusListIndex").asString()).isEqualTo("94567");
    }

    /** Open Badges 3.0, B.1: what is required of each class. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@context",
                "/id",
                "/type",
                "/name",
                "/issuer/id",
                "/issuer/type",
                "/validFrom",
                "/credentialSubject/type",
                "/credentialSubject/achievement/id",
                "/credentialSubject/achievement/type",
                "/credentialSubject/achievement/name",
                "/credentialSubject/achievement/description",
                "/credentialSubject/achievement/criteria/narrative",
                "/credentialSubject/identifier/0/type",
                "/credentialSubject/identifier/0/hashed",
                "/credentialSubject/identifier/0/identityHash",
                "/credentialSubject/identifier/0/identityType",
                "/credentialStatus/id",
                "/credentialStatus/type",
                "/credentialStatus/statusPurpose"
            })
    void hasWhatTheStandardsRequire(String pointer) throws Exception {
        JsonNode says =
                JsonMapper.shared().readTree(read(signed(CertificateKind.AWARD)).getUnverifiedPayload());

        assertThat(says.at(pointer).isMissingNode()).isFalse();
        assertThat(says.at(pointer).toString()).isNotIn("\"\"", "[]");
    }

    @Test
    void whoeverIsShownTheNameCanCompareItHoweverItIsTyped() throws Exception {
        JsonNode holder = JsonMapper.shared()
                .readTree(read(signed(CertificateKind.AWARD)).getUnverifiedPayload())
                .at("/credentialSubject/identifier/0");

        assertThat(holder.at("/identityHash").asString())
                .isEqualTo("sha256$"
                        + Sha256.hex("Aigerim Bekova" + holder.at("/salt").asString()));
        assertThat(Credential.plain("  Aigerim \t Bekova ")).isEqualTo("Aigerim Bekova");
    }

    @Test
    void sameTwiceHasASaltOfItsOwn() {
        assertThat(signed(CertificateKind.AWARD)).isNotEqualTo(signed(CertificateKind.AWARD));
    }

    @Test
    void statusListIsACredentialOfTheSameIssuer() throws Exception {
        JsonWebSignature read =
                read(signer.sign(Credential.ofList(2, new StatusList().encoded(), SINCE, 300_000, ADDRESSES)));
        JsonNode says = JsonMapper.shared().readTree(read.getUnverifiedPayload());

        assertThat(says.at("/type/1").asString()).isEqualTo("BitstringStatusListCredential");
        assertThat(says.at("/issuer").asString()).isEqualTo("https://yol.example.org/api/awards/issuer");
        assertThat(says.at("/credentialSubject/type").asString()).isEqualTo("BitstringStatusList");
        assertThat(says.at("/credentialSubject/statusPurpose").asString()).isEqualTo("revocation");
        assertThat(says.at("/credentialSubject/ttl").asLong()).isEqualTo(300_000);
        assertThat(StatusListTests.bytes(
                        says.at("/credentialSubject/encodedList").asString()))
                .hasSize(16_384)
                .containsOnly(0);
    }

    private static JsonWebSignature read(String jwt) throws Exception {
        JsonWebSignature read = new JsonWebSignature();
        read.setCompactSerialization(jwt);
        return read;
    }

    private String signed(CertificateKind kind) {
        return signer.sign(Credential.of(certificate(kind), "Aigerim Bekova", ADDRESSES));
    }

    static Certificate certificate(CertificateKind kind) {
        return new Certificate(
                Certificate.id("kz-application-1", kind),
                0,
                "0f".repeat(16),
                "kz-application-1",
                kind,
                "mext-research-2027-kz",
                Map.of("en", "Research students 2027", "ja", "研究留学生 2027"),
                Map.of("en", "Embassy of Japan in Kazakhstan"),
                "University of Tsukuba",
                SINCE,
                kind == CertificateKind.COMPLETION ? LocalDate.of(2029, 3, 31) : null,
                new Status(2, 94_567, false),
                null,
                null,
                null);
    }
}
