package org.yol.gateway.signin;

import java.util.Map;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import org.yol.contracts.Language;
import reactor.core.publisher.Mono;

/** Tells the identity provider in which language somebody was reading, so that its pages go on in it. */
final class AskedLanguage implements ServerOAuth2AuthorizationRequestResolver {

    /** As OpenID Connect names it. */
    static final String PARAMETER = "ui_locales";

    private final ServerOAuth2AuthorizationRequestResolver requests;

    AskedLanguage(ReactiveClientRegistrationRepository provider) {
        this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(provider);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return requests.resolve(exchange).map(request -> withLanguage(request, exchange));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
        return requests.resolve(exchange, registration).map(request -> withLanguage(request, exchange));
    }

    private static OAuth2AuthorizationRequest withLanguage(
            OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Language.find(exchange.getRequest().getQueryParams().getFirst(PARAMETER))
                .map(language -> OAuth2AuthorizationRequest.from(request)
                        .additionalParameters(parameters -> parameters.putAll(Map.of(PARAMETER, language.toString())))
                        .build())
                .orElse(request);
    }
}
