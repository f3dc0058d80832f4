package org.yol.localrun.browser;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class PhoneIT {

    private static final String HIDDEN_WIDTH =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final RunningPlatform platform;
    private final Browser browser;

    PhoneIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"aigerim", "tanaka", "sato"})
    void everyPageFitsASmallScreen(String account) {
        List<String> paths = PagesOfAllKinds.on(platform).of(account);
        SoftAssertions fits = new SoftAssertions();
        try (Visitor visitor = Visitor.onAPhone(platform, browser)) {
            visitor.signIn(account).speak("ru");
            for (String path : paths) {
                visitor.open(path);
                fits.assertThat(visitor.page().evaluate(HIDDEN_WIDTH))
                        .as("pixels of %s beyond the edge", path)
                        .isEqualTo(0);
                visitor.screenshot("phone-" + account + "-" + paths.indexOf(path));
            }
        }
        fits.assertAll();
    }
}
