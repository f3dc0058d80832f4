package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.WholePlatform;

/** Whether one may apply, before the first line is written. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class EligibilityIT {

    private static final Map<String, Object> BIRTH_DATES = Map.of("bornBetween", List.of("1983-04-02", "2002-04-01"));

    private final Person coordinator;
    private final Visitor visitor;

    EligibilityIT(RunningPlatform platform, Browser browser) {
        coordinator = new People(platform).demo("karimov");
        visitor = Visitor.atADesk(platform, browser);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aVisitorHearsRuleByRuleAndTheAnswersStayInTheBrowser() {
        PublishedCall call = PublishedCall.by(
                coordinator,
                "For those born in time",
                List.of(Map.of("citizenship", List.of("KZ", "KG")), BIRTH_DATES, Map.of("yearsOfWork", 3)));

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".eligibility .rule-unknown")).hasCount(3);

        visitor.see(".eligibility summary").click();
        visitor.see(".eligibility input[value=KG]").check();
        visitor.see("[id$=-yearsOfWork]").fill("3");
        visitor.see("[id$=-birthDate]").fill("1983-04-01");
        visitor.see("[id$=-birthDate]").blur();

        assertThat(visitor.see(".eligibility .rule-met")).hasCount(2);
        assertThat(visitor.see(".eligibility .rule-not-met"))
                .containsText("Born between 2 April 1983 and 1 April 2002");
        // The answer stands before the button, so that nobody presses it for nothing.
        assertThat(visitor.see(".apply-panel .notice-warning ~ #start-application"))
                .isVisible();
        assertThat(visitor.see(".apply-panel .notice-warning")).containsText("You were born on 1 April 1983");

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".eligibility .rule-not-met")).hasCount(1);
        visitor.see("#site-language").selectOption("ru");
        assertThat(visitor.see(".eligibility .rule-not-met")).containsText("Ваша дата рождения: 1 апреля 1983 г.");
        visitor.screenshot("eligibility-ru");
    }

    @Test
    void aStudentOfAnotherCountryReadsWhyBeforeAndAfterPressingTheButton() {
        PublishedCall call =
                PublishedCall.by(coordinator, "For neighbours", List.of(Map.of("citizenship", List.of("KG"))));
        visitor.signIn("aigerim").speak("en");

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".apply-panel .rule-not-met")).containsText("Your citizenship: Kazakhstan");

        visitor.expectComplaint("409");
        visitor.see("#start-application").click();
        assertThat(visitor.see(".apply-panel yol-problem"))
                .containsText("Citizenship: Kyrgyzstan (Your citizenship: Kazakhstan)");
    }

    @Test
    void aCoordinatorWritesRulesAndHearsWhatIsWrongWithThem() {
        PublishedCall first = PublishedCall.by(coordinator, "With rules one day", List.of(BIRTH_DATES));
        visitor.signIn("karimov").speak("en");
        visitor.expectComplaint("422");
        visitor.open("/manage/" + first.programmeId() + "/calls/new");
        // A new call begins with the rules of the one before.
        assertThat(visitor.see("#eligibility-0-from")).hasValue("1983-04-02");

        visitor.see("#add-rule").selectOption("language");
        visitor.see("#eligibility-1-atLeast").fill("fluent");
        visitor.see("#add-rule").selectOption("grade");
        visitor.see("#eligibility-2-atLeast").fill("3.0");
        visitor.see("#eligibility-2-outOf").fill("4.0");
        visitor.see("#eligibility-2-orGrades").fill("80/100");
        visitor.see("#save-draft").click();
        assertThat(visitor.see("#eligibility-1-error")).containsText("no such result");

        visitor.see("#eligibility-1-atLeast").fill("b2");
        visitor.see("#eligibility-0-remove").click();
        visitor.see("#save-draft").click();
        visitor.page().waitForURL(Pattern.compile(".*/manage/calls/.+"));

        visitor.page().reload();
        visitor.arrive();
        assertThat(visitor.see("#eligibility-0-atLeast")).hasValue("B2");
        assertThat(visitor.see("#eligibility-1-orGrades")).hasValue("80/100");
        assertThat(visitor.see(".rule-row")).hasCount(2);
    }
}
