package org.yol.localrun.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.Resource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.Told;
import org.yol.localrun.journey.WholePlatform;
import org.yol.localrun.process.ServiceProcess;

@ExtendWith(WholePlatform.class)
class BrokerAwayIT {

    private final RunningPlatform platform;
    private final People people;

    BrokerAwayIT(RunningPlatform platform) {
        this.platform = platform;
        this.people = new People(platform);
    }

    @BeforeEach
    void onlyABrokerOfOurOwn() {
        assumeTrue(
                platform.settings().kafkaBootstrapServers().isEmpty(),
                "the broker of KAFKA_BOOTSTRAP_SERVERS is not ours to stop");
    }

    @Test
    void submissionsAreTakenWithoutTheBrokerAndToldWhenItIsBack() throws Exception {
        List<StudentApplication> applications = complete(3);

        withoutBroker(() -> submit(applications));

        new Told(platform).onceEach(applications);
    }

    /** The surest way to die between the answer and the telling. */
    @Test
    void theyAreToldEvenWhenTheServiceThatTookThemIsKilledMeanwhile() throws Exception {
        ServiceProcess service = platform.service("applications-service");
        List<StudentApplication> applications = complete(3);

        withoutBroker(() -> {
            submit(applications);
            service.kill();
        });

        service.awaitReady();
        Gateway.awaitAnswers(people.demo("aigerim"), "/api/applications");
        assertThat(applications).allSatisfy(it -> assertThat(it.state()).isEqualTo("submitted"));
        new Told(platform).onceEach(applications);
    }

    private List<StudentApplication> complete(int count) {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Lines are down");
        return people.students(count).stream()
                .map(student -> StudentApplication.complete(student, call))
                .toList();
    }

    private static void submit(List<StudentApplication> applications) {
        assertThat(applications)
                .allSatisfy(
                        it -> assertThat(it.submit().get("receipt").get("id").asString())
                                .isNotBlank());
    }

    private void withoutBroker(Runnable work) throws Exception {
        Resource broker = platform.resource("kafka");
        broker.close();
        try {
            work.run();
        } finally {
            broker.start();
        }
    }
}
