package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
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
class KeyboardIT {

    private static final int STEPS_AT_MOST = 60;

    private final RunningPlatform platform;
    private final Browser browser;

    KeyboardIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void aProgrammeIsFoundAndStartedWithoutAMouse() {
        PublishedCall call = PublishedCall.by(new People(platform).demo("sato"), "By keys alone");
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            Page page = visitor.page();
            visitor.open("/");
            tabTo(page, "#sign-in");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/login"));
            tabTo(page, "#username");
            page.keyboard().type("dilnoza");
            tabTo(page, "#password");
            page.keyboard().type("dilnoza-yol");
            visitor.comeIn(() -> page.keyboard().press("Enter"));

            tabTo(page, "#filter-text");
            page.keyboard().type("keys alone");
            assertThat(page.locator(".cards article")).hasCount(1);
            tabTo(page, "a[href='/calls/" + call.id() + "']");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("By keys alone");
            assertThat(page.locator("h1")).isFocused();

            tabTo(page, "#start-application");
            page.keyboard().press("Enter");
            assertThat(page.locator("#application-form")).isVisible();
        }
    }

    @Test
    void anAuthorityRanksDeclinesAndSendsItsListWithoutAMouse() throws Exception {
        People people = new People(platform);
        people.demo("authority-kz");
        PublishedCall call =
                PublishedCall.forNominated(people.demo("sato"), "For candidates of their country", Map.of("KZ", 2));
        String first = submitted(people.demo("aigerim"), call);
        String second = submitted(people.student("en"), call);
        String third = submitted(people.student("en"), call);
        Person nobody = people.student("en");
        String passed = submitted(nobody, call);
        PassedDeadline.of(call, platform);

        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            Page page = visitor.page();
            visitor.signIn("authority-kz").speak("en");
            String wanted = "Candidates wait for your nomination: " + call.title();
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            visitor.open("/inbox").see("main").textContent().contains(wanted));
            visitor.see("main a[href='/nominations/" + call.id() + "']").click();
            assertThat(visitor.see("#quota")).containsText("0 of 2 nominated");

            press(page, "#nominate-" + first);
            assertThat(page.locator("#remove-" + first)).isFocused();
            press(page, "#nominate-" + second);
            assertThat(visitor.see("#quota")).containsText("2 of 2 nominated");
            assertThat(visitor.see("#nominate-" + third)).isDisabled();
            press(page, "#up-" + second);
            assertThat(visitor.see("#ranked li").first().locator("#down-" + second))
                    .isFocused();
            press(page, "#decline-" + third);
            assertThat(page.locator("#reason-" + third)).isFocused();
            page.keyboard().type("No funds for travel.");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(visitor.see("#declined")).containsText("No funds for travel.");
            assertThat(visitor.see("#nomination-saved")).hasText("Saved");
            visitor.screenshot("nominations-ranked");
            press(page, "#send-nominations");
            press(page, "#confirm-yes");
            assertThat(visitor.see("#sent")).isVisible();
            assertThat(visitor.see("#ranked li").nth(1).locator("a")).hasAttribute("href", "/applications/" + first);
            assertThat(visitor.see("#candidates")).containsText("On neither list");
            visitor.screenshot("nominations-sent");
        }
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.signIn("aigerim").speak("en").open("/applications/" + first);
            assertThat(visitor.see("#timeline")).containsText("Nominated");
        }
        assertThat(nobody.read("/api/applications/" + passed).get("nominated").asBoolean())
                .isFalse();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> nobody.read("/api/notifications")
                        .toString()
                        .contains("Your authority has not nominated you: " + call.title()));
    }

    private static String submitted(Person student, PublishedCall call) {
        StudentApplication application = StudentApplication.complete(student, call);
        application.submit();
        return application.id();
    }

    private static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < STEPS_AT_MOST; i++) {
            if (page.locator(selector + ":focus").count() == 1) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is not reached by the tab key on " + page.url());
    }
}
