package org.yol.gateway.signin;

import java.time.Duration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The identity provider, discovered when first needed: the gateway starts without it, and the first sign-in after it
 * came up works.
 */
@Component
class IdentityProvider implements ReactiveClientRegistrationRepository {

    static final String REGISTRATION = "yol";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Mono<ClientRegistration> discovered;

    IdentityProvider(GatewayProperties properties) {
        this.discovered = Mono.fromCallable(() -> discover(properties))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(TIMEOUT)
                .onErrorMap(e -> ProblemException.of(Problem.SIGN_IN_UNAVAILABLE, e))
                // What was found is kept; a failure is not, so that the next request tries again.
                .cache(
                        registration -> Duration.ofMillis(Long.MAX_VALUE),
                        failure -> Duration.ZERO,
                        () -> Duration.ZERO);
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return REGISTRATION.equals(id) ? discovered : Mono.empty();
    }

    private static ClientRegistration discover(GatewayProperties properties) {
        var registration = ClientRegistrations.fromIssuerLocation(properties.issuer())
                .registrationId(REGISTRATION)
                .clientId(properties.client().id())
                .clientSecret(properties.client().secret())
                .scope("openid", "profile", "email")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        if (properties.client().secret().isEmpty()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return registration.build();
    }
}
