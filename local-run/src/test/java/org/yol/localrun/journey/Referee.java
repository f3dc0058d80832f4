package org.yol.localrun.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.mail.Mail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who has no account and got a mail with a one-time link.
 *
 * @param link as the mail says it
 */
record Referee(Mail mail, URI link) {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Waits for the mail to an address. */
    static Referee at(String address, RunningPlatform platform) {
        Mail mail = await().atMost(SOON)
                .until(() -> platform.mails(address).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
        URI link = mail.text()
                .lines()
                .filter(line -> line.contains("/reference#"))
                .map(URI::create)
                .findFirst()
                .orElseThrow();
        return new Referee(mail, link);
    }

    Answer read() {
        return send(request("").GET());
    }

    Answer submit(Answer seen, Map<String, Object> answers) {
        return send(request("/submission")
                .header("If-Match", seen.header("ETag").orElseThrow())
                .header("Idempotency-Key", Person.newKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("answers", answers)))));
    }

    private HttpRequest.Builder request(String act) {
        return HttpRequest.newBuilder(link.resolve("/api/references/link" + act))
                .header("Reference-Token", link.getFragment())
                .header("Accept", "application/json, application/problem+json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException unanswered) {
            throw new IllegalStateException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
