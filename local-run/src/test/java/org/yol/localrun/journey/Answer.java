package org.yol.localrun.journey;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform answered to one request. */
public record Answer(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body as JSON, whatever the status. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The body of an answer that has to be a success. */
    public JsonNode ok() {
        if (status() / 100 != 2) {
            throw new AssertionError(this);
        }
        return json();
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " -> " + status() + " "
                + new String(response.body(), StandardCharsets.UTF_8);
    }
}
