package org.yol.applications.reference;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.yol.applications.ApplicationsApi;
import org.yol.platform.test.Api.Answer;

/** What somebody does who has a link and no account. */
record RefereeLink(int port, String token) {

    Answer read() {
        return send(HttpMethod.GET, "", null, null, null);
    }

    Answer save(String eTag, String answers) {
        return send(HttpMethod.PUT, "/letter", eTag, MediaType.APPLICATION_JSON, "{\"answers\": " + answers + "}");
    }

    Answer upload(String eTag, String name, byte[] bytes) {
        return send(HttpMethod.PUT, "/file", eTag, MediaType.MULTIPART_FORM_DATA, ApplicationsApi.form(name, bytes));
    }

    Answer removeFile(String eTag) {
        return send(HttpMethod.DELETE, "/file", eTag, null, null);
    }

    Answer submit(String eTag, String answers) {
        return send(HttpMethod.POST, "/submission", eTag, MediaType.APPLICATION_JSON, "{\"answers\": " + answers + "}");
    }

    Answer decline() {
        return send(HttpMethod.POST, "/refusal", null, MediaType.APPLICATION_JSON, "{}");
    }

    private Answer send(HttpMethod method, String path, String eTag, MediaType type, Object body) {
        RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri("/api/references/link" + path)
                .header("Reference-Token", token)
                .header("Accept-Language", "en");
        if (eTag != null) {
            request = request.header("If-Match", eTag);
        }
        if (method == HttpMethod.POST) {
            request = request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        RestClient.RequestHeadersSpec<?> ready =
                body == null ? request : request.contentType(type).body(body);
        return ready.exchange((_, response) -> new Answer(
                response.getStatusCode().value(),
                response.getHeaders(),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }
}
