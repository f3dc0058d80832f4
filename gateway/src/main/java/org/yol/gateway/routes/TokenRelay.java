package org.yol.gateway.routes;

import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import org.yol.gateway.signin.AccessTokens;
import reactor.core.publisher.Mono;

/** Gives services the access token of the person: from the session, or the checked bearer token of an API client. */
@Component
class TokenRelay implements GlobalFilter, Ordered {

    private final AccessTokens tokens;

    TokenRelay(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Before the circuit breakers: what goes wrong at the identity provider is no failure of a service. Before anybody
     * takes a place, too: who waits for a new token needs none.
     */
    @Override
    public int getOrder() {
        return -30;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal()
                .flatMap(principal -> authorized(exchange, principal))
                .switchIfEmpty(Mono.fromSupplier(() -> anonymous(exchange)))
                .flatMap(chain::filter);
    }

    private Mono<ServerWebExchange> authorized(ServerWebExchange exchange, Principal principal) {
        return switch (principal) {
            case JwtAuthenticationToken _ -> Mono.just(exchange);
            case OAuth2AuthenticationToken person ->
                tokens.current(person, exchange)
                        .map(token -> with(exchange, headers -> headers.setBearerAuth(token)))
                        .onErrorResume(ProblemException.class, e -> expired(exchange, e));
            default -> Mono.empty();
        };
    }

    private static Mono<ServerWebExchange> expired(ServerWebExchange exchange, ProblemException problem) {
        return problem.problem() == Problem.UNAUTHENTICATED && isPublicRead(exchange)
                ? Mono.empty()
                : Mono.error(problem);
    }

    private static boolean isPublicRead(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return exchange.getRequest().getMethod() == HttpMethod.GET
                && Boolean.TRUE.equals(route.getMetadata().get(Routes.PUBLIC_READS));
    }

    private static ServerWebExchange anonymous(ServerWebExchange exchange) {
        return with(exchange, headers -> headers.remove(HttpHeaders.AUTHORIZATION));
    }

    private static ServerWebExchange with(ServerWebExchange exchange, Consumer<HttpHeaders> headers) {
        return exchange.mutate().request(request -> request.headers(headers)).build();
    }
}
