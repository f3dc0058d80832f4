package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.WholePlatform;

/** The list of programmes: searched, narrowed, left and come back to. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class FindingIT {

    private static final int PAGE = 20;
    private static final int MANY = 23;

    private final RunningPlatform platform;
    private final Browser browser;
    private final Person coordinator;
    private Visitor visitor;

    FindingIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        this.coordinator = new People(platform).demo("karimov");
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private Page atADesk(String path) {
        visitor = Visitor.atADesk(platform, browser).open(path);
        return visitor.page();
    }

    @Test
    void uzbekIsFoundAsItIsTyped() {
        PublishedCall.by(coordinator, "Oʻzbekiston uchun");
        Page page = atADesk("/");

        page.locator("#filter-text").pressSequentially("O'zbekiston uchu");

        assertThat(page.locator("#result-count")).hasText("1 programme");
        assertThat(page.locator(".cards article")).containsText("Oʻzbekiston uchun");
        assertThat(page.locator("#filter-text")).isFocused();
    }

    @Test
    void whatIsChosenStandsInTheAddressAndBackUndoesIt() {
        PublishedCall.by(coordinator, "Saxaul planting");
        Page page = atADesk("/?text=saxaul");
        Locator scholarships = page.locator("#kind-scholarship");

        scholarships.check();
        page.waitForURL(Pattern.compile(".*[?&]kind=scholarship.*"));
        assertThat(scholarships).isFocused();
        assertThat(page.locator("label:has(#kind-scholarship) .facet-count")).hasText("1");
        page.locator("#facet-level summary").click();
        page.locator("#level-master").check();
        page.waitForURL(Pattern.compile(".*level=master.*"));
        assertThat(page.locator(".chip")).hasCount(2);
        assertThat(page.locator("#result-count")).hasText("1 programme");

        page.goBack();
        assertThat(page.locator(".chip")).hasCount(1);
        assertThat(page.locator("#level-master")).not().isChecked();
        page.reload();
        assertThat(scholarships).isChecked();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove the filter Type: Scholarship"))
                .click();
        assertThat(page.locator(".chip")).hasCount(0);
        assertThat(page.locator("#result-count")).isFocused();
    }

    @Test
    void clearingLeavesTheFocusAtTheResult() {
        PublishedCall.by(coordinator, "Saxaul harvest");
        Page page = atADesk("/?text=saxaul+harvest&country=KZ&country=UZ");

        page.locator("#clear-filters").focus();
        page.keyboard().press("Enter");

        page.waitForURL(url -> !url.contains("?"));
        assertThat(page.locator("#filter-text")).hasValue("");
        assertThat(page.locator("#result-count")).isFocused();
    }

    @Test
    void whoComesBackIsWhereTheyWere() {
        for (int number = 1; number <= MANY; number++) {
            PublishedCall.by(coordinator, "Tamarisk " + number);
        }
        Page page = atADesk("/?text=tamarisk");
        Locator cards = page.locator(".cards article");
        assertThat(page.locator("#result-count")).hasText(MANY + " programmes");
        assertThat(cards).hasCount(PAGE);

        page.locator("#load-more").click();
        assertThat(cards).hasCount(MANY);
        assertThat(cards.nth(PAGE).locator("h2 a")).isFocused();
        Locator last = cards.last().locator("h2 a");
        String title = last.textContent();
        last.click();
        assertThat(page.locator("h1")).hasText(title);

        page.goBack();
        assertThat(cards).hasCount(MANY);
        assertThat(cards.last().locator("h2 a")).isFocused();
        Assertions.assertThat((int) page.evaluate("window.scrollY")).isPositive();

        cards.first().locator("h2 a").click();
        page.locator(".back a").click();
        assertThat(page.locator("#filter-text")).hasValue("tamarisk");
        assertThat(cards).hasCount(PAGE);
    }

    @Test
    void onAPhoneResultsComeFirstAndFiltersBehindOneButton() {
        PublishedCall.by(coordinator, "Saxaul on a phone");
        visitor = Visitor.onAPhone(platform, browser).open("/?text=saxaul+phone");
        Page page = visitor.page();

        assertThat(page.locator("#facets")).isHidden();
        assertThat(page.locator(".cards article")).hasCount(1);
        Assertions.assertThat(page.locator(".cards article").boundingBox().y)
                .as("top of the first card")
                .isLessThan(page.viewportSize().height * 0.6);
        visitor.screenshot("phone-list");
        page.locator("#show-facets").click();
        assertThat(page.locator("#facets")).isVisible();
        page.locator("#kind-scholarship").check();
        assertThat(page.locator("#show-facets")).hasText("Filters (1)");
        visitor.screenshot("phone-filters");
    }
}
