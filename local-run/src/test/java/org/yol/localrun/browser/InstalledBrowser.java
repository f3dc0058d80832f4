package org.yol.localrun.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the browser of this machine, opened once for all of their process. Where none is installed they are
 * skipped, except on CI: there they fail.
 */
final class InstalledBrowser implements ExecutionCondition, ParameterResolver {

    private static final String MISSING = "no browser on the PATH: install chromium (apt-get install chromium)";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    /** The same browser without windows, where it is installed: it costs half of the time. */
    private static final String WITHOUT_WINDOWS = "chromium-headless-shell";

    private static final double PATIENCE_MILLIS = 45_000;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private record Opened(Playwright playwright, Browser browser) implements AutoCloseable {

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return find().isPresent() || "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("there is a browser, or has to be")
                : ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(InstalledBrowser.class))
                .computeIfAbsent(Opened.class, _ -> open(), Opened.class)
                .browser();
    }

    private static Opened open() {
        Path executable =
                find(WITHOUT_WINDOWS).or(InstalledBrowser::find).orElseThrow(() -> new IllegalStateException(MISSING));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS);
        return new Opened(playwright, playwright.chromium().launch(options));
    }

    /** The same browser with settings of its own, which stand in that folder: one of its kind, to be closed. */
    static BrowserContext withSettings(Browser browser, Path folder, String baseUrl) {
        return browser.browserType()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(find().orElseThrow())
                                .setArgs(ARGUMENTS)
                                .setLocale("en-GB")
                                .setBaseURL(baseUrl));
    }

    private static Optional<Path> find() {
        return NAMES.stream().flatMap(name -> find(name).stream()).findFirst();
    }

    private static Optional<Path> find(String name) {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of(folders)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
