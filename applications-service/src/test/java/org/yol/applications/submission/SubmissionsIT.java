package org.yol.applications.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.applications.ApplicationsApi;
import org.yol.platform.digest.Sha256;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;

@ServiceTest
class SubmissionsIT {

    @Autowired
    private Submissions submissions;

    @Test
    void keepsTheTextThatTheDigestOfTheReceiptIsOf(@LocalServerPort int port) {
        try (EventProbe events = EventProbe.listeningTo()) {
            ApplicationsApi api = new ApplicationsApi(port, events);
            String call = "call-" + UUID.randomUUID();
            api.callIsOpen(call);

            Answer submitted = api.submitted(Account.AIGERIM, call);

            Submission kept =
                    submissions.find(submitted.at("/receipt/submission")).orElseThrow();
            assertThat(kept.applicationId()).isEqualTo(submitted.at("/id"));
            assertThat(Sha256.hex(kept.text())).isEqualTo(submitted.at("/receipt/sha256/submission"));
            assertThat(kept.text()).contains("\"passportName\":{\"family\":\"Bekova\",\"given\":\"Aigerim\"}");
        }
    }

    @Test
    void keptByAnOlderReleaseIsReadWithWhatItLacksAsNothing(@Autowired MongoDatabase database) {
        String id = "kz-" + UUID.randomUUID();
        database.getCollection("submissions").insertOne(new Document("_id", id).append("text", "{}"));

        assertThat(submissions.find(id)).contains(new Submission(id, null, "{}"));
    }
}
