package org.yol.platform.test;

import java.net.http.HttpClient;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the service under test, in the name of one account. Refusals are answers like any other. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of all accounts: to make one, with its converters and its own connections, costs more than a request. */
    private static final RestClient ANYBODY = RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory(
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()))
            .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
            .build();

    private final RestClient http;

    private Api(RestClient http) {
        this.http = http;
    }

    /** Somebody who has signed in. */
    public static Api as(Account account, int port) {
        return withToken(RealParts.issuer().token(account), port);
    }

    /** Whoever shows that token, be it good or not. */
    public static Api withToken(String token, int port) {
        return new Api(client(port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build());
    }

    /** Somebody who has not. */
    public static Api asAnybody(int port) {
        return new Api(client(port).build());
    }

    private static RestClient.Builder client(int port) {
        return ANYBODY.mutate().baseUrl("http://localhost:" + port);
    }

    /** What came back: status, headers and, where there is one, the JSON body. */
    public record Answer(int status, HttpHeaders headers, String text) {

        /** The body read as JSON. */
        public JsonNode body() {
            return JSON.readTree(text);
        }

        /** The value at a JSON pointer as text; empty where there is none. */
        public String at(String pointer) {
            return body().at(pointer).asString("");
        }

        /** The ETag, for the next write. */
        public String eTag() {
            return headers.getETag();
        }
    }

    public Answer get(String path) {
        return answer(http.get().uri(path));
    }

    /** A GET with one more header, such as Accept-Language. */
    public Answer get(String path, String header, String value) {
        return answer(http.get().uri(path).header(header, value));
    }

    /** The bytes of a file of that media type, which is there. */
    public byte[] getBytes(String path, String type) {
        return http.get().uri(path).header(HttpHeaders.ACCEPT, type).retrieve().body(byte[].class);
    }

    /** A POST with a fresh Idempotency-Key and no version. */
    public Answer post(String path, String json) {
        return send(HttpMethod.POST, path, null, UUID.randomUUID().toString(), json);
    }

    /** A POST to what has been seen as of that ETag, with a fresh Idempotency-Key. */
    public Answer post(String path, String eTag, String json) {
        return send(HttpMethod.POST, path, eTag, UUID.randomUUID().toString(), json);
    }

    /** A PUT to what has been seen as of that ETag. */
    public Answer put(String path, String eTag, String json) {
        return send(HttpMethod.PUT, path, eTag, null, json);
    }

    /** Any request; headers that are null are left out. */
    public Answer send(HttpMethod method, String path, String eTag, String idempotencyKey, String json) {
        var request = http.method(method).uri(path);
        if (eTag != null) {
            request.header(HttpHeaders.IF_MATCH, eTag);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(json);
        }
        return answer(request);
    }

    /** A request whose body is a form with a file. */
    public Answer sendForm(HttpMethod method, String path, String eTag, Object body) {
        return answer(http.method(method)
                .uri(path)
                .header(HttpHeaders.IF_MATCH, eTag)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(body));
    }

    private static Answer answer(RestClient.RequestHeadersSpec<?> request) {
        ResponseEntity<String> response = request.retrieve().toEntity(String.class);
        return new Answer(response.getStatusCode().value(), response.getHeaders(), response.getBody());
    }
}
