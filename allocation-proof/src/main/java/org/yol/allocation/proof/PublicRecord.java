package org.yol.allocation.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The two files of a selection, from a disk or from the address of its public record.
 *
 * @param input bytes of the input
 * @param result bytes of the result
 */
record PublicRecord(byte[] input, byte[] result) {

    /** A million applicants with ten choices each take about this much. */
    static final int LONGEST = 1 << 30;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** @throws UnreadableRecord where a file cannot be read */
    static PublicRecord at(Path input, Path result) {
        return new PublicRecord(read(input), read(result));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new UnreadableRecord(file + " is longer than " + LONGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableRecord(file + " cannot be read: " + reason(e), e);
        }
    }

    /**
     * Fetches {@code <address>/input} and {@code <address>/result}.
     *
     * @throws UnreadableRecord where they do not come, or not in time
     */
    static PublicRecord at(URI address) {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            try {
                return new PublicRecord(fetch(client, address + "/input"), fetch(client, address + "/result"));
            } finally {
                client.shutdownNow();
            }
        }
    }

    /** The request's own time-out ends with the headers; a body that drips must not keep us for ever either. */
    private static byte[] fetch(HttpClient client, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("User-Agent", "yol-check-selection")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
        try {
            HttpResponse<byte[]> got = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (got.statusCode() != 200) {
                throw new UnreadableRecord(address + " answers " + got.statusCode());
            }
            return got.body();
        } catch (TimeoutException e) {
            throw new UnreadableRecord(address + " did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new UnreadableRecord(address + " cannot be fetched: " + reason(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableRecord("Interrupted", e);
        }
    }

    private static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
    }
}
