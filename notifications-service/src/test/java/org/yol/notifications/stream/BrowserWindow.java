package org.yol.notifications.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yol.platform.test.Account;
import org.yol.platform.test.RealParts;

/** Listens to the stream over real HTTP, line by line as a browser does. */
final class BrowserWindow implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;

    private BrowserWindow(HttpRequest request) throws IOException, InterruptedException {
        response = http.send(request, BodyHandlers.ofLines());
        Thread.startVirtualThread(this::read);
    }

    static BrowserWindow of(Account account, int port) throws IOException, InterruptedException {
        return new BrowserWindow(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/notifications/stream"))
                        .header("Authorization", "Bearer " + RealParts.issuer().token(account))
                        .header("Accept", "text/event-stream")
                        .build());
    }

    private void read() {
        try {
            response.body().forEach(lines::add);
        } catch (java.io.UncheckedIOException closed) {
            lines.add("closed");
            return;
        }
        lines.add("ended");
    }

    HttpResponse<?> response() {
        return response;
    }

    /** The lines up to and including the first that begins so; fails when it does not come in time. */
    List<String> linesUntil(String beginning, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        List<String> heard = new ArrayList<>();
        while (true) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("No line began with " + beginning + " in " + limit + ", but " + heard);
            }
            heard.add(line);
            if (line.startsWith(beginning)) {
                return heard;
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
