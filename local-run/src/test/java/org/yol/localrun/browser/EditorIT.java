package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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
        assertThat(visitor.see("#save-state")).containsText("Saved at");
        assertThat(section("particulars")).hasClass(MISSING);
        assertThat(visitor.see(".publish-panel .fault-lines")).containsText("Agreement");

        section("particulars").locator(".fault-lines a").click();
        assertThat(visitor.see("#agreement-perDirection")).isFocused();
        visitor.page().keyboard().type("5");
        assertThat(section("particulars")).hasClass(COMPLETE);
        visitor.screenshot("editor-contents");
    }

    @Test
    void aDraftSavesItselfAndWhatIsRefusedIsMarkedWhereItIs() {
        visitor.expectComplaint("status of 422");
        visitor.open("/manage/new");
        visitor.see("#months").fill("12");
        assertThat(visitor.see("#save-state")).containsText("as soon as it has a title");
        visitor.see("#title-en").fill("Saved by itself");
        visitor.page().waitForURL(Pattern.compile(".*/manage/(?!new).+"));
        assertThat(visitor.see("#save-state.saving-saved")).containsText("Saved at");

        visitor.see("#months").fill("500");
        visitor.see("#rankAtMost").fill("4");
        assertThat(visitor.see("#save-state")).containsText("The marked fields say what to change");
        assertThat(visitor.see("#months-error")).containsText("120");
        assertThat(visitor.see(".save-bar [role=alert]")).hasCount(0);
        visitor.screenshot("editor-refused");

        // Gone before any pause is over.
        visitor.see("#description-en").fill("Typed in the last second");
        visitor.see("#months").fill("18");
        visitor.see(".main-nav a[href='/manage']").click();
        visitor.see("#own-programmes").getByText("Saved by itself").first().click();
        assertThat(visitor.see("#months")).hasValue("18");
        assertThat(visitor.see("#rankAtMost")).hasValue("4");
        assertThat(visitor.see("#description-en")).hasValue("Typed in the last second");
        assertThat(visitor.see("#save-state.saving-saved")).isVisible();
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

    @Test
    void allThatACallStatesIsWrittenByHandCorrectedAndRead() throws IOException {
        visitor.expectComplaint("422").open("/manage/new");
        visitor.see("#title-en").fill("Everything by hand");
        visitor.see("#title-ja").fill("すべて");
        visitor.see("#origins-other").selectOption("AZ");
        visitor.see("#levels-master").check();
        visitor.see("#website").fill("https://www.example.org/all");
        visitor.see("#opens").fill("2026-01-10T09:00");
        visitor.see("#closes").fill("2099-01-10T18:00");
        visitor.see("#resultsOn").fill("2099-03-01");
        visitor.see("#answerBy").fill("2099-03-31T17:00");
        visitor.see("#places-0-any").click();
        visitor.see("#places-0-seats").fill("30");
        add("category", "people from rural areas");
        add("category", "Orphans");
        visitor.see("#categories-0-add-rule").selectOption("residence");
        visitor.see("#categories-0-eligibility-0-residesIn").fill("the countryside");
        visitor.see("#places-0-reserves-rural").fill("6");
        visitor.see("#caps summary").click();
        // No fewer than there are: seats are reserved, and then nothing may be capped besides.
        visitor.see("#caps-call").fill("35");
        visitor.see("#caps-master").fill("40");
        visitor.see("#stages-add").fill("Health check");
        visitor.see("#stages-add").press("Enter");
        visitor.see("#stages-add").fill("Essay");
        visitor.see("#stages-add-button").click();
        visitor.see("#stages-up-essay").click();
        visitor.see("#names-essay summary").click();
        visitor.see("#names-essay-text-ja").fill("小論文");
        visitor.see("#exams summary").click();
        visitor.see("#exams-date").fill("2099-02-01");
        add("course", "Sciences");
        visitor.see("#exams-courses-0-subjects-add").fill("mathematics");
        visitor.see("#exams-courses-0-subjects-add-button").click();
        visitor.see("#documentNotes-passport summary").click();
        visitor.see("#documentNotes-passport-template").fill("http://www.example.org/form.pdf");
        visitor.see("#documentNotes-passport-text-en").fill("The page with the photograph");

        visitor.see("#reviewing-reviews").fill("9");
        visitor.see("#reviewing-spread").fill("12.5");
        visitor.see("#reviewing-blind").selectOption("true");

        // What is wrong is said at its field.
        visitor.see("#save-draft").click();
        assertThat(visitor.see("#documentNotes-passport-template-error")).isVisible();
        visitor.see("#documentNotes-passport-template").fill("https://www.example.org/form.pdf");
        assertThat(visitor.see("#reviewing-reviews-error")).containsText("5");
        visitor.see("#reviewing-reviews").fill("2");
        visitor.see("#save-draft").click();
        assertThat(visitor.see("#categories-0-eligibility-0-error")).isVisible();
        visitor.see("#categories-0-eligibility-0-residesIn").fill("rural");
        visitor.see("#save-draft").click();
        assertThat(visitor.see("#save-state.saving-saved")).isVisible();
        assertThat(section("places")).hasClass(MISSING);
        section("places").locator(".fault-lines a").click();
        assertThat(visitor.see("#caps-master")).isFocused();
        visitor.page().keyboard().press("Control+A");
        visitor.page().keyboard().type("30");
        visitor.see("#save-draft").click();
        assertThat(section("places")).hasClass(COMPLETE);

        // It is there again, and is what everybody reads.
        visitor.page().reload();
        visitor.arrive();
        assertThat(visitor.see("#origins-AZ")).isChecked();
        assertThat(visitor.see("#stages .rank-name")).hasText(new String[] {"Essay", "Health check"});
        assertThat(visitor.see("#names-essay-text-ja")).hasValue("小論文");
        assertThat(visitor.see("#places-0-reserves-rural")).hasValue("6");
        assertThat(visitor.see("#answerBy")).hasValue("2099-03-31T17:00");
        assertThat(visitor.see("#reviewing-reviews")).hasValue("2");
        assertThat(visitor.see("#reviewing-spread")).hasValue("12.5");
        assertThat(visitor.see("#reviewing-blind")).hasValue("true");
        Assertions.assertThat(Axe.load().hindrances(visitor.page())).isEmpty();
        visitor.screenshot("editor-everything");
        visitor.see("#publish").click();
        visitor.see("#confirm-yes").click();
        visitor.see(".buttons a[href^='/programs/']").click();
        visitor.arrive();
        assertThat(visitor.see("#kept-rural .rules")).containsText("rural");
        assertThat(visitor.see("#results-on")).containsText("1 March 2099");
        assertThat(visitor.see("#answer-by")).containsText("31 March 2099");
        assertThat(visitor.see(".ticks a[href='https://www.example.org/form.pdf']"))
                .isVisible();
        assertThat(visitor.see("#programme-addresses a")).hasAttribute("href", "https://www.example.org/all");
        Assertions.assertThat(Axe.load().hindrances(visitor.page())).isEmpty();
        visitor.screenshot("programme-everything");
    }

    private void add(String what, String words) {
        visitor.see("#add-" + what).fill(words);
        visitor.see("#add-" + what + "-button").click();
    }

    private Locator section(String id) {
        return visitor.see(".contents [data-section=" + id + "]");
    }
}
