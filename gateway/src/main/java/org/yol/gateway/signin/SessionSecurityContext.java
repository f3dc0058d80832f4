package org.yol.gateway.signin;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;

/** Who is signed in, from their session. Without its cookie nobody is, and no session is looked for or made up. */
@Component
class SessionSecurityContext implements ServerSecurityContextRepository {

    /** Sessions end by themselves; so many at the same moment are rare. */
    private static final Duration WHEN_FULL = Duration.ofMinutes(1);

    private final ServerSecurityContextRepository sessions = new WebSessionServerSecurityContextRepository();
    private final String sessionCookie;

    SessionSecurityContext(@Value("${server.reactive.session.cookie.name}") String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return exchange.getRequest().getCookies().containsKey(sessionCookie) ? sessions.load(exchange) : Mono.empty();
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, SecurityContext context) {
        return context == null ? sessions.save(exchange, null) : kept(exchange).then(sessions.save(exchange, context));
    }

    /**
     * Before the session gets its new id: with that it is among the others, and no longer asked whether there are too
     * many.
     */
    private static Mono<Void> kept(ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(WebSession::start)
                .flatMap(session -> Mono.defer(session::save)
                        .onErrorResume(
                                IllegalStateException.class,
                                e -> session.invalidate()
                                        .then(Mono.error(ProblemException.of(Problem.BUSY, e)
                                                .retryAfter(WHEN_FULL)))));
    }
}
