package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;
import tools.jackson.databind.JsonNode;

@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class WithdrawnIT {

    private final RunningPlatform platform;
    private final Browser browser;

    WithdrawnIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void aStudentWithdrawsStartsAgainAndSubmitsOnceMore() {
        People people = new People(platform);
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Taken back and taken up");
        StudentApplication application = StudentApplication.complete(people.demo("dilnoza"), call);
        JsonNode receipt = application.submit().get("receipt");
        try (Visitor student = Visitor.atADesk(platform, browser)) {
            student.signIn("dilnoza").speak("en").open("/applications/" + application.id());
            student.see("#withdraw summary").click();
            student.see("#withdraw button[type=submit]").click();
            assertThat(student.see("#confirm")).containsText("Until the deadline you can start it again");
            student.see("#confirm-yes").click();

            student.see("#start-again").click();
            assertThat(student.see("#application-form")).isVisible();
            assertThat(student.see("#dossier-passportName-family")).hasValue("Bekova");
            student.see("#submit-application").click();
            student.see("#confirm-submit").click();

            assertThat(student.see("#submitted-notice")).isVisible();
            assertThat(student.see("[data-testid=receipt-id]"))
                    .not()
                    .hasText(receipt.get("id").asString());
            student.see("#earlier-receipts summary").click();
            assertThat(student.see("#earlier-receipts"))
                    .containsText(receipt.get("id").asString());
            student.screenshot("submitted-again");
        }
    }
}
