package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class WithoutNetworkIT {

    /** Of the language that is given to it. */
    static final String SHELL_IS_KEPT = """
            async (language) => {
              await navigator.serviceWorker.ready;
              const names = await caches.keys();
              const words = async (name) => (await (await caches.open(name)).keys())
                .some(({ url }) => url.endsWith(`/texts/${language}.json`));
              return (await Promise.all(names.map(words))).some(Boolean) && Boolean(navigator.serviceWorker.controller);
            }""";

    private final RunningPlatform platform;
    private final Browser browser;

    WithoutNetworkIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void reloadShowsTheShellInItsLanguageAndThePageWhenTheNetworkIsBack() {
        try (Visitor visitor =
                Visitor.whoKeepsTheShell(platform, browser).expectComplaint("ERR_INTERNET_DISCONNECTED|Failed to")) {
            visitor.open("/").see("#site-language").selectOption("ru");
            visitor.page().waitForFunction(SHELL_IS_KEPT, "ru");

            visitor.context().setOffline(true);
            visitor.page().reload();

            assertThat(visitor.see(".main-nav a[href='/']")).hasText("Программы");
            assertThat(visitor.see("yol-waiting")).containsText("нет связи");

            visitor.context().setOffline(false);
            visitor.arrive();
            assertThat(visitor.see("yol-programme-list h1")).isVisible();
        }
    }
}
