package org.yol.gateway.signin;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.limits.WrongTokens;
import reactor.core.publisher.Mono;

/**
 * Reads the bearer token of a request. An address from which many wrong ones came is refused before another one is
 * looked at; tokens known to be right are not among these.
 */
@Component
class BearerTokenOfRequest implements ServerAuthenticationConverter {

    private final ServerAuthenticationConverter reader = new ServerBearerTokenAuthenticationConverter();
    private final BearerTokens tokens;
    private final WrongTokens wrong;

    BearerTokenOfRequest(BearerTokens tokens, WrongTokens wrong) {
        this.tokens = tokens;
        this.wrong = wrong;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return reader.convert(exchange).doOnNext(authentication -> {
            if (authentication instanceof BearerTokenAuthenticationToken bearer && !tokens.isKnown(bearer.getToken())) {
                wrong.refuseIfTooMany(exchange);
            }
        });
    }
}
