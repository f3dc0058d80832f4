package org.yol.gateway.signin;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * After the session here has ended, sends the browser to the identity provider to end it there too, and from there back
 * to the first page.
 *
 * <p>A form that was posted is redirected. A script gets {@code 200 {"location": "…"}} instead, and goes there itself:
 * {@code fetch} could not follow a redirect to another site.
 */
@Component
class SignOut implements ServerLogoutSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(SignOut.class);
    private static final URI HOME = URI.create("/");

    private final OidcClientInitiatedServerLogoutSuccessHandler atTheProvider;
    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final JsonMapper json;

    SignOut(IdentityProvider provider, JsonMapper json) {
        this.json = json;
        this.atTheProvider = new OidcClientInitiatedServerLogoutSuccessHandler(provider);
        this.atTheProvider.setPostLogoutRedirectUri("{baseUrl}/");
        this.atTheProvider.setRedirectStrategy(this::goTo);
    }

    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange web, Authentication person) {
        if (!(person instanceof OAuth2AuthenticationToken)) {
            return goTo(web.getExchange(), HOME);
        }
        log.info("{} signed out", person.getName());
        return atTheProvider
                .onLogoutSuccess(web, person)
                .onErrorResume(ProblemException.class, e -> goTo(web.getExchange(), HOME));
    }

    private Mono<Void> goTo(ServerWebExchange exchange, URI location) {
        var posted = exchange.getRequest().getHeaders().getAccept();
        if (posted.stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)) {
            return redirect.sendRedirect(exchange, location);
        }
        var response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(Mono.fromSupplier(
                () -> response.bufferFactory().wrap(json.writeValueAsBytes(new Next(location.toASCIIString())))));
    }

    private record Next(String location) {}
}
