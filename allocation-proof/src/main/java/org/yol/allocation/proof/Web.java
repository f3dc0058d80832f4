package org.yol.allocation.proof;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yol.allocation.proof.log.NotThere;
import org.yol.allocation.proof.log.Source;

/** Fetches what is public, and waits where it is asked to. For any number of threads. */
final class Web implements Source, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final int ATTEMPTS = 10;
    private static final int LONGEST_WAIT = 60;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** @throws UnreadableRecord where it does not come, or not in time */
    @Override
    public byte[] get(String address, int longest) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> got = once(address, longest);
            if (got.statusCode() == 200) {
                return got.body();
            }
            if (got.statusCode() == 404) {
                throw new NotThere(address + " answers 404");
            }
            if (!LATER.contains(got.statusCode()) || attempt == ATTEMPTS) {
                throw new UnreadableRecord(address + " answers " + got.statusCode());
            }
            pause(got);
        }
    }

    private static void pause(HttpResponse<byte[]> refusal) {
        int seconds = refusal.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,4}"))
                .map(value -> Math.min(LONGEST_WAIT, Integer.parseInt(value)))
                .orElse(1);
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableRecord("Interrupted", e);
        }
    }

    /** The request's own time-out ends with the headers; a body that drips must not keep us for ever either. */
    private HttpResponse<byte[]> once(String address, int longest) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("User-Agent", "yol-check-selection")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UnreadableRecord(address + " did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new UnreadableRecord(address + " cannot be fetched: " + PublicRecord.reason(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableRecord("Interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
