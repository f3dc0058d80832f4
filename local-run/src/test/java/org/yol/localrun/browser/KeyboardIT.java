package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
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
