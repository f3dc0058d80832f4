package org.yol.gateway.overload;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.WorkKind;
import reactor.core.publisher.Mono;

/**
 * Where no more may wait, nobody is asked who they are: what is refused should cost next to nothing, since in a rush
 * there is most of it. Only people who were let in take places, so that nobody else can close this door.
 */
@Component
@Order(-104) // before Spring Security, at -100, and behind the answers that are shared
class RefusalAtTheDoor implements WebFilter {

    private final WorkOfRequests works;
    private final Admission admission;

    RefusalAtTheDoor(WorkOfRequests works, Admission admission) {
        this.works = works;
        this.admission = admission;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var work = works.of(exchange);
        var places = work.map(admission::places).filter(Places::isFull);
        if (places.isEmpty()) {
            return chain.filter(exchange);
        }
        var refused = Mono.<Void>error(() -> places.get().refusal(Refusal.FULL));
        // What is small, and so mostly there already, is read and forgotten: the connection can be used again.
        return work.get().kind() == WorkKind.WRITES
                ? ReceivedBodies.skip(exchange).then(refused)
                : refused;
    }
}
