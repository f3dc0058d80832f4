package org.yol.localrun.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholePlatform.class)
class StartAgainIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Told told;
    private final People people;

    StartAgainIT(RunningPlatform platform) {
        told = new Told(platform);
        people = new People(platform);
    }

    @Test
    void whatWasWithdrawnIsSubmittedAgainAndBothReceiptsStay() {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Thought better of it");
        StudentApplication application = StudentApplication.complete(people.student("en"), call);
        Person coordinator = people.demo("sato");
        String first = receipt(application.submit());
        application.reviewed(people.demo("tanaka"), 9, 9, "As good as the next one, but not the same.");
        application.withdraw();
        assertThat(application.read().get("actions").toString()).contains("start-again");

        JsonNode draft = application.startAgain();

        assertThat(draft.get("state").asString()).isEqualTo("draft");
        assertThat(draft.get("answers").get("studyPlan").asString()).isEqualTo("Water governance, two years.");
        assertThat(draft.get("documents")).hasSize(1);
        assertThat(coordinator.get(application.path()).status()).as("a draft").isEqualTo(404);

        String second = receipt(application.submit());

        JsonNode submitted = application.read();
        assertThat(second).isNotEqualTo(first);
        assertThat(receipt(submitted)).isEqualTo(second);
        assertThat(submitted.get("earlierReceipts").valueStream())
                .extracting(receipt -> receipt.get("id").asString())
                .containsExactly(first);
        assertThat(coordinator.read(application.path()).get("reviews"))
                .as("reviews of what is submitted now")
                .isEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.messages(application))
                        .extracting(message -> message.get("text").asString())
                        .anySatisfy(text -> assertThat(text).contains(first))
                        .anySatisfy(text -> assertThat(text).contains(second)));
    }

    private static String receipt(JsonNode application) {
        return application.get("receipt").get("id").asString();
    }
}
