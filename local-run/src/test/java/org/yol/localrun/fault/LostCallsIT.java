package org.yol.localrun.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;
import org.yol.localrun.process.ServiceProcess;

/** The applications-service loses its copy of the calls, and is started anew. */
@ExtendWith(WholePlatform.class)
class LostCallsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningPlatform platform;
    private final People people;

    LostCallsIT(RunningPlatform platform) {
        this.platform = platform;
        this.people = new People(platform);
    }

    @Test
    void areThereAgainAfterAStartAndStudentsApplyToThem() throws Exception {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Lost and found");
        StudentApplication before = StudentApplication.complete(people.student("en"), call);
        ServiceProcess service = platform.service("applications-service");

        dropCalls();
        assertThat(people.student("en")
                        .post("/api/applications", Map.of("callId", call.id()))
                        .status())
                .as("a call that is not there")
                .isEqualTo(422);
        service.kill();
        service.awaitReady();

        Person student = people.student("en");
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> student.post("/api/applications", Map.of("callId", call.id()))
                                .status()
                        == 201);
        StudentApplication after = StudentApplication.complete(student, call);
        after.submit();
        before.submit();
        assertThat(after.state()).isEqualTo("submitted");
        assertThat(before.read().has("closes")).isTrue();
    }

    private void dropCalls() {
        String address = platform.resource("mongodb").offers().get("MONGODB_URI");
        try (MongoClient store = MongoClients.create(address)) {
            assertThat(store.getDatabase("applications").getCollection("calls").countDocuments())
                    .isPositive();
            store.getDatabase("applications").getCollection("calls").drop();
        }
    }
}
