package org.yol.localrun.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.localrun.journey.PublishedCall.HIROSHIMA;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholePlatform.class)
class OfferExpiryIT {

    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(45);

    private final Told told;
    private final People people;
    private final Person coordinator;

    OfferExpiryIT(RunningPlatform platform) {
        told = new Told(platform);
        people = new People(platform);
        coordinator = people.demo("sato");
    }

    @Test
    void theLastSeatGoesToSomebodyElseWhenItsOfferIsNotAnsweredInTime() {
        PublishedCall call = PublishedCall.by(coordinator, "One seat, and no answer");
        StudentApplication silent = submitted(call);
        StudentApplication next = submitted(call);
        silent.select(coordinator, HIROSHIMA).ok();
        assertThat(next.select(coordinator, HIROSHIMA).status()).isEqualTo(409);

        silent.publishDecision(coordinator, Instant.now().plus(TIME_TO_ANSWER));

        await().atMost(SOON).until(silent::state, "expired"::equals);
        JsonNode lastStep = silent.read().get("timeline").valueStream().toList().getLast();
        assertThat(lastStep.get("by").asString()).isEqualTo("clock");
        assertThat(tooLate(silent)).isEqualTo("urn:yol:problem:offer-expired");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.messages(silent))
                        .anySatisfy(message ->
                                assertThat(message.get("title").asString()).containsIgnoringCase("expired")));
        await().atMost(SOON).until(() -> next.select(coordinator, HIROSHIMA).status() == 200);
        next.publishDecision(coordinator);
        assertThat(next.state()).isEqualTo("offered");
    }

    private String tooLate(StudentApplication application) {
        Answer answer = application
                .student()
                .post(application.path() + "/offer/answer", application.read(), Map.of("answer", "accepted"));
        return answer.json().get("type").asString();
    }

    private StudentApplication submitted(PublishedCall call) {
        StudentApplication application = StudentApplication.complete(people.student("en"), call, HIROSHIMA);
        application.submit();
        return application;
    }
}
