package org.yol.localrun.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks a service whether it is ready until it says yes. */
final class Readiness {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final Executor A_LITTLE_LATER = CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();

    private final HttpRequest request;

    Readiness(int port) {
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .timeout(ANSWER_WITHIN)
                .build();
    }

    /**
     * Completes with true when the service is ready, or with false when nobody wants to know any more.
     *
     * @param wanted whether to go on asking
     */
    CompletableFuture<Boolean> await(BooleanSupplier wanted) {
        return isReady().thenCompose(ready -> {
            if (ready || !wanted.getAsBoolean()) {
                return CompletableFuture.completedFuture(ready);
            }
            return CompletableFuture.supplyAsync(() -> await(wanted), A_LITTLE_LATER)
                    .thenCompose(later -> later);
        });
    }

    private CompletableFuture<Boolean> isReady() {
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() == 200);
    }
}
