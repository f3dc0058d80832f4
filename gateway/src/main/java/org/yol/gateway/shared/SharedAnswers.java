package org.yol.gateway.shared;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.WorkKind;
import org.yol.gateway.overload.WorkOfRequests;
import reactor.core.publisher.Mono;

/**
 * Gives everybody who has not signed in the same answer for a moment, where the service says that it is public. However
 * many ask at the same time, one of them asks the service. Who sends a token or a session gets an answer of their own:
 * a coordinator sees what others may not.
 */
@Component
@Order(-105) // before Spring Security, at -100: who asks is nobody, and nothing has to be found out about them
class SharedAnswers implements WebFilter {

    private static final int LONGEST_ADDRESS = 1000;

    private final GatewayProperties.SharedAnswers limits;
    private final Set<String> sharing;
    private final Duration patience;
    private final String sessionCookie;
    private final WorkOfRequests works;
    private final Clock clock = Clock.systemUTC();
    private final AsyncCache<Asked, SharedAnswer> answers;

    SharedAnswers(
            GatewayProperties properties,
            WorkOfRequests works,
            MeterRegistry meters,
            @Value("${server.reactive.session.cookie.name}") String sessionCookie) {
        this.limits = properties.sharedAnswers();
        this.sharing = properties.services().entrySet().stream()
                .filter(service -> service.getValue().publicReads())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        this.patience = properties.work().get(WorkKind.PUBLIC).patience();
        this.works = works;
        this.sessionCookie = sessionCookie;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(limits.size().toBytes())
                .weigher((Asked asked, SharedAnswer answer) -> asked.bytes() + answer.bytes())
                .expireAfter(Expiry.creating((Asked asked, SharedAnswer answer) -> answer.keptFor(limits)))
                .recordStats()
                .buildAsync();
        CaffeineCacheMetrics.monitor(meters, answers, "shared-answers");
    }

    /** What an answer depends on, for people who are nobody in particular. */
    private record Asked(String address, String host, String language, String accept) {

        static Asked by(ServerWebExchange exchange) {
            var request = exchange.getRequest();
            return new Asked(
                    request.getURI().toString(),
                    request.getHeaders().getFirst(HttpHeaders.HOST),
                    String.valueOf(exchange.getLocaleContext().getLocale()),
                    String.valueOf(request.getHeaders().getFirst(HttpHeaders.ACCEPT)));
        }

        /**
         * What is asked for may be longer than what is answered: words that nobody else looks for, and find nothing.
         */
        int bytes() {
            return Character.BYTES
                    * (address.length() + String.valueOf(host).length() + language.length() + accept.length());
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var work = works.of(exchange);
        if (work.isEmpty()) {
            return chain.filter(exchange);
        }
        if (work.get().kind() == WorkKind.PUBLIC && isForAll(exchange.getRequest())) {
            return shared(exchange, chain);
        }
        if (work.get().kind() == WorkKind.WRITES && sharing.contains(work.get().service())) {
            // What was changed by way of this gateway shows to those who are told that it was.
            exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> forgetIfDone(exchange.getResponse())));
        }
        return chain.filter(exchange);
    }

    /** Only what was done: whoever is refused could otherwise have everybody ask the service again. */
    private void forgetIfDone(ServerHttpResponse response) {
        var status = response.getStatusCode();
        if (status == null || status.is2xxSuccessful()) {
            answers.synchronous().asMap().values().removeIf(answer -> !answer.isImmutable());
        }
    }

    private boolean isForAll(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET
                && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && !request.getCookies().containsKey(sessionCookie)
                && request.getURI().toString().length() <= LONGEST_ADDRESS;
    }

    private Mono<Void> shared(ServerWebExchange exchange, WebFilterChain chain) {
        var mine = new CompletableFuture<SharedAnswer>();
        var there = answers.asMap().putIfAbsent(Asked.by(exchange), mine);
        if (there == null) {
            return asked(exchange, chain, mine);
        }
        if (there.isDone()) {
            // Without an answer since just now: it was not for all.
            var answer = there.getNow(null);
            return answer == null ? chain.filter(exchange) : answer.write(exchange, clock);
        }
        return Mono.fromFuture(there, true)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .timeout(patience)
                .onErrorReturn(TimeoutException.class, Optional.empty())
                .flatMap(answer ->
                        answer.map(found -> found.write(exchange, clock)).orElseGet(() -> chain.filter(exchange)));
    }

    private Mono<Void> asked(ServerWebExchange exchange, WebFilterChain chain, CompletableFuture<SharedAnswer> answer) {
        var recorded =
                new RecordedResponse(exchange.getResponse(), limits.largest().toBytes());
        return chain.filter(exchange.mutate().response(recorded).build()).doFinally(_ -> tell(answer, recorded));
    }

    /** Nothing when it failed, is not for all or nobody waited for its end: the others ask by themselves then. */
    private void tell(CompletableFuture<SharedAnswer> answer, RecordedResponse recorded) {
        Optional<SharedAnswer> given = Optional.empty();
        try {
            given = recorded.answer(clock.instant());
        } finally {
            answer.complete(given.orElse(null));
        }
    }
}
