package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.WholePlatform;

/** A programme goes on with another call, and what a coordinator types for it is never lost. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class SecondCallIT {

    private static final String CALLS = "**/api/programs/*/calls";

    private final PublishedCall first;
    private final Visitor visitor;
    private final Page page;

    SecondCallIT(RunningPlatform platform, Browser browser) {
        first = PublishedCall.by(new People(platform).demo("karimov"), "Year after year");
        visitor = Visitor.atADesk(platform, browser);
        page = visitor.page();
    }

    @BeforeEach
    void comeIn() {
        visitor.signIn("karimov").speak("en");
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aPublishedProgrammeGetsASecondCallThatAnybodySees() {
        visitor.open("/manage/" + first.programmeId());
        visitor.see(".add-call").click();
        LocalDate today = LocalDate.now();
        visitor.see("#opens").fill(ISO_LOCAL_DATE.format(today.plusDays(300)) + "T09:00");
        visitor.see("#closes").fill(ISO_LOCAL_DATE.format(today.plusDays(340)) + "T18:00");
        visitor.see("#save-draft").click();
        page.waitForURL(Pattern.compile(".*/manage/calls/.+"));
        assertThat(visitor.see("#places-0-hostId")).not().hasValue("");

        visitor.open("/programs/" + first.programmeId());
        assertThat(visitor.see("#other-calls li")).hasCount(1);
        assertThat(visitor.see("#other-calls li")).containsText("Draft");

        visitor.open("/manage/" + first.programmeId());
        visitor.see(".call-rows a[href^='/manage/calls/']")
                .getByText("Edit draft")
                .click();
        visitor.see("#publish").click();
        visitor.see("#confirm-yes").click();
        assertThat(visitor.see("#published-notice")).isVisible();
        assertThat(visitor.see(".call-rows a[href$='/applications']")).hasCount(2);

        visitor.context().clearCookies();
        visitor.open("/programs/" + first.programmeId());
        assertThat(visitor.see("#start-application")).isVisible();
        assertThat(visitor.see("#other-calls li")).containsText("Opens soon");
        visitor.see("#other-calls a").click();
        assertThat(visitor.see("#apply")).containsText("You can apply once it opens.");
    }

    @Test
    void whatIsTypedIsKeptWhenTheProgrammeIsSavedAndItsCallIsNot() {
        visitor.expectComplaint("ERR_FAILED");
        visitor.open("/manage/new");
        page.route(CALLS, Route::abort);
        visitor.see("#rankAtMost").fill("7");
        visitor.see("#title-en").fill("Half of it is saved");
        visitor.see("#save-draft").click();
        visitor.see("#waiting-stop").click();
        assertThat(visitor.see(".save-bar yol-problem")).containsText("No answer");
        page.waitForURL(Pattern.compile(".*/manage/(?!new).+"));

        page.reload();
        assertThat(visitor.see("#rankAtMost")).hasValue("7");
        assertThat(visitor.see("#title-en")).hasValue("Half of it is saved");

        page.unroute(CALLS);
        visitor.see("#save-draft").click();
        // By the press, or by the page itself when it was left.
        assertThat(visitor.see("#save-state.saving-saved")).isVisible();
        // By its own address: in the list it stands behind every programme with a deadline, on whichever page.
        page.reload();
        assertThat(visitor.see("#title-en")).hasValue("Half of it is saved");
        assertThat(visitor.see("#rankAtMost")).hasValue("7");
    }
}
