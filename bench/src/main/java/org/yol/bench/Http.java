package org.yol.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Sends requests to the gateway; those about applications straight to services where such are named, to each in turn.
 * Where there are several, a request that came to no answer is sent to the next, as a load balancer would.
 */
final class Http {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI gateway;
    private final List<URI> services;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    Http(URI gateway, List<URI> services) {
        this.gateway = gateway;
        this.services = services;
    }

    /** How many requests came to no answer and were sent again. */
    int repeated() {
        return repeated.get();
    }

    HttpResponse<byte[]> send(String path, Function<URI, HttpRequest> request) {
        if (services.isEmpty() || !path.startsWith("/api/applications")) {
            return sendTo(gateway.resolve(path), request);
        }
        int first = Math.floorMod(turn.getAndIncrement(), services.size());
        for (int i = 0; i < services.size() - 1; i++) {
            try {
                return sendTo(service(first + i).resolve(path), request);
            } catch (UncheckedIOException e) {
                repeated.incrementAndGet();
            }
        }
        return sendTo(service(first + services.size() - 1).resolve(path), request);
    }

    private URI service(int number) {
        return services.get(number % services.size());
    }

    private HttpResponse<byte[]> sendTo(URI address, Function<URI, HttpRequest> request) {
        try {
            return client.send(request.apply(address), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
