package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;

/** A coordinator's spreadsheet: whole or not at all. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class ExportIT {

    /** Lets a test feed the export piece by piece, or break it off, where no server would do so on demand. */
    private static final String SLOW_EXPORT = """
            const really = window.fetch;
            window.fetch = (path, options) => {
              if (!options?.headers?.Accept?.startsWith('text/csv') || !window.slow) return really(path, options);
              const body = new ReadableStream({ start: (feed) => { window.feed = feed; } });
              options.signal.addEventListener('abort', () => window.feed.error(options.signal.reason));
              const headers = { 'Content-Type': 'text/csv', 'X-Total-Count': '4' };
              return Promise.resolve(new Response(body, { headers }));
            };
            window.rows = (text) => window.feed.enqueue(new TextEncoder().encode(text));
            """;

    /** A browser without windows has nothing to show PDFs in, and so offers none; the dialog around it is the same. */
    private static final String SHOWS_PDF =
            "Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => true });";

    private static final String LIST = "**/api/applications?*";

    private final RunningPlatform platform;
    private final Browser browser;
    private final PublishedCall call;
    private final StudentApplication submitted;
    private final Visitor visitor;
    private final Page page;
    private final List<Download> saved = new CopyOnWriteArrayList<>();

    ExportIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        People people = new People(platform);
        call = PublishedCall.by(people.demo("sato"), "To be counted");
        submitted = StudentApplication.complete(people.student("en"), call);
        submitted.submit();
        visitor = Visitor.atADesk(platform, browser).expectComplaint("status of 503");
        page = visitor.page();
    }

    @BeforeEach
    void openTheList() {
        page.addInitScript(SLOW_EXPORT);
        page.onDownload(saved::add);
        visitor.signIn("sato").speak("en").open("/manage/calls/" + call.id() + "/applications");
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void anExportThatIsRefusedAtFirstIsSavedWhole() throws IOException {
        Refusals refusals = Refusals.of(page, "GET", LIST, 1, 1);

        Download file = page.waitForDownload(() -> visitor.see("#export").click());

        assertThat(file.suggestedFilename()).isEqualTo("applications-" + call.id() + ".csv");
        assertThat(Files.readString(file.path())).contains(submitted.id()).endsWith("\n");
        assertThat(visitor.see("#export-state")).hasText("Saved: 1 application.");
        assertThat(refusals.requests()).isEqualTo(2);
    }

    @Test
    void theListIsAlsoAWorkbookAndACsvWithSemicolons() throws IOException {
        page.selectOption("#export-format", "xlsx");
        Download workbook = page.waitForDownload(() -> visitor.see("#export").click());

        assertThat(workbook.suggestedFilename()).isEqualTo("applications-" + call.id() + ".xlsx");
        try (ZipFile parts = new ZipFile(workbook.path().toFile())) {
            assertThat(new String(
                            parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .contains(submitted.id(), "passport_family_name");
        }
        assertThat(visitor.see("#export-state")).containsText("Saved: ");

        page.selectOption("#export-format", "semicolon");
        Download csv = page.waitForDownload(() -> visitor.see("#export").click());
        assertThat(Files.readString(csv.path()))
                .startsWith("\uFEFFid;student;country;")
                .contains(submitted.id());
    }

    @Test
    void theExportTellsHowFarItIsAndCanBeCancelled() throws IOException {
        beginSlowly("id,name\r\n1,\"two\r\nlines, \"\"one\"\" row\"\r\n2,b\r\n3,not yet wh");

        assertThat(visitor.see("#export-count")).hasText("2 of 4 applications");
        assertThat(visitor.see("#export")).isDisabled();
        assertThat(Axe.load().hindrancesInAnyColours(page)).isEmpty();
        visitor.screenshot("export");
        visitor.see("#export-cancel").click();

        assertThat(visitor.see("#export-state")).containsText("cancelled");
        assertThat(visitor.see("#export")).isEnabled();
        assertThat(saved).isEmpty();
    }

    @Test
    void anExportThatBreaksOffSavesNothing() {
        beginSlowly("id\r\n1\r\n2\r\n");
        assertThat(visitor.see("#export-count")).hasText("2 of 4 applications");

        page.evaluate("window.feed.error(new TypeError('network error'))");

        assertThat(visitor.see("#export-problem [role=alert]")).containsText("after 2 applications");
        assertThat(saved).isEmpty();
    }

    @Test
    void anExportWithFewerRowsThanAnnouncedSaysSo() {
        beginSlowly("id\r\n1\r\n2\r\n");

        page.waitForDownload(() -> page.evaluate("window.feed.close()"));

        assertThat(visitor.see("#export-state")).containsText("4 were announced");
    }

    @Test
    void whoAuditsSeesHowManyThereAreAndWhatEachFileIs() {
        try (Visitor auditor = Visitor.atADesk(platform, browser)) {
            auditor.page().addInitScript(SHOWS_PDF);
            auditor.signIn("auditor").speak("en").open("/applications?programmeId=" + call.programmeId());
            Locator programme = auditor.see("#counts [data-key='" + call.programmeId() + "']");
            assertThat(programme).containsText("To be counted");
            assertThat(programme).hasAttribute("aria-pressed", "true");
            auditor.see("#counts [data-key=submitted]").press("Enter");
            assertThat(auditor.see("#applications tbody tr")).hasCount(1);
            assertThat(auditor.see("#applications-state")).hasValue("submitted");
            auditor.screenshot("counts");

            auditor.see("#applications a").click();
            assertThat(auditor.see("[data-scan=not-scanned]")).hasText("Not checked for viruses");
            auditor.see("#preview-passport").press("Enter");
            assertThat(auditor.see("#preview-close")).isFocused();
            assertThat(auditor.see("#preview iframe")).hasAttribute("title", "Passport");
            auditor.page().keyboard().press("Escape");
            assertThat(auditor.see("#preview-passport")).isFocused();

            auditor.see("#file-check summary").press("Enter");
            auditor.see("#compared-file")
                    .setInputFiles(new FilePayload("same.pdf", "application/pdf", StudentApplication.PASSPORT));
            assertThat(auditor.see("#compared")).containsText("Yes: same.pdf is Passport, in receipt ");
            auditor.see("#compared-sha256").fill("0".repeat(64));
            auditor.see("#compare").click();
            assertThat(auditor.see("#compared")).containsText("is in no receipt of this application");
            auditor.screenshot("file-check");
        }
    }

    @Test
    void searchFieldsTakeNoMoreThanTheServices() {
        visitor.see("#applications-text").fill("x".repeat(170));
        assertThat(visitor.see("#applications-text-left")).hasText("30 letters left");

        visitor.see("#applications-text").pressSequentially("y".repeat(31));
        assertThat(visitor.see("#applications-text-left")).hasText("0 letters left");
        assertThat(visitor.see("#applications-text")).hasValue("x".repeat(170) + "y".repeat(30));

        visitor.open("/?text=" + "z".repeat(4_000));
        assertThat(visitor.see("#filter-text")).hasValue("z".repeat(200));
    }

    private void beginSlowly(String text) {
        page.evaluate("window.slow = true");
        visitor.see("#export").click();
        page.waitForFunction("() => window.feed");
        page.evaluate("text => window.rows(text)", text);
    }
}
