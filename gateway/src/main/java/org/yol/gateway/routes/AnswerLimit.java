package org.yol.gateway.routes;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.limits.RequestBody;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The time a service has for its answer begins when it has the whole request, and what fails before is no failure that
 * a circuit breaker around this counts: how fast the request comes, and whether at all, is up to the client.
 */
final class AnswerLimit implements GatewayFilter {

    private final Duration limit;

    AnswerLimit(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = new Watched(exchange.getRequest());
        return chain.filter(exchange.mutate().request(request).build())
                .timeout(
                        request.received.asMono().then(Mono.delay(limit)),
                        Mono.error(() -> new TimeoutException("no answer within " + limit)))
                .onErrorMap(
                        failure -> !(failure instanceof ProblemException) && !request.isReceived && !isAway(failure),
                        failure -> ProblemException.of(Problem.SERVICE_UNAVAILABLE, failure));
    }

    /** Whether the service could not be asked at all, which has nothing to do with what the client sends. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof UnknownHostException;
    }

    private static final class Watched extends ServerHttpRequestDecorator {

        private final Sinks.Empty<Void> received = Sinks.empty();
        private volatile boolean isReceived;

        Watched(ServerHttpRequest request) {
            super(request);
            isReceived = !RequestBody.isAnnounced(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().doOnComplete(() -> {
                isReceived = true;
                received.tryEmitEmpty();
            });
        }
    }
}
