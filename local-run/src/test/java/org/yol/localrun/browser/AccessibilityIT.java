package org.yol.localrun.browser;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.WholePlatform;

/** No page has what axe calls a serious or critical hindrance, in light colours and in dark ones. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class AccessibilityIT {

    private final RunningPlatform platform;
    private final Browser browser;
    private final Axe axe;

    AccessibilityIT(RunningPlatform platform, Browser browser) throws IOException {
        this.platform = platform;
        this.browser = browser;
        this.axe = Axe.load();
    }

    @Test
    void nothingHindersAVisitorFromSigningIn() {
        SoftAssertions pages = new SoftAssertions();
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.open("/");
            check(pages, visitor, "home");
            visitor.see("#sign-in").click();
            visitor.see("#username").waitFor();
            check(pages, visitor, "sign-in");
            visitor.see("a[href='/password/forgotten']").click();
            visitor.see("#who").waitFor();
            check(pages, visitor, "forgotten password");
            visitor.see("a[href='/login']").click();
            visitor.see("a[href='/register']").click();
            visitor.see("#country").waitFor();
            check(pages, visitor, "registration");
        }
        pages.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aigerim", "tanaka", "sato"})
    void nothingHindersAReader(String account) {
        List<String> paths = PagesOfAllKinds.on(platform).of(account);
        SoftAssertions pages = new SoftAssertions();
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.signIn(account);
            for (String path : paths) {
                visitor.open(path);
                check(pages, visitor, path);
            }
        }
        pages.assertAll();
    }

    private void check(SoftAssertions pages, Visitor visitor, String name) {
        pages.assertThat(axe.hindrancesInAnyColours(visitor.page())).as(name).isEmpty();
    }
}
