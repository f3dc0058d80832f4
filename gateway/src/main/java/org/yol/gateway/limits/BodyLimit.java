package org.yol.gateway.limits;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses request bodies that are too large, by their announced length and by counting what really comes, and those
 * that do not arrive in time.
 */
@Component
@Order(-120)
class BodyLimit implements WebFilter {

    /** Of an upload: a line may stall for a moment. */
    private static final Duration FIRST_WHILE = Duration.ofSeconds(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final GatewayProperties.Bodies bodies;

    BodyLimit(GatewayProperties properties) {
        this.bodies = properties.bodies();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!RequestBody.isAnnounced(request)) {
            return chain.filter(exchange);
        }
        var isUpload = Uploads.isUpload(request);
        var limit = isUpload
                ? new Limit(bodies.upload(), Problem.FILE_TOO_LARGE)
                : new Limit(bodies.usual(), Problem.REQUEST_TOO_LARGE);
        var length = request.getHeaders().getContentLength();
        var mayStillCome = new AtomicBoolean(!limit.isAbsurd(length) && (isUpload || limit.isExceededBy(length)));
        closeUnless(mayStillCome, exchange.getResponse());
        if (limit.isExceededBy(length)) {
            return Mono.error(ProblemException.of(limit.problem()));
        }
        return chain.filter(exchange.mutate()
                .request(new Limited(request, limit, mayStillCome))
                .build());
    }

    /**
     * Nobody waits for a body that is not wanted. But the rest of a file, and of what is too large, is read and
     * forgotten for a while, until the time of the connection is over: a client that is still sending would not see why
     * it is refused.
     */
    private static void closeUnless(AtomicBoolean mayStillCome, ServerHttpResponse response) {
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            if (!mayStillCome.get()) {
                response.getHeaders().set(HttpHeaders.CONNECTION, "close");
            }
        }));
    }

    private record Limit(GatewayProperties.Body body, Problem problem) {

        boolean isExceededBy(long bytes) {
            return bytes > body.size().toBytes();
        }

        /** So much more that reading the rest of it is no kindness. */
        boolean isAbsurd(long bytes) {
            return bytes > 2 * body.size().toBytes();
        }

        /** Something when the body takes too long, as a whole or for what has come of it. */
        Mono<Long> isTooSlow(AtomicLong received, long begin) {
            var whole = Mono.delay(body.timeout());
            return body.slowest().toBytes() == 0
                    ? whole
                    : Mono.firstWithSignal(
                            whole,
                            Flux.interval(FIRST_WHILE, BETWEEN_LOOKS)
                                    .filter(_ -> received.get() < wanted(begin))
                                    .next());
        }

        private long wanted(long begin) {
            return Duration.ofNanos(System.nanoTime() - begin).toSeconds()
                    * body.slowest().toBytes();
        }
    }

    private static final class Limited extends ServerHttpRequestDecorator {

        private final Limit limit;
        private final AtomicBoolean mayStillCome;

        Limited(ServerHttpRequest request, Limit limit, AtomicBoolean mayStillCome) {
            super(request);
            this.limit = limit;
            this.mayStillCome = mayStillCome;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var received = new AtomicLong();
            var begin = System.nanoTime();
            return super.getBody()
                    .doOnNext(buffer -> {
                        if (limit.isExceededBy(received.addAndGet(buffer.readableByteCount()))) {
                            mayStillCome.set(true);
                            throw ProblemException.of(limit.problem());
                        }
                    })
                    .doOnComplete(() -> mayStillCome.set(true))
                    .takeUntilOther(limit.isTooSlow(received, begin)
                            .then(Mono.error(() -> ProblemException.of(Problem.REQUEST_TIMEOUT))))
                    // Whoever read it has stopped: there was no memory for it, for example.
                    .doOnCancel(() -> mayStillCome.set(true));
        }
    }
}
