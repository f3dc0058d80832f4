package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.localrun.journey.PublishedCall.HIROSHIMA;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.PassedDeadline;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class SelectionIT {

    private final RunningPlatform platform;
    private final Browser browser;
    private final Visitor visitor;
    private final People people;
    private final Person coordinator;

    SelectionIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        people = new People(platform);
        coordinator = people.demo("sato");
        visitor = Visitor.atADesk(platform, browser);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aSelectionIsRunAndPublishedAndAnybodyChecksIt() throws Exception {
        PublishedCall call = PublishedCall.by(coordinator, "One seat, chosen by scores");
        StudentApplication better = scored(call, people.demo("dilnoza"), 9);
        StudentApplication other = scored(call, people.student("en"), 8);
        PassedDeadline.of(call, platform);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> coordinator
                        .read("/api/selections/lotteries/" + call.id())
                        .hasNonNull("seed"));

        visitor.signIn("sato").speak("en").open("/manage/selections/" + call.id());
        visitor.see("#run-selection").click();
        assertThat(visitor.see("#run-total")).containsText("1 of 3");
        announceAndWithhold();
        visitor.see("#publish-selection").click();
        visitor.see("#confirm-yes").click();
        assertThat(visitor.see("#seats")).containsText("Student");
        visitor.open("/manage/calls/" + call.id() + "/applications/" + other.id());
        assertThat(visitor.see("#own-places")).containsText("80.00, is below that of the last one taken, 90.00");
        visitor.open("/selections/" + call.id());
        assertThat(visitor.see("#selection-places")).containsText("90.00");
        visitor.screenshot("selection-record");
        visitor.open("/reviews");
        assertThat(visitor.see("#other-role")).containsText("reviewers");

        try (Visitor student = Visitor.atADesk(platform, browser)) {
            student.signIn("dilnoza").speak("en").open("/applications/" + better.id());
            assertThat(student.see("#accept-offer")).isVisible();
            student.see("#check-selection").click();
            assertThat(student.see("#checked-selection")).hasClass(Pattern.compile("notice-good"));
            student.screenshot("selection-checked");
        }
    }

    private void announceAndWithhold() {
        visitor.see("#publish-then").check();
        visitor.see("#publish-at").fill(LocalDate.now().plusDays(2) + "T09:00");
        visitor.see("#publish-selection").click();
        visitor.see("#confirm-yes").click();
        assertThat(visitor.see("#announced")).isVisible();
        assertThat(visitor.see("#run-selection")).hasCount(0);
        visitor.screenshot("selection-announced");
        visitor.see("#withhold-selection").click();
        visitor.see("#confirm-yes").click();
        assertThat(visitor.see("#announced")).hasCount(0);
        visitor.see("#publish-now").check();
    }

    private StudentApplication scored(PublishedCall call, Person student, int score) {
        StudentApplication application = StudentApplication.complete(student, call, HIROSHIMA);
        application.submit();
        people.demo("suzuki")
                .put(
                        application.path() + "/reviews/" + call.place(HIROSHIMA),
                        Person.NOTHING_YET,
                        Map.of("scores", Map.of("academic", score, "plan", score), "comment", "Good."))
                .ok();
        return application;
    }
}
