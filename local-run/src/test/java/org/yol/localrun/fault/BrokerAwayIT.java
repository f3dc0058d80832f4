package org.yol.localrun.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.Resource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.Told;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith(WholePlatform.class)
class BrokerAwayIT {

    private final RunningPlatform platform;
    private final People people;

    BrokerAwayIT(RunningPlatform platform) {
        this.platform = platform;
        this.people = new People(platform);
    }

    @Test
    void submissionsAreTakenWithoutTheBrokerAndToldWhenItIsBack() throws Exception {
        assumeTrue(
                platform.settings().kafkaBootstrapServers().isEmpty(),
                "the broker of KAFKA_BOOTSTRAP_SERVERS is not ours to stop");
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Lines are down");
        List<StudentApplication> applications = people.students(3).stream()
                .map(student -> StudentApplication.complete(student, call))
                .toList();
        Resource broker = platform.resource("kafka");

        broker.close();
        try {
            assertThat(applications)
                    .allSatisfy(it -> assertThat(
                                    it.submit().get("receipt").get("id").asString())
                            .isNotBlank());
        } finally {
            broker.start();
        }
        new Told(platform).onceEach(applications);
    }
}
