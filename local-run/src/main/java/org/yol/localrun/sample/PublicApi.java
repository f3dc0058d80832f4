package org.yol.localrun.sample;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's API as one person uses it: with their token, and patient where a service is not there yet. */
final class PublicApi {

    /** Not there yet, busy or down: worth another try. 404 is a call whose event is still on its way. */
    private static final Set<Integer> TRY_AGAIN = Set.of(404, 429, 502, 503, 504);

    private static final RetryTemplate PATIENTLY = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(40)
            .delay(Duration.ofMillis(500))
            .predicate(PublicApi::isWorthAnotherTry)
            .build());

    private final RestClient client;

    PublicApi(URI gateway, String token) {
        client = RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl(gateway)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .defaultHeader(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .build();
    }

    JsonNode get(String path) {
        return patiently(() -> json(client.get().uri(path)));
    }

    /** @param doing what this request does, in words that are always the same: its idempotency key */
    JsonNode post(String path, String doing, Object body) {
        return patiently(() -> json(withKey(client.post().uri(path), doing).body(body)));
    }

    /** Makes a thing that is not answered itself, and answers the path that it is found at. */
    String postForPath(String path, String doing, Object body) {
        return patiently(() -> Objects.requireNonNull(
                        withKey(client.post().uri(path), doing)
                                .body(body)
                                .retrieve()
                                .toBodilessEntity()
                                .getHeaders()
                                .getLocation(),
                        "no Location")
                .getPath());
    }

    /** Changes a thing in the version that was read. */
    JsonNode post(String path, String doing, JsonNode read, Object body) {
        return patiently(() -> json(withKey(client.post().uri(path), doing)
                .header(HttpHeaders.IF_MATCH, entityTag(version(read)))
                .body(body)));
    }

    /** Writes a thing that was not there before: what others make of it meanwhile is not overwritten. */
    JsonNode putFirst(String path, Object body) {
        return put(path, 0, body);
    }

    /** Changes a thing in the version that was read. */
    JsonNode put(String path, JsonNode read, Object body) {
        return put(path, version(read), body);
    }

    private JsonNode put(String path, long version, Object body) {
        return patiently(() -> json(client.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.IF_MATCH, entityTag(version))
                .body(body)));
    }

    /** Uploads a file to a thing in the version that was read. */
    JsonNode upload(String path, JsonNode read, String fileName, byte[] content) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        return patiently(() -> json(client.put()
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .header(HttpHeaders.IF_MATCH, entityTag(version(read)))
                .body(form)));
    }

    private static RestClient.RequestBodySpec withKey(RestClient.RequestBodySpec request, String doing) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .header(
                        "Idempotency-Key",
                        UUID.nameUUIDFromBytes(("yol-sample/" + doing).getBytes(StandardCharsets.UTF_8))
                                .toString());
    }

    private static long version(JsonNode read) {
        return read.get("version").asLong();
    }

    private static String entityTag(long version) {
        return "\"" + version + "\"";
    }

    private static JsonNode json(RestClient.RequestHeadersSpec<?> request) {
        return JsonMapper.shared().readTree(request.retrieve().body(String.class));
    }

    private static <T> T patiently(Supplier<T> request) {
        try {
            return PATIENTLY.execute(request::get);
        } catch (RetryException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private static boolean isWorthAnotherTry(Throwable failure) {
        return failure instanceof ResourceAccessException
                || failure instanceof RestClientResponseException answer
                        && TRY_AGAIN.contains(answer.getStatusCode().value());
    }
}
