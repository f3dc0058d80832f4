package org.yol.gateway.signin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;

/**
 * Another site can make a browser send our session cookie, but cannot read our token cookie: an unsafe request with the
 * session cookie must repeat the token in a header.
 */
@Component
class CsrfProtection {

    private final String sessionCookie;

    CsrfProtection(@Value("${server.reactive.session.cookie.name}") String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    void configure(CsrfSpec csrf) {
        var cookies = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        csrf.csrfTokenRepository(cookies)
                // The plain token: scripts read it from the cookie, and no page carries it in its body.
                .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                .requireCsrfProtectionMatcher(this::isNeeded)
                .accessDeniedHandler((exchange, denied) -> Mono.error(ProblemException.of(Problem.CSRF_MISSING)));
    }

    private Mono<MatchResult> isNeeded(ServerWebExchange exchange) {
        // Without the cookie there is no session to misuse, and a bearer token is never sent by a browser on its own.
        return exchange.getRequest().getCookies().containsKey(sessionCookie) && !hasBearerToken(exchange)
                ? CsrfWebFilter.DEFAULT_CSRF_MATCHER.matches(exchange)
                : MatchResult.notMatch();
    }

    private static boolean hasBearerToken(ServerWebExchange exchange) {
        var authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }
}
