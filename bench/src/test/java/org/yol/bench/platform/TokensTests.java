package org.yol.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensTests {

    @Test
    void whatItSignsIsAcceptedByTheKeyOfTheIdentityProvider(@TempDir Path home) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        keep(home, (RSAPrivateCrtKey) keys.getPrivate());

        String token = Tokens.of(Installation.own(home, Map.of("YOL_IDENTITY_PORT", "1")))
                .sign(Map.of("sub", "aigerim"));

        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(json(parts[0]).get("kid").asString()).isEqualTo("the-key");
        JsonNode claims = json(parts[1]);
        assertThat(claims.get("sub").asString()).isEqualTo("aigerim");
        assertThat(claims.get("iss").asString()).isEqualTo("http://localhost:1");
        assertThat(claims.get("exp").asLong()).isGreaterThan(claims.get("iat").asLong());
    }

    private static void keep(Path home, RSAPrivateCrtKey key) throws Exception {
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kid", "the-key");
        jwk.put("n", base64(key.getModulus()));
        jwk.put("e", base64(key.getPublicExponent()));
        jwk.put("d", base64(key.getPrivateExponent()));
        jwk.put("p", base64(key.getPrimeP()));
        jwk.put("q", base64(key.getPrimeQ()));
        jwk.put("dp", base64(key.getPrimeExponentP()));
        jwk.put("dq", base64(key.getPrimeExponentQ()));
        jwk.put("qi", base64(key.getCrtCoefficient()));
        Files.createDirectories(home.resolve("identity"));
        Files.writeString(
                home.resolve("identity").resolve("signing-key.json"),
                JsonMapper.shared().writeValueAsString(jwk));
    }

    private static JsonNode json(String part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String base64(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }
}
