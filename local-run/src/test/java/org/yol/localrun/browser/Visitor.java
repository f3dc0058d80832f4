package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.identity.DemoAccounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at a browser of their own. Closing it fails the test when a page has written an error to its console, which
 * a violation of the Content-Security-Policy is too.
 */
final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 45_000;

    /** Of the browsers that accounts of the demo have come in with, by gateway and account. */
    private static final Map<String, List<Cookie>> COOKIES = new ConcurrentHashMap<>();

    private final URI gateway;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Pattern expected = Pattern.compile("(?!)");

    private Visitor(RunningPlatform platform, Browser browser, Browser.NewContextOptions options) {
        gateway = platform.gateway();
        context = browser.newContext(options.setBaseURL(gateway.toString())
                .setLocale("en-GB")
                .setTimezoneId("Asia/Almaty")
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(this::listen);
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
    }

    static Visitor atADesk(RunningPlatform platform, Browser browser) {
        return new Visitor(platform, browser, atADesk().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    }

    /**
     * Whose browser keeps the shell, as everybody's does: each new one loads all of its files, which most tests can do
     * without.
     */
    static Visitor whoKeepsTheShell(RunningPlatform platform, Browser browser) {
        return new Visitor(platform, browser, atADesk());
    }

    private static Browser.NewContextOptions atADesk() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    /** With a small screen and fingers. */
    static Visitor onAPhone(RunningPlatform platform, Browser browser) {
        return new Visitor(
                platform,
                browser,
                new Browser.NewContextOptions()
                        .setViewportSize(320, 640)
                        .setDeviceScaleFactor(2)
                        .setIsMobile(true)
                        .setHasTouch(true)
                        .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Locator see(String selector) {
        return page.locator(selector);
    }

    /** Opens a page of the site and waits until it shows what it is about. */
    Visitor open(String path) {
        page.navigate(path);
        return arrive();
    }

    /** Waits until the page shows what it is about. */
    Visitor arrive() {
        assertThat(see("h1:not(.placeholder)")).isVisible();
        assertThat(see("main [aria-busy=true]")).hasCount(0);
        return this;
    }

    /**
     * Comes in as a demo account: through the pages for it, or, as long as it is signed in, with the cookies that the
     * last one who came in through them got.
     */
    Visitor signIn(String account) {
        String who = account + " at " + gateway;
        context.addCookies(COOKIES.getOrDefault(who, List.of()));
        if (isSignedIn(account)) {
            comeIn(() -> page.navigate("/"));
            return this;
        }
        context.clearCookies();
        open("/");
        see("#sign-in").click();
        enterPassword(account);
        COOKIES.put(who, List.copyOf(context.cookies()));
        return this;
    }

    private boolean isSignedIn(String account) {
        JsonNode session =
                JsonMapper.shared().readTree(context.request().get("/session").body());
        return account.equals(session.path("account").asString(""));
    }

    /** On the sign-in page already. */
    void enterPassword(String account) {
        see("#username").fill(account);
        see("#password").fill(DemoAccounts.passwordOf(account));
        comeIn(() -> see("form button[type=submit]").click());
    }

    /** Does what leads into the site, and waits until it speaks the language of the person. */
    void comeIn(Runnable lastStep) {
        Response preferences = page.waitForResponse(answer -> answer.url().endsWith("/api/preferences"), lastStep);
        String language =
                JsonMapper.shared().readTree(preferences.body()).get("language").asString();
        assertThat(see("html")).hasAttribute("lang", language);
        assertThat(see("#account-menu")).isVisible();
        arrive();
    }

    /** Chooses a language of the site for good. */
    Visitor speak(String language) {
        if (!language.equals(see("html").getAttribute("lang"))) {
            page.waitForResponse(
                    answer -> answer.url().endsWith("/api/preferences")
                            && answer.request().method().equals("PUT"),
                    () -> see("#site-language").selectOption(language));
        }
        return this;
    }

    /** From now on a console message of this kind is part of the test. */
    Visitor expectComplaint(String regex) {
        expected = Pattern.compile(regex);
        return this;
    }

    /**
     * Puts the whole page as it is now, as if the screen were as long as it, into {@code target/screenshots}: for
     * people to look at, so not on CI.
     */
    void screenshot(String name) {
        if ("true".equals(System.getenv("CI"))) {
            return;
        }
        ViewportSize screen = page.viewportSize();
        int length = (int) page.evaluate("Math.max(document.documentElement.scrollHeight, window.innerHeight)");
        page.setViewportSize(screen.width, length);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
        page.setViewportSize(screen.width, screen.height);
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") && !expected.matcher(message.text()).find()) {
            complaints.add(message.page().url() + ": " + message.text());
        }
    }

    @Override
    public void close() {
        context.close();
        Assertions.assertThat(complaints).as("errors on the console").isEmpty();
    }
}
