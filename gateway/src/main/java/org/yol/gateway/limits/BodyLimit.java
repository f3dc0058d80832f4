package org.yol.gateway.limits;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
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

    private final GatewayProperties.Bodies bodies;

    BodyLimit(GatewayProperties properties) {
        this.bodies = properties.bodies();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var limit = Uploads.isUpload(request)
                ? new Limit(bodies.upload(), Problem.FILE_TOO_LARGE)
                : new Limit(bodies.usual(), Problem.REQUEST_TOO_LARGE);
        if (limit.isExceededBy(request.getHeaders().getContentLength())) {
            return Mono.error(ProblemException.of(limit.problem()));
        }
        return chain.filter(
                exchange.mutate().request(new Limited(request, limit)).build());
    }

    private record Limit(GatewayProperties.Body body, Problem problem) {

        boolean isExceededBy(long bytes) {
            return bytes > body.size().toBytes();
        }
    }

    private static final class Limited extends ServerHttpRequestDecorator {

        private final Limit limit;

        Limited(ServerHttpRequest request, Limit limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var received = new AtomicLong();
            return super.getBody()
                    .doOnNext(buffer -> {
                        if (limit.isExceededBy(received.addAndGet(buffer.readableByteCount()))) {
                            throw ProblemException.of(limit.problem());
                        }
                    })
                    .takeUntilOther(Mono.delay(limit.body().timeout())
                            .then(Mono.error(() -> ProblemException.of(Problem.REQUEST_TIMEOUT))));
        }
    }
}
