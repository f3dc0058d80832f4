package org.yol.localrun;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A few requests through the platform, so that the class caches know what the first visitors will need. */
final class Rehearsal {

    private static final List<String> PAGES = List.of(
            "/",
            "/session",
            "/api/programs",
            "/api/hosts",
            "/api/applications",
            "/api/notifications",
            "/api/preferences");

    private Rehearsal() {}

    static void play(RunningPlatform platform) throws Exception {
        String token = platform.token("aigerim");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(platform.gateway() + page))
                        .header("Authorization", "Bearer " + token)
                        .build();
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
