package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.localrun.journey.PublishedCall.TSUKUBA;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;

/** A call that is reviewed blind by two: asked, scored by keys, followed, and where they differ asked once more. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class ReviewingIT {

    /** What their dossiers and accounts say of the students, and the countries they come from. */
    private static final Pattern WHO =
            Pattern.compile("Bekova|Aigerim|Student student-|2001-05-17|17 May 2001|Kazakhstan|passport\\.pdf");

    private final People people;
    private final Person coordinator;
    private final PublishedCall call;
    private final String place;
    private final Visitor desk;
    private final Visitor reviewer;

    ReviewingIT(RunningPlatform platform, Browser browser) {
        people = new People(platform);
        coordinator = people.demo("sato");
        call = PublishedCall.reviewedBlind(coordinator, "Judged by the work alone", 2);
        place = call.place(TSUKUBA);
        desk = Visitor.atADesk(platform, browser);
        reviewer = Visitor.atADesk(platform, browser);
    }

    @AfterEach
    void leave() {
        desk.close();
        reviewer.close();
    }

    @Test
    void aPanelIsSetScoresByKeysAndIsAskedOnceMoreWhereItDiffers() {
        submitted();
        submitted();
        people.demo("tanaka").read("/api/reviews/counts");
        Person anna = people.reviewer("Anna Mori", TSUKUBA);
        people.reviewer("Ben Kato", TSUKUBA);

        desk.signIn("sato").speak("en").open("/manage/calls/" + call.id() + "/applications");
        desk.see("main a[href='/manage/panels/" + call.id() + "']").click();
        desk.arrive();
        choose("Haruka Tanaka");
        choose("Anna Mori");
        desk.see("#panel-due").fill("2099-03-01T18:00");
        desk.see("#panel-save").click();
        desk.see("#panel-assign").click();
        assertThat(desk.see("#panel-assigned")).containsText("4 reviews are assigned");
        assertThat(desk.see("#panel-progress")).containsText("0 of 4 done");

        String scored = scoresOneByKeysAndDeclaresAConflictForTheOther();
        anna.put(
                        "/api/applications/" + scored + "/reviews/" + place,
                        Person.entityTag(
                                anna.read("/api/applications/" + scored).at("/reviews/0")),
                        Map.of("scores", Map.of("academic", 3, "plan", 3)))
                .ok();

        whatNobodyIsLeftForIsNamedAndAskedOfOneMore();
        desk.open("/manage/panels/" + call.id());
        Locator differing = desk.see("#spreads tbody tr");
        assertThat(differing).hasCount(1);
        assertThat(differing).containsText("52.00");
        assertThat(desk.see("#scoring")).containsText("Haruka Tanaka");
        differing.locator(".ask-further").click();
        assertThat(desk.see("#toasts")).containsText("Ben Kato is asked.");
        assertThat(differing).containsText("1 more is asked");
        desk.screenshot("panel");
        differing.locator("th a").click();
        assertThat(desk.see("yol-reviews-read")).containsText("Anna Mori");
        assertThat(desk.see("[data-reviewer=tanaka] h3")).hasText("Haruka Tanaka");
    }

    private String scoresOneByKeysAndDeclaresAConflictForTheOther() {
        Page page = reviewer.page();
        reviewer.signIn("tanaka").speak("en").open("/reviews?call=" + call.id());
        assertThat(reviewer.see("#queue-progress")).containsText("0 of 2 done");
        // Other calls show names beside it.
        nobodyIsNamedIn("#queue");
        reviewer.see("#queue a").first().click();
        assertThat(reviewer.see("#blind")).isVisible();
        assertThat(page).not().hasURL(Pattern.compile("/reviews/[a-z]{2}-"));
        String scored = page.url().replaceAll(".*/reviews/|\\?.*", "");
        page.keyboard().press("9");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("7");
        assertThat(reviewer.see("[data-testid=weighted-score]")).hasText("82.00");
        assertThat(reviewer.see("[data-testid=review-form] .saving")).containsText("Saved");
        nobodyIsNamedIn("main");
        reviewer.screenshot("review-blind");
        String heading = reviewer.see("h1").textContent();
        page.keyboard().press("n");
        assertThat(reviewer.see("h1:not(.placeholder)")).not().hasText(heading);
        assertThat(reviewer.see("input[name=academic]")).hasValue("");
        page.keyboard().press("p");
        assertThat(reviewer.see("h1:not(.placeholder)")).hasText(heading);
        assertThat(reviewer.see("input[name=academic]")).hasValue("9");
        reviewer.see("input[name=plan]").focus();
        page.keyboard().press("Enter");
        assertThat(reviewer.see("#toasts")).containsText("Your review is saved.");
        assertThat(reviewer.see("h1:not(.placeholder)")).not().hasText(heading);
        reviewer.see(".review-conflict summary").click();
        reviewer.see(".review-conflict textarea").fill("We write papers together.");
        reviewer.see(".review-conflict button").click();
        reviewer.see("#confirm-yes").click();
        page.waitForURL(url -> url.endsWith("/reviews"));
        reviewer.open("/reviews?call=" + call.id());
        assertThat(reviewer.see("#queue-progress")).containsText("1 of 1 done");
        return scored;
    }

    /** Neither there nor above the page. */
    private void nobodyIsNamedIn(String part) {
        assertThat(reviewer.page().title()).doesNotContainPattern(WHO);
        assertThat(reviewer.see(part).innerText()).doesNotContainPattern(WHO);
        assertThat(reviewer.see(part + " img[src*='/documents/']")).hasCount(0);
    }

    private void whatNobodyIsLeftForIsNamedAndAskedOfOneMore() {
        desk.see("#panel-assign").click();
        assertThat(desk.see("#panel-lacking")).containsText("1 application has too few reviewers");
        assertThat(desk.see("#panel-lacking li a")).hasCount(1);
        assertThat(desk.see("#panel-excluded")).containsText("Haruka Tanaka");
        desk.see("#panel-choose > summary").click();
        choose("Ben Kato");
        desk.see("#panel-save").click();
        assertThat(desk.see("#toasts")).containsText("The panel is saved.");
        desk.see("#panel-assign").click();
        assertThat(desk.see("#panel-lacking")).hasCount(0);
        assertThat(desk.see("#panel-assigned")).containsText("4 reviews are assigned");
    }

    private void choose(String name) {
        desk.see("#place-" + place).getByLabel(Pattern.compile(name)).check();
    }

    private void submitted() {
        StudentApplication.complete(people.student("en"), call).submit();
    }
}
