package org.yol.notifications.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import org.yol.platform.test.Api.Answer;

@NotificationsTest
class PreferencesIT {

    private Person student;

    @BeforeEach
    void somebodyNew(@LocalServerPort int port) {
        student = Person.speaking("ru-KZ", port);
    }

    @Test
    void theyBeginWithTheLanguageOfTheAccountAndWithMail() {
        Answer preferences = student.looksIn();

        assertThat(preferences.status()).isEqualTo(200);
        assertThat(preferences.at("/language")).isEqualTo("ru");
        assertThat(preferences.body().at("/email").asBoolean()).isTrue();
        assertThat(preferences.body().at("/chosen").asBoolean()).isFalse();
        assertThat(preferences.at("/address")).endsWith("@example.org");
        assertThat(preferences.eTag()).isEqualTo(student.looksIn().eTag());
    }

    @Test
    void changeNeedsTheVersionThatWasSeen() {
        String seen = student.looksIn().eTag();
        String wanted = "{\"language\":\"ja\",\"email\":false}";

        assertThat(student.api().put("/api/preferences", null, wanted).status()).isEqualTo(428);
        Answer changed = student.api().put("/api/preferences", seen, wanted);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.eTag()).isNotEqualTo(seen);
        assertThat(student.api()
                        .put("/api/preferences", seen, "{\"language\":\"en\",\"email\":false}")
                        .status())
                .isEqualTo(412);
        assertThat(student.looksIn().at("/language")).isEqualTo("ja");
        assertThat(student.looksIn().body().at("/chosen").asBoolean()).isTrue();
    }

    @Test
    void languageThatMessagesAreNotWrittenInIsRefused() {
        String seen = student.looksIn().eTag();

        Answer unknown = student.api().put("/api/preferences", seen, "{\"language\":\"fr\",\"email\":true}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/language");

        Answer missing = student.api().put("/api/preferences", seen, "{\"language\":\"ja\"}");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.at("/errors/0/pointer")).isEqualTo("/email");
    }
}
