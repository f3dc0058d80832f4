package org.yol.localrun.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live stream of somebody's messages, as a browser holds it open. */
public final class MessageStream implements AutoCloseable {

    private final InputStream stream;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    /**
     * A message and when it was here.
     *
     * @param nanos of {@link System#nanoTime()}
     */
    public record Arrival(JsonNode message, long nanos) {}

    private MessageStream(InputStream stream) {
        this.stream = stream;
    }

    static MessageStream open(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("the stream answered " + response.statusCode());
        }
        MessageStream messages = new MessageStream(response.body());
        Thread.ofVirtual().start(messages::listen);
        return messages;
    }

    /** The next message, waiting for it at most that long. */
    public Optional<Arrival> next(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(arrivals.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    arrivals.add(new Arrival(
                            JsonMapper.shared().readTree(line.substring("data:".length())), System.nanoTime()));
                }
            }
        } catch (IOException closed) {
            // By the one who listened: nothing more is expected.
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
