package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Organisations;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.WholePlatform;
import tools.jackson.databind.JsonNode;

/** Organisations have names in languages, and are not entered twice. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class OrganisationIT {

    private final Person sato;
    private final PublishedCall call;
    private final Visitor visitor;

    OrganisationIT(RunningPlatform platform, Browser browser) {
        sato = new People(platform).demo("sato");
        call = PublishedCall.by(sato, "In whose name");
        visitor = Visitor.atADesk(platform, browser);
    }

    @BeforeEach
    void signIn() {
        visitor.signIn("sato").speak("en");
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void theProviderIsCalledAsItSaysInTheLanguageOfTheReader() {
        visitor.expectComplaint("status of 422");
        Page page = visitor.page();
        visitor.see("#account-menu").click();
        assertThat(visitor.see("#account-organisation")).hasText("JICA / JICE");
        visitor.see(".account-menu a[href='/manage/organisation']").click();
        page.locator("#names-ja").fill("国際協力機構");
        page.locator("#website").fill("javascript:alert(1)");
        page.locator("#save-organisation").click();
        assertThat(page.locator("#website-error")).containsText("https://");

        page.locator("#website").fill("https://www.jica.go.jp/");
        page.locator("#save-organisation").click();
        assertThat(page.locator("#toasts")).containsText("Saved");

        visitor.speak("ja").open("/programs/" + call.programmeId());
        assertThat(visitor.see(".title-block .provider")).containsText("国際協力機構");
        assertThat(visitor.see("#provider-addresses a")).hasText("www.jica.go.jp");
    }

    @Test
    void theSameUniversityUnderAnotherSpellingIsChosenNotAdded() {
        nameTsukubaInJapanese();
        Page page = visitor.page();
        visitor.open("/manage/new");

        page.locator("#places-0-hostId").fill("Tsukuba Univercity");
        page.locator("#places-0-hostId-candidate-0").click();

        assertThat(page.locator("#places-0-hostId")).hasValue("University of Tsukuba");
        assertThat(page.locator("#places-0-hostId-hint")).containsText("✓");

        page.locator("#places-0-hostId").fill("筑波大学");
        assertThat(page.locator("#places-0-hostId-hint")).containsText("✓");
    }

    @Test
    void oneThatOnlyLooksLikeAnotherIsAddedAsAnother() {
        Page page = visitor.page();
        visitor.open("/manage/new");

        page.locator("#places-0-hostId").fill("Tsukuba University of Technology");
        assertThat(page.locator("#places-0-hostId-candidate-0")).containsText("University of Tsukuba · Japan");
        page.locator("#places-0-hostId-domain").fill("tsukuba-tech.ac.jp");
        page.locator("#places-0-hostId-add").click();

        assertThat(page.locator("#places-0-hostId-hint")).containsText("✓");
        Assertions.assertThat(sato.read("/api/hosts/jp-tsukuba-university-of-technology")
                        .at("/domains/0")
                        .asString())
                .isEqualTo("tsukuba-tech.ac.jp");
    }

    @Test
    void oneOfTheSameNameInAnotherCountryIsAddedWhenSomebodySaysSo() {
        Page page = visitor.page();
        visitor.open("/manage/new");

        page.locator("#places-0-hostId").fill("Hiroshima University");
        assertThat(page.locator("#places-0-hostId-hint")).containsText("Japan");
        page.locator("#places-0-hostId-another").click();
        assertThat(page.locator("#places-0-hostId-candidate-0")).containsText("Hiroshima University · Japan");
        page.locator("#places-0-hostId-country").selectOption("UZ");
        page.locator("#places-0-hostId-add").click();

        assertThat(page.locator("#places-0-hostId-hint")).containsText("Uzbekistan");
        Assertions.assertThat(sato.read("/api/hosts/uz-hiroshima-university")
                        .get("country")
                        .asString())
                .isEqualTo("UZ");
    }

    @Test
    void aUniversityIsCalledAsItsReaderSpeaks() {
        Page page = visitor.page();
        visitor.open("/manage/hosts/" + PublishedCall.HIROSHIMA);
        page.locator("#names-ja").fill("広島大学");
        page.locator("#save-host").click();
        assertThat(page.locator("#revisions li").first()).containsText("sato (jica-jice)");

        visitor.speak("ja").open("/programs/" + call.programmeId());

        assertThat(visitor.see(".places")).containsText("広島大学");
    }

    private void nameTsukubaInJapanese() {
        Organisations.add(sato, "University of Tsukuba");
        JsonNode host = sato.read("/api/hosts/" + PublishedCall.TSUKUBA);
        sato.put(
                        "/api/hosts/" + PublishedCall.TSUKUBA,
                        host,
                        Map.of(
                                "name",
                                "University of Tsukuba",
                                "names",
                                Map.of("ja", "筑波大学"),
                                "country",
                                "JP",
                                "domains",
                                List.of("tsukuba.ac.jp")))
                .ok();
    }
}
