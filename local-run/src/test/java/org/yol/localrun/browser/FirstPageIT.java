package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.WholePlatform;

/** What the first visit is like on a slow line. How long it takes is printed, and judged by people. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class FirstPageIT {

    private static final int BITS_PER_SECOND = 400_000;
    private static final int LATENCY_MILLIS = 400;

    /**
     * When the heading stood there, and each script with the moments it was asked for and was there, in milliseconds.
     */
    private static final String TIMES = """
            () => ({
              words: performance.getEntriesByName('first-contentful-paint')[0].startTime,
              styled: performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/styles/all.css')).responseEnd,
              readable: window.readableAt,
              main: performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/app/main.js')).responseEnd,
              files: performance.getEntriesByType('resource').length,
              bytes: performance.getEntriesByType('resource').reduce((sum, { transferSize }) => sum + transferSize, 0),
              late: performance.getEntriesByType('resource')
                .filter(({ name }) => /[.](js|css)$/.test(name))
                .filter(({ startTime }) => startTime > performance.getEntriesByType('resource')
                  .find(({ name }) => name.endsWith('/app/main.js')).responseEnd)
                .filter(({ name }) => !name.includes('service-worker'))
                .filter(({ startTime }) => startTime < window.readableAt)
                .map(({ name }) => name),
            })""";

    private static final String WATCH = """
            new MutationObserver((_, watch) => {
              if (!document.querySelector('yol-programme-list h1:not(.placeholder)')) return;
              requestAnimationFrame(() => (window.readableAt ??= performance.now()));
              watch.disconnect();
            }).observe(document, { childList: true, subtree: true });""";

    private final RunningPlatform platform;
    private final Browser browser;

    FirstPageIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void titlesWaitForNoFileAndEveryFileIsAskedForAtOnce() {
        try (Visitor visitor = Visitor.onAPhone(platform, browser)) {
            Page page = visitor.page();
            CDPSession line = visitor.context().newCDPSession(page);
            line.send("Network.enable");
            line.send("Network.emulateNetworkConditions", slow());
            page.addInitScript(WATCH);

            visitor.open("/");

            assertThat(visitor.see("yol-programme-list h1")).isVisible();
            Map<?, ?> times = (Map<?, ?>) page.evaluate(TIMES);
            System.out.printf(
                    "First page at %d kbit/s and %d ms: titles after %s ms, all of it after %s ms, %s files, %s bytes%n",
                    BITS_PER_SECOND / 1000,
                    LATENCY_MILLIS,
                    Math.round(((Number) times.get("words")).doubleValue()),
                    Math.round(((Number) times.get("readable")).doubleValue()),
                    times.get("files"),
                    times.get("bytes"));
            Assertions.assertThat(((Number) times.get("words")).doubleValue())
                    .as("when the titles could be read")
                    .isLessThan(((Number) times.get("styled")).doubleValue());
            Assertions.assertThat((List<?>) times.get("late"))
                    .as("files that were found only after a script had run")
                    .isEmpty();
        }
    }

    private static JsonObject slow() {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY_MILLIS);
        conditions.addProperty("downloadThroughput", BITS_PER_SECOND / 8);
        conditions.addProperty("uploadThroughput", BITS_PER_SECOND / 8);
        return conditions;
    }
}
