package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
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
    @CsvSource({
        "ja, プログラム, ログイン",
        "ru, Программы, Войти",
        "kk, Бағдарламалар, Кіру",
        "ky, Программалар, Кирүү",
        "tg, Барномаҳо, Воридшавӣ",
        "tk, Maksatnamalar, Girmek",
        "uz, Dasturlar, Kirish"
    })
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

    @Test
    void languageChosenBeforeSigningInIsKeptByANewAccount() {
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.open("/").see("#site-language").selectOption("kk");
            assertThat(visitor.see("#sign-in")).hasText("Кіру");

            visitor.see("#sign-in").click();
            assertThat(visitor.see("h1")).hasText("Кіру");
            visitor.see("a[href='/register']").click();
            assertThat(visitor.see("#language")).hasValue("kk");
            visitor.see("#account").fill("from-taraz");
            visitor.see("#name").fill("Madina Ospanova");
            visitor.see("#email").fill("madina@example.org");
            visitor.see("#country").selectOption("KZ");
            visitor.see("#password").fill("a long enough one");
            visitor.comeIn(() -> visitor.see("form button[type=submit]").click());

            assertThat(visitor.see("html")).hasAttribute("lang", "kk");
            visitor.open("/preferences");
            assertThat(visitor.see("#language")).hasValue("kk");
            assertThat(visitor.see("#address")).containsText("хат жіберілмейді");
            visitor.see("#address a").click();
            assertThat(visitor.see("dl")).containsText("madina@example.org");
        }
    }

    @Test
    void programmeCanBeReadInEveryLanguageItWasWrittenIn() {
        PublishedCall call = PublishedCall.by(new People(platform).demo("sato"), "Water for the valley");
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.open("/programs/" + call.programmeId());
            assertThat(visitor.see("h1")).hasText("Water for the valley");

            visitor.see(".also-in button[lang=ja]").click();

            assertThat(visitor.see("h1")).containsText("日本語");
            assertThat(visitor.see("h1 span")).hasAttribute("lang", "ja");
            assertThat(visitor.see("html")).hasAttribute("lang", "en");
            assertThat(visitor.see(".also-in button[lang=en]")).isVisible();
        }
    }
}
