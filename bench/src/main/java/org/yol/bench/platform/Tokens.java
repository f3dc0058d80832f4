package org.yol.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs access tokens with the key of the local identity provider: thousands of students need no account each, nor the
 * slow hash of a password each.
 */
final class Tokens {

    private static final int SECONDS = 3 * 60 * 60;

    private final String issuer;
    private final String keyId;
    private final PrivateKey key;

    private Tokens(String issuer, String keyId, PrivateKey key) {
        this.issuer = issuer;
        this.keyId = keyId;
        this.key = key;
    }

    static Tokens of(Installation installation) {
        Path file = installation.signingKey();
        try {
            JsonNode jwk = JsonMapper.shared().readTree(Files.readString(file));
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            number(jwk, "n"),
                            number(jwk, "e"),
                            number(jwk, "d"),
                            number(jwk, "p"),
                            number(jwk, "q"),
                            number(jwk, "dp"),
                            number(jwk, "dq"),
                            number(jwk, "qi")));
            return new Tokens(installation.issuer(), jwk.get("kid").asString(), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no key that this JDK can use", e);
        }
    }

    /** @param claims about the person, {@code sub} among them */
    String sign(Map<String, Object> claims) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> all = new HashMap<>(claims);
        all.put("jti", UUID.randomUUID().toString());
        all.put("iss", issuer);
        all.put("aud", "yol-gateway");
        all.put("iat", now);
        all.put("nbf", now);
        all.put("exp", now + SECONDS);
        String signed = part(Map.of("alg", "RS256", "kid", keyId)) + "." + part(all);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.get(name).asString()));
    }

    private static String part(Map<String, Object> json) {
        return base64(JsonMapper.shared().writeValueAsBytes(json));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
