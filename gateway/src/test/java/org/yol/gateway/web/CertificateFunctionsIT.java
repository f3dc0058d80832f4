package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.PlaywrightException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.yol.gateway.support.BrowserFunctions;
import org.yol.gateway.support.GatewayTest;

/** What the page for verifying certificates reckons, from certificates and lists that are signed here. */
@GatewayTest
class CertificateFunctionsIT extends BrowserFunctions {

    private static final String CHECK = "awards/credential-check.js";
    private static final String ISSUER = "https://yol.example/api/awards/issuer";
    private static final String LIST = "https://yol.example/api/awards/status/1";
    private static final String SALT = "0f0f0f0f";
    private static final int INDEX = 94_567;
    private static final KeyPair KEY = key();
    private static final KeyPair OTHER = key();

    @Test
    void isValidUntilItsBitIsSet() {
        assertThat(finding(certificate(ISSUER, KEY), list(INDEX + 1, KEY))).isEqualTo("valid");
        assertThat(finding(certificate(ISSUER, KEY), list(INDEX, KEY))).isEqualTo("revoked");
    }

    @Test
    void whatIsChangedOrCutIsFound() {
        String[] parts = certificate(ISSUER, KEY).split("\\.");
        String says = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

        String other = encoded(says.replace("Research students", "Research professors"));

        assertThat(finding(parts[0] + "." + other + "." + parts[2], list(0, KEY)))
                .isEqualTo("altered");
        assertThat(finding(parts[0] + "." + parts[1] + ".AAAA", list(0, KEY))).isEqualTo("altered");
        assertThat(finding(parts[0] + "." + parts[1], list(0, KEY))).isEqualTo("unreadable");
    }

    @Test
    void whatSomebodyElseHasSignedIsNotOurs() {
        assertThat(finding(signed("{\"id\":\"x\"}", ISSUER + "#other", OTHER), list(0, KEY)))
                .isEqualTo("foreign");
        assertThat(finding(certificate("https://elsewhere.example/issuer", KEY), list(0, KEY)))
                .isEqualTo("foreign");
        // With our key's name on it, and another signature.
        assertThat(finding(certificate(ISSUER, OTHER), list(0, KEY))).isEqualTo("altered");
    }

    @Test
    void isNotCalledValidWithoutAListThatIsSigned() {
        String certificate = certificate(ISSUER, KEY);

        assertThatExceptionOfType(PlaywrightException.class)
                .isThrownBy(() -> finding(certificate, list(0, OTHER)))
                .withMessageContaining("no status list");
        assertThatExceptionOfType(PlaywrightException.class)
                .isThrownBy(() -> finding(certificate, certificate))
                .withMessageContaining("no status list");
    }

    @Test
    void nameIsComparedWithItsDigest() {
        String says = "{credentialSubject: {identifier: [{salt: '%s', identityHash: '%s'}]}}"
                .formatted(SALT, hash("Aigerim Bekova" + SALT));

        assertThat(scripts.evaluate(CHECK, "m.isHolder(" + says + ", '  Aigerim  Bekova ')"))
                .isEqualTo(true);
        assertThat(scripts.evaluate(CHECK, "m.isHolder(" + says + ", 'Aigerim Bekov')"))
                .isEqualTo(false);
    }

    @Test
    void isToldFromAReceipt() {
        assertThat(scripts.evaluate(CHECK, "m.isCredential('" + certificate(ISSUER, KEY) + "')"))
                .isEqualTo(true);
        assertThat(scripts.evaluate(CHECK, "m.isCredential('" + encoded("{\"typ\":\"yol-receipt\"}") + ".e30.AA')"))
                .isEqualTo(false);
        assertThat(scripts.evaluate(CHECK, "m.isCredential('rubbish')")).isEqualTo(false);
    }

    private static Object finding(String certificate, String list) {
        String x = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(KEY.getPublic().getEncoded(), 12, 44));
        String issuer =
                "{id: '%s', verificationMethod: [{id: '%s#1', publicKeyJwk: {kty: 'OKP', crv: 'Ed25519', x: '%s'}}]}"
                        .formatted(ISSUER, ISSUER, x);
        return scripts.evaluate(
                CHECK,
                "m.checkedCredential('%s', %s, async () => '%s').then(({finding}) => finding)"
                        .formatted(certificate, issuer, list));
    }

    private static String certificate(String issuer, KeyPair key) {
        return signed("""
                {"id": "https://yol.example/api/awards/1", "issuer": {"id": "%s"}, "iss": "%s",
                 "name": "Awarded: Research students 2027",
                 "credentialStatus": {"statusListCredential": "%s", "statusListIndex": "%d"}}""".formatted(issuer, issuer, LIST, INDEX), ISSUER + "#1", key);
    }

    private static String list(int revoked, KeyPair key) {
        byte[] bits = new byte[131_072 / 8];
        bits[revoked / 8] |= (byte) (0x80 >> revoked % 8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bits);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return signed(
                "{\"id\": \"%s\", \"issuer\": \"%s\", \"credentialSubject\": {\"encodedList\": \"u%s\"}}"
                        .formatted(
                                LIST,
                                ISSUER,
                                Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray())),
                ISSUER + "#1",
                key);
    }

    private static String signed(String says, String keyId, KeyPair key) {
        String text = encoded("{\"alg\":\"EdDSA\",\"kid\":\"" + keyId + "\",\"typ\":\"vc+jwt\"}") + "." + encoded(says);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) {
        try {
            return "sha256$"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
