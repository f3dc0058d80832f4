package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class ForbiddenSiteDataIT {

    private final RunningPlatform platform;
    private final Browser browser;

    ForbiddenSiteDataIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void programmesAreReadAndSigningInSaysWhatItNeeds(@TempDir Path folder) throws IOException {
        forbidSiteData(folder);
        try (BrowserContext forbidding = InstalledBrowser.withSettings(
                browser, folder, platform.gateway().toString())) {
            Page page = forbidding.newPage();
            page.navigate("/");
            assertThat(page.locator("h1:not(.placeholder)")).isVisible();
            assertThat(page.locator("yol-programme-list")).isVisible();

            page.locator("#site-language").selectOption("uz");
            assertThat(page.locator("html")).hasAttribute("lang", "uz");
            page.locator("#sign-in").click();

            assertThat(page.locator("h1")).containsText("cookie");
            page.locator("main a[href='/']").click();
            assertThat(page.locator("yol-programme-list")).isVisible();
        }
    }

    /** As somebody does in the settings: "Don't allow sites to save data on your device". */
    private static void forbidSiteData(Path folder) throws IOException {
        Path profile = Files.createDirectories(folder.resolve("Default"));
        Files.writeString(profile.resolve("Preferences"), """
                {"profile": {"default_content_setting_values": {"cookies": 2}}}""");
    }
}
