package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class LanguageIT {

    private final RunningPlatform platform;
    private final Browser browser;

    LanguageIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({"ja, プログラム, ログイン", "ru, Программы, Войти"})
    void theWholePageChangesItsWordsAtOnceAndKeepsThem(String language, String programmes, String signIn) {
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.open("/");
            assertThat(visitor.see("html")).hasAttribute("lang", "en");
            assertThat(visitor.see("#sign-in")).hasText("Sign in");

            visitor.see("#site-language").selectOption(language);

            assertThat(visitor.see("html")).hasAttribute("lang", language);
            assertThat(visitor.see(".main-nav a[href='/']")).hasText(programmes);
            assertThat(visitor.see("#sign-in")).hasText(signIn);

            visitor.open("/");
            assertThat(visitor.see("#sign-in")).hasText(signIn);
            visitor.screenshot("home-" + language);
        }
    }
}
