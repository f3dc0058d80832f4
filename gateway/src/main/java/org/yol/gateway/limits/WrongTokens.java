package org.yol.gateway.limits;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.problems.ProblemException;

/** Counts the bearer tokens of an address that were found wrong: looking at each costs more than most requests do. */
@Component
public class WrongTokens {

    private final Buckets addresses;

    WrongTokens(GatewayProperties properties) {
        var rates = properties.rates();
        this.addresses = new Buckets("wrong-token", rates.wrongToken(), rates.remembered());
    }

    /** @throws ProblemException when too many came from the address of this request */
    public void refuseIfTooMany(ServerWebExchange exchange) {
        addresses.refuseIfEmpty(Address.of(exchange));
    }

    /** The token of this request was one. */
    public void count(ServerWebExchange exchange) {
        addresses.take(Address.of(exchange));
    }
}
