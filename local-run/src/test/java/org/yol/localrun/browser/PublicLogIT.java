package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;
import org.yol.transparency.GoVerifier;
import org.yol.transparency.GoVerifier.Verdict;
import org.yol.transparency.SigningKey;
import org.yol.transparency.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody sees of the public log, and what their browser finds in it. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class PublicLogIT {

    private static final String FINDING = "data-finding";

    private final RunningPlatform platform;
    private final Browser browser;
    private final PublishedCall call;

    PublicLogIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        this.call = PublishedCall.by(new People(platform).demo("sato"), "Entered for everybody to see");
    }

    @Test
    void aReceiptLeadsAnybodyToItsEntryAndTheEntryToTheHistoryOfItsCall() {
        StudentApplication application = StudentApplication.complete(new People(platform).demo("dilnoza"), call);
        application.submit();
        try (Visitor student = Visitor.atADesk(platform, browser);
                Visitor anybody = Visitor.atADesk(platform, browser)) {
            student.signIn("dilnoza").speak("en").open("/applications/" + application.id());
            assertThat(student.see("[data-testid=log-entry]")).containsText("of the public log");
            Path receipt = student.page()
                    .waitForDownload(() -> student.see("#receipt-pdf").click())
                    .path();

            anybody.open("/verify");
            anybody.see("#receipt-file").setInputFiles(receipt);
            assertThat(anybody.see("#receipt-in-log")).hasAttribute(FINDING, "there");
            anybody.screenshot("verify-log");
            anybody.see("#receipt-in-log a").click();

            assertThat(anybody.see("#log-checked")).isVisible();
            assertThat(anybody.see("#log-entry")).containsText("✓ in the tree");
            anybody.see("#log-entry .log-call").click();
            assertThat(anybody.see("#log-of-call")).containsText("Entered for everybody to see");
            assertThat(anybody.see("#log-entries tbody tr")).hasCount(3);
            assertThat(anybody.see("#log-entries tbody")).containsText("An application was submitted");
            assertThat(anybody.see("#log-entries .badge-good")).hasCount(3);
        }
    }

    @Test
    void programsThatOthersWroteReadAndVerifyAllOfIt(@TempDir Path folder) throws Exception {
        URI log = platform.gateway().resolve("/api/log");
        VerifierKey key =
                VerifierKey.parse(Files.readAllLines(platform.settings().home().resolve("log/keys")).stream()
                        .filter(line -> line.startsWith("PRIVATE+KEY+"))
                        .map(line -> SigningKey.parse(line).verifierKey().encode())
                        .findFirst()
                        .orElseThrow());

        Verdict verdict = GoVerifier.builtIn(folder).log(log.toString(), key);

        Assertions.assertThat(verdict.status()).as(verdict.said()).isZero();
    }

    @Test
    void oneByteThatIsAnotherTurnsThePageRed() throws IOException {
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            awaitSigned(visitor.context().request());
            visitor.open("/log?call=" + call.id());
            assertThat(visitor.see("#log-entries .badge-good")).hasCount(2);

            changing(visitor, "**/api/log/entries?*", entries -> {
                String text = new String(entries, StandardCharsets.UTF_8);
                return text.replaceFirst("(\"digest\":\")[0-9a-f]", "$1x").getBytes(StandardCharsets.UTF_8);
            });
            visitor.open("/log?call=" + call.id());
            assertThat(visitor.see("#log-alarm [data-finding=entry]")).hasCount(1);
            assertThat(visitor.see("#log-checked")).hasCount(0);
            Path evidence = visitor.page()
                    .waitForDownload(() -> visitor.see("#evidence-0").click())
                    .path();
            assertThat(Files.readString(evidence)).contains(call.id(), "c2sp.org/tlog-proof@v1");
            visitor.screenshot("log-red");
        }
        try (Visitor another = Visitor.atADesk(platform, browser)) {
            changing(another, "**/api/log/tile/0/**", tile -> {
                tile[0] ^= 1;
                return tile;
            });
            another.open("/log");
            assertThat(another.see("#log-alarm [data-finding]")).hasAttribute(FINDING, "tiles");
        }
    }

    @Test
    void nothingHindersAnybodyAndItFitsAPhone() throws IOException {
        Axe axe = Axe.load();
        try (Visitor visitor = Visitor.atADesk(platform, browser)) {
            visitor.open("/log?entry=0");
            assertThat(visitor.see("#log-entry .badge-good")).isVisible();
            for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                assertThat(axe.hindrances(visitor.page()))
                        .as("in %s colours", colours)
                        .isEmpty();
                visitor.screenshot("log-" + colours.name().toLowerCase(Locale.ROOT));
            }
        }
        try (Visitor phone = Visitor.onAPhone(platform, browser)) {
            phone.open("/log");
            assertThat(phone.see("#log-checked")).isVisible();
            assertThat(phone.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            phone.screenshot("log-phone");
        }
    }

    /** Waits until both entries of the call are signed: an open page looks at the log each ten seconds only. */
    private void awaitSigned(APIRequestContext anybody) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode entries = JsonMapper.shared()
                    .readTree(anybody.get("/api/log/entries?call=" + call.id()).body())
                    .get("items");
            List<String> checkpoint =
                    anybody.get("/api/log/checkpoint").text().lines().toList();
            return entries.size() == 2 && entries.get(0).get("index").asLong() < Long.parseLong(checkpoint.get(1));
        });
    }

    /** From now on what the platform answers comes to the visitor like this. */
    private static void changing(Visitor visitor, String addresses, UnaryOperator<byte[]> change) {
        visitor.page().route(addresses, route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBodyBytes(change.apply(answer.body())));
        });
    }
}
