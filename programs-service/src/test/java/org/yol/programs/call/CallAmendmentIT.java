package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.SATO;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.contracts.EventType;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;

/** A published call is changed, over HTTP. */
@ProgramsTest
class CallAmendmentIT {

    private static final Account TAJIK = Account.student("tajik-" + UUID.randomUUID(), "Firuz", "TJ");
    private static final String LATER = LocalDate.now().plusMonths(2) + "T23:59";

    @LocalServerPort
    int port;

    ProgramsApi api;
    Answer published;
    String path;

    @BeforeEach
    void aCallIsPublic() {
        api = new ProgramsApi(port);
        String programme = api.programme(SATO, ProgrammeJson.complete().with("/origins", "[\"KZ\", \"KG\", \"TJ\"]"))
                .at("/id");
        published = api.published(SATO, api.call(SATO, programme, CallJson.complete()));
        path = "/api/calls/" + published.at("/id");
    }

    @Test
    void eachStudentReadsTheDeadlineThatHoldsForThem() {
        Answer extended = extend("{\"countries\": [\"KZ\"], \"closes\": \"%s\", \"reason\": \"No internet\"}");

        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        String later = LATER + ":00+06:00";
        assertThat(api.as(AIGERIM).get(path).at("/deadline")).isEqualTo(later);
        assertThat(api.as(TAJIK).get(path).at("/deadline")).isEqualTo(published.at("/closes"));
        Answer anybody = api.asAnybody().get(path);
        assertThat(anybody.at("/deadline")).isEqualTo(published.at("/closes"));
        assertThat(anybody.at("/extensions/0/closes")).isEqualTo(later);
        assertThat(anybody.at("/amendments/0/reason")).isEqualTo("No internet");
        assertThat(anybody.text()).doesNotContain(SATO.id());
        try (EventProbe events = EventProbe.listeningTo(EventType.CALL_PUBLISHED.topic())) {
            events.await(event -> event.key().equals(published.at("/id"))
                    && new String(event.value(), StandardCharsets.UTF_8).contains("No internet"));
        }
    }

    @Test
    void pressedTwiceItIsGrantedOnce() {
        String body = "{\"closes\": \"%s\", \"reason\": \"Snow\"}".formatted(LATER);
        String key = UUID.randomUUID().toString();

        Answer first = api.as(SATO).send(HttpMethod.POST, path + "/extensions", published.eTag(), key, body);
        Answer second = api.as(SATO).send(HttpMethod.POST, path + "/extensions", published.eTag(), key, body);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.asAnybody().get(path).body().at("/extensions")).hasSize(1);
    }

    @Test
    void anExtensionWithoutReasonOrInAnotherZoneIsPointedOut() {
        assertThat(extend("{\"closes\": \"%s\"}").text()).contains("/reason");
        assertThat(extend("{\"closes\": \"%s:00+09:00\", \"reason\": \"Snow\"}").text())
                .contains("/closes", "+06:00");
        assertThat(extend("{\"closes\": \"soon%s\", \"reason\": \"Snow\"}").text())
                .contains("/closes");
    }

    @Test
    void anAmendmentIsMadeByTheVersionThatWasRead() {
        CallJson more = CallJson.complete().with("/places/0/seats", "9");

        Answer unexplained = api.as(SATO).put(path, published.eTag(), more.toString());
        String body = more.with("/reason", "\"More money\"").toString();
        Answer amended = api.as(SATO).put(path, published.eTag(), body);
        Answer stale = api.as(SATO).put(path, published.eTag(), body);

        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.at("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(amended.status()).as(amended.text()).isEqualTo(200);
        assertThat(amended.at("/places/0/seats")).isEqualTo("9");
        assertThat(stale.status()).isEqualTo(412);
    }

    private Answer extend(String body) {
        return api.as(SATO).post(path + "/extensions", published.eTag(), body.formatted(LATER));
    }
}
