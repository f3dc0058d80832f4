package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;

import com.microsoft.playwright.Browser;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Organisations;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.WholePlatform;

/** A coordinator changes what is public, and two of them write the same draft. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class ChangesIT {

    private static final LocalDate LATER = LocalDate.now().plusDays(60);

    private final RunningPlatform platform;
    private final Browser browser;
    private final Visitor visitor;

    ChangesIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        visitor = Visitor.atADesk(platform, browser);
        Organisations.describe(new People(platform).demo("karimov"));
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void anExtensionForOneCountryIsSeenByItsCitizensAndReadByEverybody() {
        PublishedCall call = PublishedCall.by(new People(platform).demo("karimov"), "Extended for some");
        visitor.expectComplaint("status of 422");
        visitor.signIn("karimov").speak("en");
        visitor.open("/manage/" + call.programmeId());
        visitor.see("a[href$='/changes']").click();
        visitor.see("#countries-KZ").check();
        visitor.see("#closes").fill(ISO_LOCAL_DATE.format(LATER) + "T23:59");
        visitor.see("#extend").click();
        assertThat(visitor.see("#reason-error")).isVisible();
        visitor.see("#reason").fill("Internet access was interrupted");
        visitor.see("#extend").click();
        assertThat(visitor.see(".amendments")).containsText("Internet access was interrupted");
        visitor.screenshot("changes");

        assertDeadline(call, "aigerim", true);
        assertDeadline(call, "dilnoza", false);
        visitor.context().clearCookies();
        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".extensions")).containsText("Kazakhstan");
        assertThat(visitor.see(".extensions")).containsText("Internet access was interrupted");
        visitor.screenshot("extended");
    }

    private void assertDeadline(PublishedCall call, String student, boolean later) {
        try (Visitor reader = Visitor.atADesk(platform, browser)) {
            reader.signIn(student).open("/programs/" + call.programmeId());
            Pattern moved = Pattern.compile("^" + LATER + "T23:59");
            if (later) {
                assertThat(reader.see(".apply-panel time").first()).hasAttribute("datetime", moved);
            } else {
                assertThat(reader.see(".apply-panel time").first()).not().hasAttribute("datetime", moved);
            }
        }
    }

    @Test
    void aSeatIsAddedWithAReason() {
        PublishedCall call = PublishedCall.by(new People(platform).demo("karimov"), "One seat more");
        visitor.expectComplaint("status of 422");
        visitor.signIn("karimov").speak("en");
        visitor.open("/manage/calls/" + call.id() + "/changes");
        visitor.see("#amend").click();
        visitor.arrive();
        visitor.see("#places-0-seats").fill("9");
        visitor.see("#publish-amendment").click();
        assertThat(visitor.see("#reason-error")).isVisible();
        visitor.see("#reason").fill("A donation");
        visitor.see("#publish-amendment").click();
        assertThat(visitor.see(".amendments")).containsText("A donation");

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".places")).containsText("9 seats");
    }

    @Test
    void midnightIsAskedAbout() {
        visitor.signIn("karimov").speak("en").open("/manage/new");
        visitor.see("#closes").fill("2099-01-11T00:00");
        assertThat(visitor.see("#midnight")).isVisible();

        visitor.see("#take-evening").click();

        assertThat(visitor.see("#closes")).hasValue("2099-01-10T23:59");
        assertThat(visitor.see("#midnight")).hasCount(0);
    }

    @Test
    void twoCoordinatorsDoNotOverwriteEachOther() {
        visitor.expectComplaint("status of 412");
        visitor.signIn("karimov").speak("en").open("/manage/new");
        visitor.see("#title-en").fill("As it was");
        visitor.see("#save-draft").click();
        assertThat(visitor.see("#toasts")).containsText("Draft saved.");
        String address = visitor.page().url();
        try (Visitor colleague = Visitor.atADesk(platform, browser)) {
            colleague.signIn("karimov").open(address);
            colleague.see("#title-en").fill("By the colleague");
            colleague.see("#description-en").fill("Words of the colleague");
            visitor.see("#title-en").fill("By me");
            visitor.see("#months").fill("7");
            colleague.see("#save-draft").click();
            assertThat(colleague.see("#toasts")).containsText("Draft saved.");
        }
        visitor.see("#save-draft").click();
        assertThat(visitor.see("#merged")).containsText("By the colleague");
        assertThat(visitor.see("#title-en")).hasValue("By me");
        assertThat(visitor.see("#description-en")).hasValue("Words of the colleague");
        visitor.screenshot("merged");

        visitor.see("#save-draft").click();
        assertThat(visitor.see("#merged")).hasCount(0);
        visitor.page().reload();
        visitor.arrive();
        assertThat(visitor.see("#title-en")).hasValue("By me");
        assertThat(visitor.see("#months")).hasValue("7");
        assertThat(visitor.see("#description-en")).hasValue("Words of the colleague");
    }
}
