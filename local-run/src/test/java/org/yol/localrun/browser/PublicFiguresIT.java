package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;

/** What anybody sees of what goes on, without signing in. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class PublicFiguresIT {

    /** A group grows in public when five more have come, whatever it was rounded by. */
    private static final int SEEN_FOR_SURE = 5;

    private static final Pattern SHEETS = Pattern.compile("/Type\\s*/Page\\b");

    private final RunningPlatform platform;
    private final Browser browser;
    private final People people;
    private final PublishedCall call;
    private Visitor visitor;

    PublicFiguresIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        people = new People(platform);
        call = PublishedCall.by(people.demo("sato"), "Seen by everybody");
        fiveApply();
        visitor = Visitor.atADesk(platform, browser);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void theFiguresGoOnByThemselvesWhilePeopleApply() {
        openTheFigures("/figures?country=KZ");
        assertThat(visitor.see("#figures-live")).containsText("Live");
        int before = applied();

        fiveApply();

        await().atMost(Duration.ofSeconds(45)).until(this::applied, now -> now >= before + SEEN_FOR_SURE);
        assertThat(visitor.see("#figure-countries [data-key=KZ] .figure-number.figure-applied"))
                .containsText(visitor.see("[data-testid=total-applied]").textContent());
    }

    @Test
    void theFiguresAreNarrowedReadAsATableAndTakenAlong() throws IOException {
        openTheFigures("/figures");
        visitor.see("#figures-country").selectOption("KZ");
        assertThat(visitor.page()).hasURL(Pattern.compile("\\?country=KZ$"));
        assertThat(visitor.see("#figure-countries .figure-rows > li")).hasCount(1);

        visitor.see("#figure-countries summary").click();
        assertThat(visitor.see("#figure-countries tbody th")).hasText("Kazakhstan");
        assertThat(visitor.see("#figure-countries tbody td").first())
                .hasText(visitor.see("[data-testid=total-applied]").textContent());

        visitor.see("#figures-clear").click();
        assertThat(visitor.page()).hasURL(Pattern.compile("/figures$"));

        Download file = visitor.page()
                .waitForDownload(() ->
                        visitor.see("a[href^='/api/open-data/figures.csv']").click());
        assertThat(file.suggestedFilename()).isEqualTo("yol-figures.csv");
        assertThat(Files.readString(file.path())).contains(call.id()).startsWith("\uFEFFyear,call,");
    }

    @Test
    void nothingHindersAnybodyAndItFitsAPhoneAndASheetOfPaper() throws IOException {
        openTheFigures("/figures");
        Axe axe = Axe.load();
        for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            assertThat(axe.hindrances(visitor.page()))
                    .as("in %s colours", colours)
                    .isEmpty();
            visitor.screenshot("figures-" + colours.name().toLowerCase(Locale.ROOT));
        }
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        byte[] pdf = visitor.page()
                .pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
        assertThat(SHEETS.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count())
                .as("sheets")
                .isEqualTo(1);

        try (Visitor phone = Visitor.onAPhone(platform, browser)) {
            phone.open("/figures");
            phone.see("#figure-countries").waitFor();
            assertThat(phone.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            phone.screenshot("figures-phone");
        }
    }

    /** Once those who have applied show: of one country at one call, all five of five do. */
    private void openTheFigures(String path) {
        Person reader = people.student("en");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> reader.read("/api/open-data/figures.json")
                        .valueStream()
                        .anyMatch(group -> group.get("callId").asString().equals(call.id())
                                && group.at("/people/applied").asInt() == SEEN_FOR_SURE));
        visitor.open(path);
        visitor.see("#figure-countries").waitFor();
    }

    private int applied() {
        return Integer.parseInt(
                visitor.see("[data-testid=total-applied]").textContent().replaceAll("\\D", ""));
    }

    private void fiveApply() {
        people.students(SEEN_FOR_SURE)
                .forEach(student -> StudentApplication.complete(student, call).submit());
    }
}
