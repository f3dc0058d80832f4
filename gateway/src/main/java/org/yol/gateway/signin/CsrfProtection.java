package org.yol.gateway.signin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.Paths;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;

/**
 * Another site can make a browser send our session cookie, but cannot read our token cookie: an unsafe request with the
 * session cookie must repeat the token in a header.
 */
@Component
class CsrfProtection {

    private static final Paths SIGN_OUT = Paths.of("/logout");

    private final String sessionCookie;

    CsrfProtection(@Value("${server.reactive.session.cookie.name}") String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    void configure(CsrfSpec csrf) {
        var cookies = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        csrf.csrfTokenRepository(cookies)
                .csrfTokenRequestHandler(new InHeader())
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

    /**
     * The plain token, in the header: scripts read it from the cookie, and no page carries it in its body. Looking for
     * it in a form would take the body away from the service; only signing out, which no service sees, may be a form.
     */
    private static final class InHeader extends ServerCsrfTokenRequestAttributeHandler {

        @Override
        public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
            var request = exchange.getRequest();
            return SIGN_OUT.match(request)
                    ? super.resolveCsrfTokenValue(exchange, token)
                    : Mono.justOrEmpty(request.getHeaders().getFirst(token.getHeaderName()));
        }
    }
}
