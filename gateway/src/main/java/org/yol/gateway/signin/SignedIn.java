package org.yol.gateway.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a person who has signed in back to the page they came from. */
@Component
class SignedIn implements ServerAuthenticationSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(SignedIn.class);

    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange web, Authentication person) {
        log.info("{} signed in", person.getName());
        var exchange = web.getExchange();
        return redirect.sendRedirect(exchange, BegunSignIns.returnTo(exchange).uri());
    }
}
