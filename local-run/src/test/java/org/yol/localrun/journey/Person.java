package org.yol.localrun.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the API through the gateway, with a token of their own. */
public final class Person {

    /** The version of what is not there yet: whoever writes it first states it. */
    public static final String NOTHING_YET = "\"0\"";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "part-of-a-yol-test";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI gateway;
    private final String account;
    private final String token;

    Person(URI gateway, String account, String token) {
        this.gateway = gateway;
        this.account = account;
        this.token = token;
    }

    public String account() {
        return account;
    }

    public String email() {
        return account + "@example.org";
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** What can be read there, which it must be possible to do. */
    public JsonNode read(String path) {
        return get(path).ok();
    }

    /** The same person, who has read that. */
    Person reading(String path) {
        read(path);
        return this;
    }

    public Answer post(String path, Object body) {
        return send(request(path).header("Idempotency-Key", newKey()).POST(json(body)));
    }

    /** Does something to a thing in the version that was read. */
    public Answer post(String path, JsonNode read, Object body) {
        return post(path, read, newKey(), body);
    }

    /** The same with a key of one's own, to press the same button again. */
    public Answer post(String path, JsonNode read, String key, Object body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("If-Match", entityTag(read))
                .POST(json(body)));
    }

    /** Changes a thing in the version that was read. */
    public Answer put(String path, JsonNode read, Object body) {
        return put(path, entityTag(read), body);
    }

    /** Changes a thing in the version of an {@code ETag}. */
    public Answer put(String path, String entityTag, Object body) {
        return send(request(path).header("If-Match", entityTag).PUT(json(body)));
    }

    /** Uploads a file to a thing in the version that was read. */
    public Answer upload(String path, JsonNode read, String fileName, byte[] content) {
        return send(request(path)
                .header("If-Match", entityTag(read))
                .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .PUT(BodyPublishers.ofByteArray(multipart(fileName, content))));
    }

    /** Opens the live stream of this person's messages. */
    public MessageStream listen() throws IOException, InterruptedException {
        return MessageStream.open(
                CLIENT,
                request("/api/notifications/stream")
                        .setHeader("Accept", "text/event-stream")
                        .GET()
                        .build());
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    /** The version of what was read. */
    public static String entityTag(JsonNode read) {
        return "\"" + read.get("version").asString() + "\"";
    }

    private static byte[] multipart(String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
