package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Organisations;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.WholePlatform;

/** A coordinator writes a programme step by step. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class EditorIT {

    private static final Pattern MISSING = Pattern.compile("is-missing");
    private static final Pattern COMPLETE = Pattern.compile("is-complete");

    private final People people;
    private final Visitor visitor;

    EditorIT(RunningPlatform platform, Browser browser) {
        people = new People(platform);
        visitor = Visitor.atADesk(platform, browser);
    }

    @BeforeEach
    void comeIn() {
        Organisations.describe(people.demo("karimov"));
        visitor.signIn("karimov").speak("en");
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void theContentsSayWhatIsMissingAndTheServiceWhatWouldStopPublishing() {
        visitor.open("/manage/new");
        assertThat(section("texts")).hasClass(MISSING);
        visitor.see("#title-en").fill("Clean rivers");
        visitor.see("#title-ja").fill("きれいな川");
        assertThat(section("texts")).hasClass(COMPLETE);
        assertThat(visitor.see(".language-texts .badge-missing").first()).containsText("Description");

        visitor.see("#kind").selectOption("exchange");
        visitor.see("#save-draft").click();
        assertThat(visitor.see("#save-state")).containsText("Draft saved");
        assertThat(section("particulars")).hasClass(MISSING);
        assertThat(visitor.see(".publish-panel .fault-lines")).containsText("Agreement");

        section("particulars").locator(".fault-lines a").click();
        assertThat(visitor.see("#agreement-perDirection")).isFocused();
        visitor.page().keyboard().type("5");
        assertThat(section("particulars")).hasClass(COMPLETE);
        assertThat(visitor.see("#save-state")).containsText("Not saved yet");
        visitor.screenshot("editor-contents");
    }

    @Test
    void aDraftIsSeenAsAStudentWillSeeItInTheirLanguage() {
        visitor.open("/manage/new");
        visitor.see("#title-en").fill("Clean rivers");
        visitor.see("#title-ja").fill("きれいな川の奨学金");
        visitor.see("#description-ja").fill("二年間、日本で学びます。");
        visitor.see("#origins-KZ").check();
        visitor.see("#pays-stipendPerMonth").fill("143000, 145000");
        visitor.see("#closes").fill("2099-01-10T18:00");
        visitor.see("#own-document").fill("Letter from the mayor");
        visitor.see("#add-document").click();

        visitor.see("#preview").click();
        visitor.see("#preview-language").selectOption("ja");

        assertThat(visitor.see("h1")).hasText("きれいな川の奨学金");
        assertThat(visitor.see("html")).hasAttribute("lang", "ja");
        assertThat(visitor.see("#main")).containsText("二年間、日本で学びます。");
        assertThat(visitor.see("#main")).containsText("￥143,000");
        assertThat(visitor.see(".ticks")).containsText("Letter from the mayor");
        visitor.screenshot("preview");

        visitor.see("#preview-back").click();
        assertThat(visitor.see("html")).hasAttribute("lang", "en");
        assertThat(visitor.see("#description-ja")).hasValue("二年間、日本で学びます。");
    }

    @Test
    void lastYearsCallIsCopiedWithAllButItsDates() {
        PublishedCall call = PublishedCall.by(people.demo("karimov"), "Every year");
        visitor.open("/manage/calls/" + call.id() + "/changes");

        visitor.see("#copy-call").click();

        assertThat(visitor.see("#places-1-seats")).hasValue("1");
        assertThat(visitor.see("#opens")).hasValue("");
        assertThat(visitor.see("#closes")).hasValue("");
        visitor.see("#save-draft").click();
        visitor.page().waitForURL(Pattern.compile(".*/manage/calls/[^/]+$"));
        assertThat(section("call")).hasClass(MISSING);
        assertThat(section("places")).hasClass(COMPLETE);

        visitor.see("#archive-draft").click();
        visitor.see("#confirm-yes").click();
        visitor.page().waitForURL(Pattern.compile(".*/manage$"));
    }

    private Locator section(String id) {
        return visitor.see(".contents [data-section=" + id + "]");
    }
}
