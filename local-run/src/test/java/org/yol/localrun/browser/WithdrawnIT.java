package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
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
            student.see("#confirm-submit").click();
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
            student.see("#confirm-submit").click();
            assertThat(student.see("#submitted-notice")).isVisible();
            assertThat(student.see("#returned")).hasCount(0);

            assertThat(student.see("[data-testid=log-entry]")).isVisible();
            Path receiptFile = student.page()
                    .waitForDownload(() -> student.see("#receipt-pdf").click())
                    .path();
            verifyWithoutAnAccount(receiptFile, application);
        }
    }

    private void verifyWithoutAnAccount(Path receiptFile, StudentApplication application) {
        try (Visitor anybody = Visitor.atADesk(platform, browser)) {
            anybody.open("/verify");
            anybody.see("#receipt-file").setInputFiles(receiptFile);
            assertThat(anybody.see("#finding")).hasAttribute("data-finding", "genuine");
            assertThat(anybody.see("#said"))
                    .containsText(application.read().at("/receipt/id").asString());
            anybody.see("#compared-file")
                    .setInputFiles(new FilePayload("mine.pdf", "application/pdf", StudentApplication.PASSPORT));
            assertThat(anybody.see("#compared")).containsText("Yes: mine.pdf is part of this receipt, as Passport");
            anybody.see("#compared-file")
                    .setInputFiles(new FilePayload("other.pdf", "application/pdf", new byte[] {1}));
            assertThat(anybody.see("#compared")).containsText("No: other.pdf");
            anybody.screenshot("verify");
            anybody.see("#receipt-text").fill("1A2B-3C4D-5E6F");
            anybody.see("#verify").click();
            assertThat(anybody.see("#finding")).hasAttribute("data-finding", "unreadable");
        }
    }

    @Test
    void aDeviceWhoseClockIsPastTheDeadlineIsToldTheTimeOfTheServer() {
        People people = new People(platform);
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Open by the clock of the server");
        StudentApplication application = StudentApplication.complete(people.demo("dilnoza"), call);
        try (Visitor student = Visitor.atADesk(platform, browser)) {
            student.context().addInitScript("""
                    const ahead = 31 * 24 * 60 * 60 * 1000;
                    const Right = Date;
                    Date = class extends Right {
                      constructor(...given) { super(...(given.length ? given : [Right.now() + ahead])); }
                      static now() { return Right.now() + ahead; }
                    };
                    """);
            student.signIn("dilnoza").speak("en").open("/applications/" + application.id());
            assertThat(student.see("#device-clock")).isVisible();
            assertThat(student.see(".title-block")).containsText("Closes");
            assertThat(student.see(".title-block")).not().containsText("Closed");
            assertThat(student.see(".steps li").last()).containsText("1 of 1");
            List<String> counted = student.page().locator(".steps .meta").allTextContents();
            student.open("/applications");
            Locator row = student.see("li:has(a[href='/applications/" + application.id() + "'])");
            assertThat(row).containsText("Closes");
            assertThat(row).containsText("Documents: 1 of 1");
            assertThat(row.locator("[data-testid^=progress-]")).containsText(counted.toArray(String[]::new));
            student.open("/calls/" + call.id());
            assertThat(student.see("main")).not().containsText("Closed");
            student.open("/applications/" + application.id());
            student.see("#submit-application").click();
            student.see("#confirm-submit").click();
            assertThat(student.see("#submitted-notice")).isVisible();
        }
    }
}
