package org.yol.gateway.signin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is signed in, from their session. Without its cookie nobody is, and no session is looked for or made up. */
@Component
class SessionSecurityContext implements ServerSecurityContextRepository {

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
        return sessions.save(exchange, context);
    }
}
