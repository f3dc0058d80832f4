package org.yol.localrun.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.mail.Mail;
import tools.jackson.databind.JsonNode;

/** What a student was told about an application, in the inbox and by mail. */
public final class Told {

    private static final Duration LATE = Duration.ofSeconds(40);
    private static final Duration A_SECOND_ONE_WOULD_BE_HERE = Duration.ofSeconds(2);

    private final RunningPlatform platform;

    public Told(RunningPlatform platform) {
        this.platform = platform;
    }

    public List<JsonNode> messages(StudentApplication application) {
        return application
                .student()
                .read("/api/notifications?limit=100")
                .get("items")
                .valueStream()
                .filter(message -> message.get("link").asString().endsWith(application.id()))
                .toList();
    }

    public List<Mail> mails(StudentApplication application) {
        return platform.mails(application.student().email()).stream()
                .filter(mail -> mail.text().contains(application.id()))
                .toList();
    }

    /**
     * Waits until each of the students has one message and one mail, and a little longer for a second that must not
     * come.
     */
    public void onceEach(List<StudentApplication> applications) {
        timesEach(1, applications);
    }

    /** The same of more messages than one, each of them told once. */
    public void timesEach(int times, List<StudentApplication> applications) {
        await().atMost(LATE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(applications).allSatisfy(it -> told(times, it)));
        await().during(A_SECOND_ONE_WOULD_BE_HERE)
                .atMost(LATE)
                .untilAsserted(() -> assertThat(applications).allSatisfy(it -> told(times, it)));
    }

    private void told(int times, StudentApplication application) {
        assertThat(messages(application)).hasSize(times);
        assertThat(mails(application)).hasSize(times);
    }
}
