package org.yol.gateway.signin;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What has to be known until a begun sign-in comes back, in a cookie that only this process can read (JWE): a flood of
 * sign-ins that nobody finishes takes up no memory here. A gateway that starts anew does not know them: they begin
 * again.
 */
@Component
class BegunSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "YOL-SIGN-IN";

    private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(15);
    private static final String RETURN_TO = "return_to";
    private static final String RETURN_TO_ATTRIBUTE = BegunSignIns.class.getName() + ".returnTo";

    private final IdentityProvider provider;
    private final SecretKey key = newKey();
    private final Clock clock = Clock.systemUTC();

    BegunSignIns(IdentityProvider provider) {
        this.provider = provider;
    }

    /** The page to return to, after the sign-in that this request finishes. */
    static LocalPath returnTo(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(RETURN_TO_ATTRIBUTE, LocalPath.HOME);
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> exchange.getResponse()
                .addCookie(cookie(
                        exchange,
                        sealed(
                                request,
                                LocalPath.of(
                                        exchange.getRequest().getQueryParams().getFirst(SignInController.TO))),
                        TIME_TO_SIGN_IN)));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        var state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return Mono.justOrEmpty(opened(exchange))
                .filter(claims -> claims.getClaim(OAuth2ParameterNames.STATE).equals(state))
                .flatMap(claims -> provider.findByRegistrationId(IdentityProvider.REGISTRATION)
                        .map(registration -> begun(claims, registration)));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(request -> {
            exchange.getAttributes().put(RETURN_TO_ATTRIBUTE, LocalPath.of(request.<String>getAttribute(RETURN_TO)));
            exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO));
        });
    }

    private String sealed(OAuth2AuthorizationRequest request, LocalPath returnTo) {
        var claims = new JWTClaimsSet.Builder()
                .claim(OAuth2ParameterNames.STATE, request.getState())
                .claim(OAuth2ParameterNames.REDIRECT_URI, request.getRedirectUri())
                .claim(OidcParameterNames.NONCE, request.getAttribute(OidcParameterNames.NONCE))
                .claim(PkceParameterNames.CODE_VERIFIER, request.getAttribute(PkceParameterNames.CODE_VERIFIER))
                .claim(RETURN_TO, returnTo.value())
                .expirationTime(Date.from(clock.instant().plus(TIME_TO_SIGN_IN)))
                .build();
        try {
            var token = new EncryptedJWT(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims);
            token.encrypt(new DirectEncrypter(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK can encrypt with AES", e);
        }
    }

    /** What this process has sealed not too long ago; anything else is nothing. */
    private Optional<JWTClaimsSet> opened(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            var token = EncryptedJWT.parse(cookie.getValue());
            token.decrypt(new DirectDecrypter(key));
            var claims = token.getJWTClaimsSet();
            Instant expires = claims.getExpirationTime().toInstant();
            return Optional.of(claims).filter(_ -> expires.isAfter(clock.instant()));
        } catch (ParseException | JOSEException | RuntimeException _) {
            // Anybody may send anything, and the parser is not made for that.
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest begun(JWTClaimsSet claims, ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .scopes(registration.getScopes())
                .state(text(claims, OAuth2ParameterNames.STATE))
                .redirectUri(text(claims, OAuth2ParameterNames.REDIRECT_URI))
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        IdentityProvider.REGISTRATION,
                        OidcParameterNames.NONCE,
                        text(claims, OidcParameterNames.NONCE),
                        PkceParameterNames.CODE_VERIFIER,
                        text(claims, PkceParameterNames.CODE_VERIFIER),
                        RETURN_TO,
                        text(claims, RETURN_TO)))
                .build();
    }

    private static String text(JWTClaimsSet claims, String name) {
        return (String) claims.getClaim(name);
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                // The provider's redirect back is a link from another site.
                .sameSite("Lax")
                .build();
    }

    private static SecretKey newKey() {
        try {
            var generator = KeyGenerator.getInstance("AES");
            generator.init(EncryptionMethod.A256GCM.cekBitLength());
            return generator.generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has AES", e);
        }
    }
}
