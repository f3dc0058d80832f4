package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
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

    @Test
    void aWrongFileNoticedAfterSubmittingIsCorrectedWithANewReceiptAndAsOftenAsTheOfficeAsks() {
        People people = new People(platform);
        Person office = people.demo("sato");
        PublishedCall call = PublishedCall.by(office, "Handed in with the wrong file");
        StudentApplication application = StudentApplication.complete(people.demo("dilnoza"), call);
        String receipt = application.submit().get("receipt").get("id").asString();
        try (Visitor student = Visitor.atADesk(platform, browser);
                Visitor coordinator = Visitor.atADesk(platform, browser)) {
            student.signIn("dilnoza").speak("en").open("/applications/" + application.id());
            student.see("#begin-correction").click();
            assertThat(student.see("#correction")).containsText("stands and counts until you submit this correction");
            student.see("#document-passport")
                    .setInputFiles(new FilePayload("right.pdf", "application/pdf", StudentApplication.PASSPORT));
            assertThat(student.see("[data-testid=document-passport]")).containsText("right.pdf");
            Assertions.assertThat(application.read().at("/documents/0/name").asString())
                    .as("what stands")
                    .isNotEqualTo("right.pdf");
            student.screenshot("correcting");
            student.see("#submit-application").click();
            student.see("#confirm-yes").click();
            assertThat(student.see("#submitted-notice")).isVisible();
            student.see("#earlier-receipts summary").click();
            assertThat(student.see("#earlier-receipts")).containsText(receipt);

            coordinator
                    .signIn("sato")
                    .speak("en")
                    .open("/manage/calls/" + call.id() + "/applications/" + application.id());
            coordinator.see("#return summary").click();
            coordinator.see("#return-reason").fill("The passport is not signed.");
            coordinator.see("#return-button").click();
            assertThat(coordinator.see("#returned")).containsText("The passport is not signed.");
            coordinator.screenshot("returned-by-the-office");

            assertThat(student.see("#returned")).containsText("The passport is not signed.");
            student.see("#begin-correction").click();
            assertThat(student.see("#application-form")).isVisible();
            student.see("#motivation").fill("Signed now.");
            student.see("#discard-correction").click();
            student.see("#confirm-yes").click();
            assertThat(student.see("#begin-correction")).isVisible();
            student.see("#begin-correction").click();
            assertThat(student.see("#motivation")).not().hasValue("Signed now.");
            student.see("#submit-application").click();
            student.see("#confirm-yes").click();
            assertThat(student.see("#submitted-notice")).isVisible();
            assertThat(student.see("#returned")).hasCount(0);
        }
    }
}
