package org.yol.bench.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the API with a token of their own. Whatever is no success is a {@link Refusal}. */
public final class Person {

    /** The version of what is not there yet. */
    public static final long NOTHING_YET = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
    private static final String BOUNDARY = "part-of-a-yol-bench";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final URI gateway;
    private final String authorization;

    /** @param authorization the value of their {@code Authorization} header */
    public Person(URI gateway, String authorization) {
        this.gateway = gateway;
        this.authorization = authorization;
    }

    /** Reads. */
    public JsonNode get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    /** Reads; asked again for a while after a refusal, since much may just have been too much. */
    public JsonNode getPatiently(String path) {
        long limit = System.nanoTime() + ANSWERED_WITHIN.toNanos();
        while (true) {
            try {
                return get(path);
            } catch (Refusal | UncheckedIOException e) {
                if (System.nanoTime() > limit) {
                    throw e;
                }
                Later.sleep(AGAIN_AFTER);
            }
        }
    }

    /** Reads what may be large, as it is. */
    public byte[] bytes(String path) {
        return answer(path, HttpRequest.Builder::GET);
    }

    /** Creates something. */
    public JsonNode post(String path, Object body) {
        String key = UUID.randomUUID().toString();
        return send(path, request -> request.header("Idempotency-Key", key).POST(json(body)));
    }

    /** Does something to a thing in the version that was read. */
    public JsonNode post(String path, long version, Object body) {
        String key = UUID.randomUUID().toString();
        return send(
                path,
                request -> request.header("Idempotency-Key", key)
                        .header("If-Match", entityTag(version))
                        .POST(json(body)));
    }

    /** Changes something in the version that was read. */
    public JsonNode put(String path, long version, Object body) {
        return send(
                path, request -> request.header("If-Match", entityTag(version)).PUT(json(body)));
    }

    /** Uploads the file of a document. */
    public JsonNode upload(String path, long version, String fileName, byte[] content) {
        return send(
                path,
                request -> request.header("If-Match", entityTag(version))
                        .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .PUT(BodyPublishers.ofByteArray(multipart(fileName, content))));
    }

    private JsonNode send(String path, UnaryOperator<HttpRequest.Builder> method) {
        return JsonMapper.shared().readTree(answer(path, method));
    }

    private byte[] answer(String path, UnaryOperator<HttpRequest.Builder> method) {
        HttpRequest request = method.apply(HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", authorization)
                        .header("Accept", "application/json, application/problem+json")
                        .header("Accept-Language", "en")
                        .header("Content-Type", "application/json"))
                .build();
        HttpResponse<byte[]> response;
        try {
            response = CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (response.statusCode() / 100 != 2) {
            throw new Refusal(response.statusCode(), path, new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private static String entityTag(long version) {
        return "\"" + version + "\"";
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
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
