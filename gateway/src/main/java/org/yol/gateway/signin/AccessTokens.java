package org.yol.gateway.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;

/** The access tokens of people with a session, refreshed when they expire. */
@Component
public class AccessTokens {

    private final ReactiveOAuth2AuthorizedClientManager manager;
    private final Map<String, Mono<OAuth2AuthorizedClient>> inFlight = new ConcurrentHashMap<>();

    AccessTokens(ReactiveOAuth2AuthorizedClientManager manager) {
        this.manager = manager;
    }

    /**
     * A token that is valid now. Ends the session and fails with {@link Problem#UNAUTHENTICATED} when the provider
     * gives no new one; keeps the session and fails otherwise when the provider does not answer.
     */
    public Mono<String> current(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session -> authorized(person, exchange, session)
                        .map(client -> client.getAccessToken().getTokenValue())
                        .onErrorResume(ProblemException.class, e -> endOf(session, e)));
    }

    private Mono<OAuth2AuthorizedClient> authorized(
            OAuth2AuthenticationToken person, ServerWebExchange exchange, WebSession session) {
        var request = OAuth2AuthorizeRequest.withClientRegistrationId(IdentityProvider.REGISTRATION)
                .principal(person)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
        // A page asks for several things at once. They share one refresh: a provider that rotates refresh tokens would
        // take the second use of the same one for theft.
        return inFlight.computeIfAbsent(
                        session.getId(),
                        id -> manager.authorize(request)
                                .doFinally(signal -> inFlight.remove(id))
                                .cache())
                .filter(client -> isValid(client, Clock.systemUTC().instant()))
                .onErrorMap(ClientAuthorizationException.class, e -> ProblemException.of(Problem.UNAUTHENTICATED, e))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(Problem.UNAUTHENTICATED)));
    }

    private static boolean isValid(OAuth2AuthorizedClient client, Instant now) {
        var expires = client.getAccessToken().getExpiresAt();
        return expires == null || expires.isAfter(now);
    }

    private static Mono<String> endOf(WebSession session, ProblemException problem) {
        return problem.problem() == Problem.UNAUTHENTICATED
                ? session.invalidate().then(Mono.error(problem))
                : Mono.error(problem);
    }
}
