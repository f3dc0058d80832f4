package org.yol.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.yol.gateway.GatewayProperties;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The bearer tokens of API clients. A signature that was found right is not reckoned again at every request: that costs
 * as much as a good part of the rest.
 */
@Component
class BearerTokens implements ReactiveJwtDecoder {

    /** Also how long a key that its issuer has withdrawn is believed in tokens that were seen before. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Of letters in the tokens; with their claims they take up about four times as many bytes. */
    private static final long LETTERS = 4_000_000;

    private final Cache<String, Jwt> known = Caffeine.newBuilder()
            .maximumWeight(LETTERS)
            .weigher((String token, Jwt jwt) -> token.length())
            .expireAfter(Expiry.creating((String token, Jwt jwt) -> lifetime(jwt)))
            .build();
    private final IdentityProvider provider;
    private final Mono<NimbusJwtDecoder> decoder;

    BearerTokens(IdentityProvider provider, GatewayProperties properties) {
        this.provider = provider;
        this.decoder = Mono.defer(this::keys)
                .map(keys -> decoder(keys, properties.issuer()))
                // What was made is kept; that the provider was away is not.
                .cache(_ -> Duration.ofMillis(Long.MAX_VALUE), _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Whether the token was found right before, and has not expired. */
    boolean isKnown(String token) {
        return known.getIfPresent(token) != null;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        var jwt = known.getIfPresent(token);
        return jwt != null ? Mono.just(jwt) : decoder.flatMap(by -> decoded(by, token));
    }

    private Mono<Jwt> decoded(NimbusJwtDecoder decoder, String token) {
        return Mono.fromCallable(() -> decoder.decode(token))
                // It may fetch the keys, and waits for them.
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(jwt -> known.put(token, jwt));
    }

    private Mono<SigningKeys> keys() {
        return provider.findByRegistrationId(IdentityProvider.REGISTRATION)
                .map(registration ->
                        new SigningKeys(registration.getProviderDetails().getJwkSetUri()));
    }

    private static NimbusJwtDecoder decoder(SigningKeys keys, String issuer) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        // Any that works with a public key; a key says itself which one it is for.
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, keys));
        // Type and times are what the validators below look at.
        processor.setJWSTypeVerifier((type, context) -> {});
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
        return decoder;
    }

    private static Duration lifetime(Jwt jwt) {
        if (jwt.getExpiresAt() == null) {
            return LONGEST;
        }
        var left = Duration.between(Instant.now(), jwt.getExpiresAt());
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
