package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a student has typed is never lost. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class TypingIT {

    private static final String TYPED = "Two hours of careful writing.";

    private static final String DOSSIER = "/api/profile";

    /** What browsers do that translate a page: elements stand in the place of its texts. */
    private static final String TRANSLATE = """
            () => {
              const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const texts = [];
              while (all.nextNode()) texts.push(all.currentNode);
              for (const text of texts) {
                if (!text.data.trim() || text.parentElement.closest('script, style, textarea, noscript')) continue;
                const [outer, inner] = [document.createElement('font'), document.createElement('font')];
                inner.textContent = text.data;
                outer.append(inner);
                text.replaceWith(outer);
              }
            }""";

    private final Person dilnoza;
    private final StudentApplication draft;
    private final RunningPlatform platform;
    private final Browser browser;
    private Visitor visitor;

    TypingIT(RunningPlatform platform, Browser browser) {
        People people = new People(platform);
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Written with care");
        dilnoza = people.demo("dilnoza");
        draft = StudentApplication.started(dilnoza, call);
        this.platform = platform;
        this.browser = browser;
        visitor = Visitor.atADesk(platform, browser);
    }

    @BeforeEach
    void openTheDraft() {
        visitor.signIn("dilnoza").open("/applications/" + draft.id());
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aLostConnectionIsSurvived() {
        visitor.close();
        visitor = Visitor.whoKeepsTheShell(platform, browser);
        openTheDraft();
        visitor.expectComplaint("ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to");
        visitor.page().waitForFunction(WithoutNetworkIT.SHELL_IS_KEPT, "en");
        visitor.context().setOffline(true);
        visitor.see("#motivation").fill("Two hours");
        assertThat(visitor.see("#saving-state.saving-offline")).isVisible();

        // In a bus, in a browser that has thrown the page out: it is read and written further.
        visitor.page().reload();
        assertThat(visitor.see("#motivation")).hasValue("Two hours");
        visitor.see("#motivation").fill(TYPED);
        assertThat(visitor.see("#saving-state.saving-offline")).isVisible();

        visitor.context().setOffline(false);

        assertSavedAndThere();
    }

    @Test
    void anEndedSessionIsSurvived() {
        visitor.expectComplaint("status of 40[13]");
        visitor.context().clearCookies();
        visitor.see("#motivation").fill(TYPED);
        assertThat(visitor.see("#saving-state.saving-signed-out")).isVisible();
        assertThat(visitor.see("#motivation")).hasValue(TYPED);

        visitor.see("a[href^='/login?to=']").first().click();
        visitor.enterPassword("dilnoza");

        assertSavedAndThere();
    }

    @Test
    void aRefusedFieldKeepsNoOtherAndWhatTwoDevicesWroteIsChosen() {
        visitor.expectComplaint("status of 412");
        visitor.see("#dossier-contacts-telephone").fill("call me");
        assertThat(visitor.see("#dossier-contacts-telephone-error")).isVisible();
        visitor.see("#studyPlan").fill("x".repeat(10_312));
        assertThat(visitor.see("#studyPlan-error")).containsText("312 characters too many");
        visitor.see("#motivation").fill(TYPED);
        assertThat(visitor.see("#saving-state.saving-partly")).isVisible();
        JsonNode before = dilnoza.read(DOSSIER);
        ObjectNode elsewhere = (ObjectNode) before.get("particulars").deepCopy();
        elsewhere.putObject("contacts").put("postalAddress", "Elsewhere");
        dilnoza.put(DOSSIER, before, elsewhere).ok();

        visitor.see("#dossier-contacts-postalAddress").fill("Here");

        assertThat(visitor.see("#conflicts-dossier q")).hasText("Elsewhere");
        assertThat(visitor.see("#dossier-contacts-postalAddress")).hasValue("Here");
        assertThat(visitor.see("#dossier-contacts-telephone")).hasValue("call me");
        visitor.see("#submit-application").click();
        assertThat(visitor.see("#submit-problem a"))
                .hasText(new String[] {"Study plan", "Telephone", "Postal address"});
        assertThat(visitor.see("#studyPlan")).hasValue("x".repeat(10_312));
        visitor.see("#studyPlan").fill("Shorter.");
        assertThat(visitor.page().locator("#studyPlan-error")).hasCount(0);
        visitor.see("#conflicts-dossier .keep-mine").click();
        visitor.see("#dossier-contacts-telephone").fill("+998 71 200 00 00");
        visitor.see("#dossier-education").click();
        visitor.see("#dossier-education-part .entry button").last().click();
        assertThat(visitor.see("#dossier-education")).isFocused();
        assertSavedAndThere();
        assertThat(visitor.see("#dossier-contacts-postalAddress")).hasValue("Here");
        assertThat(visitor.see("#dossier-contacts-telephone")).hasValue("+998 71 200 00 00");
    }

    @Test
    void whatABrowserHasTranslatedGoesOn() {
        assertThat(visitor.see("#saving-state")).hasText("Everything is saved.");
        visitor.page().evaluate(TRANSLATE);

        visitor.see("#motivation").fill(TYPED);

        assertThat(visitor.see("#saving-state")).hasText(Pattern.compile("Saved at \\d\\d:\\d\\d"));
        visitor.page().evaluate(TRANSLATE);
        visitor.speak("ja");
        assertThat(visitor.see("#submit-application")).hasText("確認して提出");
        visitor.page().evaluate(TRANSLATE);
        visitor.see("#submit-application").click();
        assertThat(visitor.see("#check-faults li").first()).isVisible();
        visitor.page().evaluate(TRANSLATE);
        visitor.see("#check-back").click();
        assertSavedAndThere();
        visitor.speak("en");
    }

    private void assertSavedAndThere() {
        assertThat(visitor.see("#saving-state.saving-saved")).isVisible();
        assertThat(visitor.see("#motivation")).hasValue(TYPED);
        visitor.page().reload();
        assertThat(visitor.see("#motivation")).hasValue(TYPED);
        org.assertj.core.api.Assertions.assertThat(
                        draft.read().get("answers").get("motivation").asString())
                .isEqualTo(TYPED);
    }
}
