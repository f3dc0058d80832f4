package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.yol.localrun.journey.PublishedCall.HIROSHIMA;

import com.microsoft.playwright.Browser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class DecisionIT {

    private static final String TYPED = "Nobody else has field work planned.";

    private final RunningPlatform platform;
    private final Browser browser;
    private final People people;
    private final Person colleague;
    private final PublishedCall call;
    private final Visitor visitor;

    DecisionIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        people = new People(platform);
        colleague = people.demo("sato");
        call = PublishedCall.by(colleague, "One seat on two screens");
        visitor = Visitor.atADesk(platform, browser);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aSeatThatAColleagueGaveMeanwhileIsSaidAndWhatIsTypedStays() {
        StudentApplication faster = submitted();
        StudentApplication slower = submitted();
        visitor.signIn("sato").speak("en").open("/manage/calls/" + call.id() + "/applications/" + slower.id());
        visitor.see("#outcome-selected").check();
        visitor.see("#decision-reason").fill(TYPED);
        faster.select(colleague, HIROSHIMA).ok();

        visitor.expectComplaint("status of 409");
        visitor.see("#save-decision").click();
        assertThat(visitor.see("#decision [role=alert]")).isVisible();
        assertThat(visitor.see("#decision-reason")).hasValue(TYPED);
        assertThat(visitor.see("#outcome-selected")).isChecked();
        visitor.screenshot("no-seats-left");

        faster.decide(colleague, "reserve");
        visitor.see("#save-decision").click();
        assertThat(visitor.see("#publish-decision")).isVisible();
        assertThat(visitor.see("#toasts")).containsText("Decision saved.");

        visitor.open("/manage/calls/" + call.id() + "/applications?decision=selected");
        assertThat(visitor.see("#applications-table tbody tr")).hasCount(1);
        assertThat(visitor.see("#applications-table .badge-submitted")).isVisible();
        assertThat(visitor.see("#applications-table")).containsText("draft");
    }

    /** There is one seat. */
    @Test
    void severalAreDecidedAtOnceAndWhoIsRefusedIsNamedWithTheReason() {
        submitted();
        submitted();
        visitor.signIn("sato").speak("en").open("/manage/calls/" + call.id() + "/applications");
        assertThat(visitor.see("#applications-table tbody tr")).hasCount(2);
        assertThat(visitor.see("#todo-undecided")).hasText("Undecided 2");

        visitor.see("#applications-table tbody input").first().click();
        visitor.page().keyboard().press("Shift+ArrowDown");
        assertThat(visitor.see("#several-chosen")).hasText("2 chosen");
        visitor.see("#several-outcome").selectOption("selected");
        visitor.see("#several-place").selectOption(call.place(HIROSHIMA));
        visitor.see("#several-reason").fill(TYPED);
        visitor.page().reload();
        assertThat(visitor.see("#applications-table tbody tr")).hasCount(2);
        visitor.see("#choose-all").click();
        assertThat(visitor.see("#several-reason")).hasValue(TYPED);
        visitor.see("#several-decide").click();

        assertThat(visitor.see("#several-results")).containsText("1 done · 1 refused");
        assertThat(visitor.see("#several-results li a")).hasCount(1);
        assertThat(visitor.see("#todo-undecided")).hasText("Undecided 1");
        visitor.screenshot("several-decided");
        visitor.see("#several-again").click();
        assertThat(visitor.see("#several-chosen")).hasText("1 chosen");
        visitor.see("#several-outcome").selectOption("reserve");
        visitor.see("#several-decide").click();
        assertThat(visitor.see("#several-results")).containsText("1 done");
        assertThat(visitor.see("#todo-unpublished")).hasText("Not published 2");
    }

    @Test
    void whoIsOfferedASecondPlaceIsAskedWhichToKeep() {
        Person student = people.demo("dilnoza");
        PublishedCall exclusive = PublishedCall.excluding(colleague, "A scholarship that stands alone", call);
        StudentApplication first = offered(student, call);
        student.post(first.path() + "/offer/answer", first.read(), Map.of("answer", "accepted"))
                .ok();
        StudentApplication second = offered(student, exclusive);

        visitor.open("/programs/" + exclusive.programmeId());
        assertThat(visitor.see("yol-excluded-programmes")).containsText(call.title());
        visitor.signIn("dilnoza").speak("en").open("/applications/" + second.id());
        assertThat(visitor.see("#other-places")).containsText(call.title());
        assertThat(visitor.see("#feedback")).containsText("Say how you would measure it.");
        visitor.screenshot("second-offer");
        visitor.see("#accept-offer").click();
        assertThat(visitor.see("#other-" + first.id() + " .fate")).containsText("cannot be kept together");
        assertThat(visitor.see("#given-up")).isVisible();
        visitor.screenshot("which-place-to-keep");
        visitor.see("#keep-others").click();
        assertThat(visitor.see("#decline-offer")).isVisible();
        visitor.see("#accept-offer").click();
        visitor.see("#keep-this").click();

        assertThat(visitor.see("#timeline")).containsText(call.title());
        assertThat(visitor.see("#offer")).containsText("Accepted on");
        visitor.screenshot("second-offer-accepted");
        visitor.open("/applications/" + first.id());
        assertThat(visitor.see("#timeline")).containsText(exclusive.title());
        assertThat(visitor.see("#offer")).containsText("Declined on");
        try (Visitor coordinator = Visitor.atADesk(platform, browser)) {
            coordinator.signIn("sato").speak("en").open("/manage/calls/" + call.id() + "/applications/" + first.id());
            assertThat(coordinator.see("#timeline")).containsText("Given up for another place.");
            assertThat(coordinator.see("#timeline")).not().containsText(exclusive.title());
        }
    }

    /** With a place at a university whose reviewer has said something to the student. */
    private StudentApplication offered(Person student, PublishedCall wanted) {
        StudentApplication application = StudentApplication.complete(student, wanted, HIROSHIMA);
        application.submit();
        people.demo("suzuki")
                .put(
                        application.path() + "/reviews/" + wanted.place(HIROSHIMA),
                        Person.NOTHING_YET,
                        Map.of(
                                "scores",
                                Map.of("academic", 9, "plan", 8),
                                "comment",
                                "Good.",
                                "forStudent",
                                "Say how you would measure it."))
                .ok();
        application.select(colleague, HIROSHIMA).ok();
        application.publishDecision(colleague);
        return application;
    }

    private StudentApplication submitted() {
        StudentApplication application = StudentApplication.complete(people.student("en"), call, HIROSHIMA);
        application.submit();
        return application;
    }
}
