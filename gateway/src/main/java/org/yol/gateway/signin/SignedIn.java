package org.yol.gateway.signin;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Brings a person who has signed in back to the page they came from. */
@Component
class SignedIn implements ServerAuthenticationSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(SignedIn.class);

    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final Duration sessionTimeout;

    SignedIn(@Value("${server.reactive.session.timeout}") Duration sessionTimeout) {
        this.sessionTimeout = sessionTimeout;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange web, Authentication person) {
        log.info("{} signed in", person.getName());
        var exchange = web.getExchange();
        return exchange.getSession().map(this::returnTo).flatMap(path -> redirect.sendRedirect(exchange, path.uri()));
    }

    private LocalPath returnTo(WebSession session) {
        session.setMaxIdleTime(sessionTimeout);
        return Optional.ofNullable(session.getAttributes().remove(SignInController.RETURN_TO))
                .map(LocalPath.class::cast)
                .orElse(LocalPath.HOME);
    }
}
