package org.yol.localrun.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.localrun.RunningPlatform;

@ExtendWith(WholePlatform.class)
class MessageLanguageIT {

    private final Told told;
    private final People people;

    MessageLanguageIT(RunningPlatform platform) {
        told = new Told(platform);
        people = new People(platform);
    }

    @ParameterizedTest
    @CsvSource({
        "en, ja, 応募を受け付けました：River engineering（日本語）",
        "ja, ru, Мы получили вашу заявку: River engineering (по-русски)",
        "ru, en, We have received your application: River engineering",
        "en, kk, Өтініміңізді алдық: River engineering",
        "kk, uz, Arizangizni oldik: River engineering"
    })
    void messageAndMailAreInTheLanguageThatTheStudentChose(String ofTheAccount, String chosen, String title) {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "River engineering");
        Person student = people.student(ofTheAccount);
        Answer preferences = student.get("/api/preferences");
        assertThat(preferences.ok().get("language").asString()).isEqualTo(ofTheAccount);
        student.put(
                        "/api/preferences",
                        preferences.header("ETag").orElseThrow(),
                        Map.of("language", chosen, "email", true))
                .ok();

        StudentApplication application = StudentApplication.complete(student, call);
        application.submit();

        told.onceEach(List.of(application));
        assertThat(told.messages(application).getFirst().get("title").asString())
                .isEqualTo(title);
        assertThat(told.mails(application).getFirst().subject()).isEqualTo(title);
    }
}
