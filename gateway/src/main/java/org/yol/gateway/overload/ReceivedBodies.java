package org.yol.gateway.overload;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.limits.RequestBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Waits for a whole body, in memory, before anybody is bothered with its request. What all of them take up together is
 * bounded; each is by the limits of size and time that the request came through before.
 */
@Component
class ReceivedBodies {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    ReceivedBodies(GatewayProperties properties) {
        this.most = properties.bodies().held().toBytes();
    }

    /** Goes on with the whole body, and forgets it when that is done. */
    Mono<Void> receive(ServerWebExchange exchange, Places places, Function<ServerWebExchange, Mono<Void>> next) {
        if (!RequestBody.isAnnounced(exchange.getRequest())) {
            return next.apply(exchange);
        }
        return Mono.defer(() -> {
            var body = new Body(places);
            return exchange.getRequest()
                    .getBody()
                    .doOnNext(body::add)
                    .then(Mono.defer(() -> next.apply(exchange.mutate()
                            .request(body.of(exchange.getRequest()))
                            .build())))
                    .doFinally(_ -> body.forget());
        });
    }

    /** Reads what still comes and forgets it, so that the connection can be used again. */
    static Mono<Void> skip(ServerWebExchange exchange) {
        return exchange.getRequest()
                .getBody()
                .doOnNext(DataBufferUtils::release)
                .then();
    }

    private final class Body {

        private final Places places;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final AtomicLong counted = new AtomicLong();
        private volatile boolean isForgotten;

        Body(Places places) {
            this.places = places;
        }

        /** Copies the piece: what Netty lends is memory outside of the heap, which unfinished bodies could use up. */
        void add(DataBuffer piece) {
            try {
                var length = piece.readableByteCount();
                counted.addAndGet(length);
                if (held.addAndGet(length) > most) {
                    throw places.refusal(Refusal.MEMORY);
                }
                if (isForgotten) {
                    // The client went while this piece was counted, and nobody comes to forget it any more.
                    forget();
                    return;
                }
                var copy = new byte[length];
                piece.read(copy);
                bytes.writeBytes(copy);
            } finally {
                DataBufferUtils.release(piece);
            }
        }

        ServerHttpRequest of(ServerHttpRequest request) {
            var whole = bytes.toByteArray();
            return new ServerHttpRequestDecorator(request) {
                @Override
                public Flux<DataBuffer> getBody() {
                    return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(whole)));
                }
            };
        }

        void forget() {
            isForgotten = true;
            held.addAndGet(-counted.getAndSet(0));
        }
    }
}
