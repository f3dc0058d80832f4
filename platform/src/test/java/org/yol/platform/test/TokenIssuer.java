package org.yol.platform.test;

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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The part of an OpenID provider that a resource server talks to: discovery and keys, over real HTTP. */
public final class TokenIssuer {

    /** It keeps nobody out: one of twice the length takes eight times as long, to make it and to sign with it. */
    private static final int KEY_BITS = 1024;

    private final RSAKey key;
    private final HttpServer server;
    private final Map<Account, String> tokens = new ConcurrentHashMap<>();

    private TokenIssuer(RSAKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static TokenIssuer start() {
        try {
            RSAKey key = new RSAKeyGenerator(KEY_BITS, true).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TokenIssuer issuer = new TokenIssuer(key, server);
            issuer.answer(
                    "/.well-known/openid-configuration",
                    "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\",\"subject_types_supported\":[\"public\"]}"
                            .formatted(issuer.uri()));
            issuer.answer("/keys", new JWKSet(key.toPublicJWK()).toString());
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The issuer's identifier and address. */
    public String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * A token for an account as the identity provider would issue it: the same for all of its requests, as browsers
     * send them. Signing one each time took a quarter of the processors' time.
     */
    public String token(Account account) {
        return tokens.computeIfAbsent(
                account, whose -> token(whose, Instant.now().plusSeconds(3600)));
    }

    /** A token that ends then. */
    public String token(Account account, Instant expires) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(account.id())
                .issueTime(new Date())
                .expirationTime(Date.from(expires))
                .claim("name", account.name())
                .claim("email", account.id() + "@example.org")
                .claim("locale", account.locale())
                .claim("roles", account.roles());
        Map<String, String> more = account.more();
        more.forEach(claims::claim);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }
}
