package org.yol.gateway.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A small OpenID Connect provider over HTTP, where everybody who comes is {@code aigerim}. */
public class Issuer {

    public static final String SECRET = "a-secret-for-tests";

    /** It keeps nobody out: one of twice the length takes eight times as long, to make it and to sign with it. */
    private static final int KEY_BITS = 1024;

    private static final RSAKey KEY = newKey();
    private static final JsonMapper JSON = new JsonMapper();

    private final Backend server;
    private final Map<String, Map<String, String>> requests = new ConcurrentHashMap<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicInteger keysAskedFor = new AtomicInteger();
    private volatile Duration lifetime = Duration.ofMinutes(15);
    private volatile boolean refreshing = true;
    private volatile boolean keysMissing;

    private Issuer(Backend server) {
        this.server = server;
    }

    public static Issuer start(int port) {
        var server = Backend.start("issuer", port);
        var issuer = new Issuer(server);
        server.on("/.well-known/openid-configuration", exchange -> json(exchange, 200, issuer.metadata()))
                .on("/jwks", exchange -> {
                    issuer.keysAskedFor.incrementAndGet();
                    if (issuer.keysMissing) {
                        Backend.answer(exchange, 200, "application/json", "");
                    } else {
                        json(exchange, 200, new JWKSet(KEY).toJSONObject());
                    }
                })
                .on("/authorize", issuer::authorize)
                .on("/token", issuer::token);
        return issuer;
    }

    public String uri() {
        return server.uri().toString();
    }

    public void stop() {
        server.stop();
    }

    /** Access tokens given out from now on live that long. */
    public void issueFor(Duration duration) {
        lifetime = duration;
    }

    public void allowRefresh(boolean allowed) {
        refreshing = allowed;
    }

    /** Whether its list of keys is answered without a single character, as by a proxy on a bad day. */
    public void missKeys(boolean missing) {
        keysMissing = missing;
    }

    public int keysAskedFor() {
        return keysAskedFor.get();
    }

    public int refreshes() {
        return refreshes.get();
    }

    public String accessToken(String account) {
        return sign(account, Map.of("roles", List.of("student"), "country", "KZ"));
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", uri(),
                "authorization_endpoint", uri() + "/authorize",
                "token_endpoint", uri() + "/token",
                "jwks_uri", uri() + "/jwks",
                "end_session_endpoint", uri() + "/end-session",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        requests.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + asked.get("state").replace("=", "%3D"));
        Backend.answer(exchange, 302, "text/plain", "");
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var isRefresh = "refresh_token".equals(asked.get("grant_type"));
        if (isRefresh) {
            refreshes.incrementAndGet();
        }
        var request = isRefresh ? Map.<String, String>of() : requests.remove(asked.get("code"));
        if (!isClient(exchange) || (isRefresh && !refreshing) || !isRefresh && !proves(asked, request)) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        var tokens = new LinkedHashMap<String, Object>();
        tokens.put("access_token", accessToken("aigerim"));
        tokens.put("token_type", "Bearer");
        tokens.put("expires_in", lifetime.toSeconds());
        tokens.put("refresh_token", UUID.randomUUID().toString());
        if (!isRefresh) {
            tokens.put("id_token", sign("aigerim", Map.of("aud", "yol-gateway", "nonce", request.get("nonce"))));
        }
        json(exchange, 200, tokens);
    }

    private static boolean isClient(HttpExchange exchange) {
        var expected = "yol-gateway:" + SECRET;
        return ("Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean proves(Map<String, String> asked, Map<String, String> request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(asked.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
            return "S256".equals(request.get("code_challenge_method"))
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .equals(request.get("code_challenge"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(String account, Map<String, Object> more) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(account)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))))
                .jwtID(UUID.randomUUID().toString())
                .claim("name", "Aigerim")
                .claim("email", account + "@example.org")
                .claim("locale", "ru");
        more.forEach(claims::claim);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(KEY.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS, true).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        var query = UriComponentsBuilder.newInstance()
                .query(encoded.replace("+", "%20"))
                .build();
        var parameters = new LinkedHashMap<String, String>();
        query.getQueryParams()
                .toSingleValueMap()
                .forEach(
                        (key, value) -> parameters.put(key, java.net.URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return parameters;
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        Backend.answer(exchange, status, "application/json", JSON.writeValueAsString(body));
    }
}
