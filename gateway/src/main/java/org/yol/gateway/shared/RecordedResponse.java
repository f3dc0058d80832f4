package org.yol.gateway.shared;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps a copy of what is answered, where it is for everybody and not too large. */
class RecordedResponse extends ServerHttpResponseDecorator {

    private final long largest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean isTooLarge;
    private volatile boolean isWhole;

    RecordedResponse(ServerHttpResponse response, long largestBytes) {
        super(response);
        this.largest = largestBytes;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return super.writeWith(
                isForAll() ? Flux.from(body).doOnNext(this::keep).doOnComplete(() -> isWhole = true) : body);
    }

    /** The whole answer, if it may be given to others. */
    Optional<SharedAnswer> answer(Instant made) {
        return isWhole && !isTooLarge
                ? Optional.of(SharedAnswer.of(getHeaders(), bytes.toByteArray(), made))
                : Optional.empty();
    }

    private boolean isForAll() {
        return getStatusCode() == HttpStatus.OK
                && !getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING)
                && SharedAnswer.freshness(getHeaders()).isPositive();
    }

    private void keep(DataBuffer piece) {
        isTooLarge = isTooLarge || bytes.size() + piece.readableByteCount() > largest;
        if (!isTooLarge) {
            var position = piece.readPosition();
            var copy = new byte[piece.readableByteCount()];
            piece.read(copy);
            piece.readPosition(position);
            bytes.writeBytes(copy);
        }
    }
}
