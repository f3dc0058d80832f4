package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Organisations;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;

/** The five steps that the platform is for, as people take them at their screens. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class BrowserJourneyIT {

    private static final String TITLE = "Clean rivers scholarship";
    private static final String STUDENT = "Ainur Serikkyzy";

    private final RunningPlatform platform;
    private final Browser browser;

    BrowserJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void fiveStepsFromTheProgrammeToTheAcceptedPlace() {
        People people = new People(platform);
        Organisations.add(people.demo("sato"), "University of Tsukuba");
        Organisations.describe(people.demo("karimov"));
        try (Visitor coordinator = Visitor.atADesk(platform, browser);
                Visitor student = Visitor.atADesk(platform, browser);
                Visitor reviewer = Visitor.atADesk(platform, browser)) {
            coordinator.signIn("karimov").speak("en");
            writeAndPublish(coordinator);

            register(student);
            findTheProgramme(student);
            fillInOverTwoVisits(student);
            submit(student);

            reviewer.signIn("tanaka").speak("en");
            score(reviewer);

            student.open("/inbox");
            student.page().evaluate("window.stillTheSamePage = true");
            decide(coordinator);
            publishTheDecision(coordinator);
            hearOfItWithoutReloading(student);
            accept(student);
            readEverything();
        }
    }

    private static void writeAndPublish(Visitor coordinator) {
        Page page = coordinator.page();
        coordinator.see(".main-nav a[href='/manage']").click();
        coordinator.see("#new-programme").click();
        page.locator("#origins-KZ").check();
        page.locator("#origins-UZ").check();
        page.locator("#levels-master").check();
        page.locator("#title-en").fill(TITLE);
        page.locator("#title-ja").fill("きれいな川の奨学金");
        page.locator("#description-en").fill("Two years of river engineering in Japan.\n\nTuition is waived.");
        page.locator("#description-ja").fill("日本で二年間、河川工学を学びます。");
        page.locator("#zone").selectOption("Asia/Tashkent");
        LocalDate today = LocalDate.now();
        page.locator("#opens").fill(ISO_LOCAL_DATE.format(today.minusDays(1)) + "T09:00");
        page.locator("#closes").fill(ISO_LOCAL_DATE.format(today.plusDays(40)) + "T18:00");
        page.locator("#rankAtMost").fill("2");
        page.locator("#places-0-hostId").fill("University of Tsukuba");
        assertThat(page.locator("#places-0-hostId-hint")).containsText("✓");
        page.locator("#add-place").click();
        page.locator("#places-1-hostId").fill("Kitami Institute of Technology");
        page.locator("#places-1-hostId-add").click();
        assertThat(page.locator("#places-1-hostId-hint")).containsText("✓");
        page.locator("#documents-diploma").uncheck();
        coordinator.screenshot("editor");

        page.locator("#save-draft").click();
        page.waitForURL(Pattern.compile(".*/manage/(?!new).+"));
        page.locator("#publish").click();
        page.locator("#confirm-yes").click();
        assertThat(page.locator("#published-notice")).isVisible();
    }

    private static void register(Visitor student) {
        Page page = student.page();
        student.open("/");
        page.locator("#sign-in").click();
        page.locator("a[href='/register']").click();
        page.locator("#account").fill("ainur");
        page.locator("#name").fill(STUDENT);
        page.locator("#email").fill("ainur@example.org");
        page.locator("#country").selectOption("KZ");
        page.locator("#language").selectOption("en");
        page.locator("#password").fill("a-long-password");
        student.comeIn(() -> page.locator("form button[type=submit]").click());
    }

    private static void findTheProgramme(Visitor student) {
        Page page = student.page();
        student.screenshot("home");
        page.locator("#filter-text").fill("clean rivers");
        Locator card = page.locator(".cards article");
        assertThat(card).hasCount(1);
        card.locator("h2 a").click();
        assertThat(page.locator("h1")).hasText(TITLE);
        student.screenshot("programme");
        page.locator("#start-application").click();
        page.waitForURL(Pattern.compile(".*/applications/.+"));
    }

    private static void fillInOverTwoVisits(Visitor student) {
        Page page = student.page();
        assertThat(page.locator("#dossier-passportName-given")).hasValue("Ainur");
        page.locator("#dossier-passportName-family").fill("Serikkyzy-Bekova");
        page.locator("#motivation").fill("The river of my town is no longer what it was.");
        assertSaved(student);

        page.reload();
        assertThat(page.locator("#dossier-passportName-family")).hasValue("Serikkyzy-Bekova");
        assertThat(page.locator("#dossier-citizenship")).hasText("Kazakhstan");
        assertThat(page.locator("#motivation")).hasValue("The river of my town is no longer what it was.");

        page.locator("#dossier-birthDate").fill("17");
        page.locator("#dossier-birthDate-month").selectOption("05");
        page.locator("#dossier-birthDate-year").fill("2001");
        page.locator("#dossier-education").click();
        page.locator("#dossier-education-0-institution").fill("Nazarbayev University");
        page.locator("#dossier-education-0-level").selectOption("bachelor");
        page.locator("#dossier-consents").check();
        page.locator("#studyPlan").fill("First sediment, then people.");
        page.locator("#choice-add-button").click();
        page.locator("#choice-add-button").click();
        page.locator("#document-passport")
                .setInputFiles(new FilePayload("passport.pdf", "application/pdf", StudentApplication.PASSPORT));
        assertThat(page.locator("#remove-document-passport")).isVisible();
        assertSaved(student);
        student.screenshot("application");
    }

    private static void assertSaved(Visitor student) {
        assertThat(student.see("#saving-state.saving-saved")).containsText("Saved at");
    }

    private static void submit(Visitor student) {
        Page page = student.page();
        page.locator("#submit-application").click();
        assertThat(page.locator("#check")).containsText("Nothing is missing");
        assertThat(page.locator("#dossier-read")).containsText("Nazarbayev University");
        student.screenshot("check");
        page.locator("#confirm-submit").click();
        assertThat(page.locator("#submitted-notice")).isVisible();
        assertThat(page.locator("[data-testid=receipt-id]")).not().isEmpty();
        assertThat(page.locator("[data-testid=unread]")).hasText("1");
        student.screenshot("receipt");
    }

    private static void score(Visitor reviewer) {
        Page page = reviewer.page();
        reviewer.see(".main-nav a[href='/reviews']").click();
        page.locator("#reviews a").getByText(STUDENT).click();
        page.locator("#beside-passport").click();
        String passport = page.locator("yol-documents-beside .document a").getAttribute("href");
        Assertions.assertThat(page.request().get(passport).body()).isEqualTo(StudentApplication.PASSPORT);
        page.locator("[data-testid=review-form] input[name=academic]").fill("9");
        page.locator("[data-testid=review-form] input[name=plan]").fill("7");
        assertThat(page.locator("[data-testid=weighted-score]")).hasText("80.00");
        page.locator("[data-testid=review-form] textarea").fill("Knows the rivers, and why they matter.");
        reviewer.screenshot("review");
        page.locator("[data-testid=review-form] button[type=submit]").click();
        assertThat(page.locator("#toasts")).containsText("Your review is saved.");
    }

    private static void decide(Visitor coordinator) {
        Page page = coordinator.page();
        coordinator.open("/manage");
        coordinator.screenshot("manage");
        page.locator("#own-programmes tbody")
                .filter(new Locator.FilterOptions().setHasText(TITLE))
                .locator("a[href$='/applications']")
                .click();
        assertThat(page.locator("#applications-table tbody tr")).hasCount(1);
        assertThat(page.locator("#applications-table")).containsText("80.00");
        coordinator.screenshot("applications");
        page.locator("#applications-table a").getByText(STUDENT).click();
        page.locator("#outcome-selected").check();
        page.locator("#decision-place").selectOption(new SelectOption().setIndex(1));
        page.locator("#decision-reason").fill("The best plan of all, and a reviewer who is sure of it.");
        page.locator("#save-decision").click();
        assertThat(page.locator("#publish-decision")).isVisible();
    }

    private static void publishTheDecision(Visitor coordinator) {
        Page page = coordinator.page();
        coordinator.screenshot("decide");
        page.locator("#publish-decision").click();
        page.locator("#confirm-yes").click();
        assertThat(page.locator(".badge-offered")).isVisible();
    }

    private static void hearOfItWithoutReloading(Visitor student) {
        Page page = student.page();
        assertThat(page.locator("[data-testid=unread]")).hasText("2");
        assertThat(page.locator("#messages li")).hasCount(2);
        assertThat(page.locator("#messages li").first()).containsText("Congratulations");
        assertThat(page.locator("#toasts")).containsText("Congratulations");
        Assertions.assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
        student.screenshot("inbox");
    }

    private static void accept(Visitor student) {
        Page page = student.page();
        page.locator("#messages li").first().locator("a").click();
        assertThat(page.locator("#offer")).containsText("University of Tsukuba");
        student.screenshot("offer");
        page.locator("#accept-offer").click();
        page.locator("#confirm-yes").click();
        assertThat(page.locator(".title-block .badge-accepted")).isVisible();
        assertThat(page.locator("#timeline li")).hasCount(5);
    }

    private void readEverything() {
        try (Visitor auditor = Visitor.atADesk(platform, browser)) {
            auditor.signIn("auditor").speak("en").open("/applications");
            auditor.see("#applications-text").fill(STUDENT);
            assertThat(auditor.see("#applications tbody tr")).hasCount(1);
            assertThat(auditor.see("#applications tbody tr")).containsText(TITLE);
            assertThat(auditor.see("#applications tbody .badge-accepted")).isVisible();
            assertThat(auditor.see("#applications th[aria-sort]")).hasAttribute("aria-sort", "descending");
            auditor.see("#applications .sorts").click();
            assertThat(auditor.see("#applications th[aria-sort]")).hasAttribute("aria-sort", "ascending");
            auditor.see("#applications-state").selectOption("withdrawn");
            assertThat(auditor.see("#applications")).hasCount(0);
            auditor.see("#applications-state").selectOption("");
            assertThat(auditor.see("#applications tbody tr")).hasCount(1);
            auditor.screenshot("audit");
            assertThat(auditor.open("/audit").see("#audit")).containsText("Document: Passport");
        }
    }
}
