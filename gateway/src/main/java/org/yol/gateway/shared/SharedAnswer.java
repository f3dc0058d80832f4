package org.yol.gateway.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties;
import reactor.core.publisher.Mono;

/**
 * An answer as it was once given, in plain bytes and compressed.
 *
 * @param headers of the answer, but for those that were for the one who asked
 * @param made when the service gave it
 */
record SharedAnswer(HttpHeaders headers, byte[] plain, byte[] compressed, Instant made) {

    /** About the memory that the headers take up. */
    private static final int OVERHEAD_BYTES = 2000;

    private static final Set<String> FOR_ONE = Set.of(
            "RateLimit",
            "RateLimit-Policy",
            // Of the way to the one who asked: it is there when the answer is copied after its bytes are out.
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.SET_COOKIE,
            HttpHeaders.CONNECTION,
            HttpHeaders.DATE,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.CONTENT_LENGTH);

    static SharedAnswer of(HttpHeaders given, byte[] body, Instant made) {
        var headers = new HttpHeaders();
        given.forEach((name, values) -> {
            if (FOR_ONE.stream().noneMatch(name::equalsIgnoreCase)) {
                headers.put(name, new ArrayList<>(values));
            }
        });
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return new SharedAnswer(HttpHeaders.readOnlyHttpHeaders(headers), body, gzip(body), made);
    }

    int bytes() {
        return plain.length + compressed.length + OVERHEAD_BYTES;
    }

    /** How long it is kept, from when it was made; zero for an answer that is not for all. */
    Duration keptFor(GatewayProperties.SharedAnswers limits) {
        var allowed = freshness(headers);
        var most = isImmutable() ? limits.keepImmutable() : limits.keep();
        return allowed.compareTo(most) < 0 ? allowed : most;
    }

    /** Whether the service says that it is the same whenever it is asked for. */
    boolean isImmutable() {
        var control = headers.getCacheControl();
        return control != null && control.contains("immutable");
    }

    Mono<Void> write(ServerWebExchange exchange, Clock clock) {
        var response = exchange.getResponse();
        response.getHeaders().putAll(headers);
        response.getHeaders()
                .set(
                        HttpHeaders.AGE,
                        Long.toString(Duration.between(made, clock.instant()).toSeconds()));
        if (exchange.checkNotModified(headers.getETag(), Instant.MIN)) {
            return response.setComplete();
        }
        return body(response, isCompressed(exchange.getRequest()));
    }

    private Mono<Void> body(ServerHttpResponse response, boolean isCompressed) {
        if (isCompressed) {
            response.getHeaders().set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        var body = isCompressed ? compressed : plain;
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    static Duration freshness(HttpHeaders headers) {
        var control = headers.getCacheControl();
        if (control == null || !control.contains("public") || headers.containsHeader(HttpHeaders.SET_COOKIE)) {
            return Duration.ZERO;
        }
        for (var directive : control.split(",")) {
            var parts = directive.strip().split("=");
            if (parts.length == 2 && parts[0].equals("max-age")) {
                return Duration.ofSeconds(Long.parseLong(parts[1]));
            }
        }
        return Duration.ZERO;
    }

    /** Whether the client takes gzip; one that excludes it with a weight of 0 names it, and gets plain bytes. */
    private static boolean isCompressed(ServerHttpRequest request) {
        var accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 2);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
