package org.yol.localrun.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.Resource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Answer;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.Told;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith(WholePlatform.class)
class ServiceAwayIT {

    private final RunningPlatform platform;
    private final People people;

    ServiceAwayIT(RunningPlatform platform) {
        this.platform = platform;
        this.people = new People(platform);
    }

    @Test
    void whatHappensWhileNotificationsAreAwayIsToldAfterwardsOnce() throws Exception {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "The postman is ill");
        StudentApplication application = StudentApplication.complete(people.student("en"), call);
        Person student = application.student();
        Resource notifications = platform.resource("notifications-service");

        notifications.close();
        try {
            application.submit();

            assertThat(application.state()).isEqualTo("submitted");
            assertThat(student.get("/api/programs").status()).isEqualTo(200);
            assertIsUnavailable(student.get("/api/notifications"));
        } finally {
            notifications.start();
        }
        Gateway.awaitAnswers(student, "/api/notifications");
        new Told(platform).onceEach(List.of(application));
    }

    private static void assertIsUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After").map(Integer::parseInt).orElseThrow())
                .isPositive();
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:yol:problem:service-unavailable");
        assertThat(answer.json().get("detail").asString()).isNotBlank();
    }
}
