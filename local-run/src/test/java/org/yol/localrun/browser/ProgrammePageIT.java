package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.WholePlatform;

/** What a visitor reads of a programme, at the address of one of its calls. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class ProgrammePageIT {

    private final RunningPlatform platform;
    private final Browser browser;
    private final Person coordinator;

    ProgrammePageIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        this.coordinator = new People(platform).demo("karimov");
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1280, 800"})
    void moneyLevelWhoAndDeadlineStandInTheFirstScreen(int width, int height) {
        PublishedCall call = PublishedCall.by(
                coordinator,
                "Scholarship for those who want to know everything about rivers and the people along them");
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.page().setViewportSize(width, height);
            visitor.open("/calls/" + call.id());

            Locator facts = visitor.see(".glance > div");
            assertThat(facts).containsText(new String[] {
                "¥144,000 – ¥145,000 a month", "Master’s", "Kazakhstan and Uzbekistan", "days"
            });
            BoundingBox box = visitor.see(".glance").boundingBox();
            Assertions.assertThat(box.y + box.height)
                    .as("lower edge of the facts")
                    .isLessThan(upperEdgeOfWhatCovers(visitor.page(), height));
        }
    }

    private static double upperEdgeOfWhatCovers(Page page, int height) {
        Locator bar = page.locator(".apply-bar");
        return bar.isVisible() ? bar.boundingBox().y : height;
    }

    @Test
    void eachCallHasAnAddressOfItsOwnAndIsTheOneThatIsAppliedTo() {
        PublishedCall first = PublishedCall.by(coordinator, "Twice a year");
        PublishedCall second = first.again(coordinator);
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.open("/calls/" + first.id());
            assertInFront(visitor, first, second);
            visitor.see("#other-calls a").click();
            visitor.page().waitForURL("**/calls/" + second.id());
            assertInFront(visitor, second, first);

            // Who is not signed in yet does so, and need not press again.
            visitor.see("#start-application").click();
            visitor.enterPassword("aigerim");

            assertThat(visitor.see("#application-form")).isVisible();
            assertThat(visitor.see(".title-block .provider a")).hasAttribute("href", "/calls/" + second.id());

            // A draft that was deleted is begun anew as if there had been none.
            visitor.see("#withdraw summary").click();
            visitor.see("#withdraw button[type=submit]").click();
            visitor.see("#confirm-yes").click();
            visitor.page().waitForURL("**/applications");
            visitor.open("/calls/" + second.id()).see("#start-application").click();
            assertThat(visitor.see("#application-form")).isVisible();
        }
    }

    private static void assertInFront(Visitor visitor, PublishedCall front, PublishedCall other) {
        assertThat(visitor.see("h1")).hasText(front.title());
        assertThat(visitor.see("#apply a[download]"))
                .hasAttribute("href", Pattern.compile("^/api/calls/" + front.id() + "/calendar"));
        assertThat(visitor.see("#other-calls a")).hasAttribute("href", "/calls/" + other.id());
    }

    @Test
    void onASmallScreenTheWayToApplyStaysInSight() {
        PublishedCall call = PublishedCall.by(coordinator, "Always in sight");
        try (Visitor visitor = Visitor.onAPhone(platform, browser)) {
            visitor.open("/calls/" + call.id());
            assertThat(visitor.see(".apply-bar")).isInViewport();
            assertThat(visitor.see(".apply-bar")).containsText("days");

            visitor.page().evaluate("window.scrollTo(0, document.body.scrollHeight / 2)");

            assertThat(visitor.see("#start-from-bar")).isInViewport();
            assertThat(visitor.see("#start-from-bar"))
                    .hasAttribute("href", Pattern.compile("^/login\\?to=%2Fcalls%2F" + call.id()));
            visitor.screenshot("phone-programme");
        }
        try (Visitor visitor = Visitor.atADesk(platform, browser).open("/calls/" + call.id())) {
            assertThat(visitor.see(".apply-bar")).isHidden();
        }
    }

    @Test
    void whoMayNotApplyIsLedToTheReasonFirst() {
        PublishedCall call = PublishedCall.by(coordinator, "Not for neighbours");
        try (Visitor visitor = Visitor.onAPhone(platform, browser)) {
            visitor.signIn("nurlan").speak("en").open("/calls/" + call.id());

            assertThat(visitor.see("#start-from-bar")).hasCount(0);
            visitor.see(".apply-bar a").click();

            assertThat(visitor.see("#apply .notice-warning")).isInViewport();
        }
    }
}
