package org.yol.gateway.signin;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells the front end who is signed in. */
@RestController
class SessionController {

    private final ServerOAuth2AuthorizedClientRepository tokens;

    SessionController(ServerOAuth2AuthorizedClientRepository tokens) {
        this.tokens = tokens;
    }

    /** The person of the request, or {@code authenticated: false}. */
    @GetMapping("/session")
    Mono<SessionView> session(Authentication authentication, ServerWebExchange exchange) {
        return switch (authentication) {
            case OAuth2AuthenticationToken person -> claims(person, exchange).map(SessionView::of);
            case JwtAuthenticationToken program -> Mono.just(SessionView.of(program.getTokenAttributes()));
            case null, default -> Mono.just(SessionView.anonymous());
        };
    }

    // Roles and the like stand in the access token; a provider need not repeat them in the id token. What the gateway
    // received from the provider itself is read without checking it again: the services check what they are sent.
    private Mono<Map<String, Object>> claims(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        var known = new HashMap<>(person.getPrincipal().getAttributes());
        return tokens.loadAuthorizedClient(IdentityProvider.REGISTRATION, person, exchange)
                .doOnNext(client -> known.putAll(parsed(client.getAccessToken().getTokenValue())))
                .thenReturn(known);
    }

    private static Map<String, Object> parsed(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException _) {
            return Map.of();
        }
    }
}
