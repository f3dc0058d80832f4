package org.yol.gateway.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The front end's own scripts in the browser of this machine, on an empty page: function by function, without anything
 * that they are shown in. Without a browser the test is skipped, except on CI: there it fails.
 */
public final class Scripts implements AutoCloseable {

    private static final String EMPTY = "/an-empty-page";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** One for all tests of a JVM, as starting it costs more than what they ask; it ends with the JVM. */
    private static Browser browser;

    private final Page page;

    private Scripts(Page page) {
        this.page = page;
    }

    /** Of the gateway on that port, to a reader in that zone. */
    public static Scripts at(int port, String zone) {
        Assumptions.assumeTrue(chromium().isPresent() || "true".equals(System.getenv("CI")), "no browser on the PATH");
        var page = browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale("en-GB")
                        .setTimezoneId(zone))
                .newPage();
        page.route(
                "**" + EMPTY,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>Empty</title>")));
        page.navigate(EMPTY);
        return new Scripts(page);
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            browser = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium().orElseThrow())
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        }
        return browser;
    }

    /**
     * What an expression is there.
     *
     * @param module as below {@code /app/}, such as {@code core/format.js}
     * @param expression JavaScript in which {@code m} is the module
     */
    public Object evaluate(String module, String expression) {
        return page.evaluate(
                "async () => { const m = await import('/app/" + module + "'); return " + expression + "; }");
    }

    /** From now on the words are of this language. */
    public void speak(String language) {
        evaluate("core/texts.js", "m.texts.use('" + language + "')");
    }

    @Override
    public void close() {
        page.context().close();
    }

    private static Optional<Path> chromium() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
