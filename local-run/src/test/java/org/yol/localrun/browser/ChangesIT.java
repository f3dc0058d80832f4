package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Organisations;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;

/** A coordinator changes what is public, and two of them write the same draft. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangesIT {

    private static final LocalDate LATER = LocalDate.now().plusDays(60);

    /**
     * It closes within two minutes, which the other tests take: the minute in which a call closes is taken to its end.
     */
    private static PublishedCall closing;

    private final RunningPlatform platform;
    private final Browser browser;
    private final Visitor visitor;

    ChangesIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
        visitor = Visitor.atADesk(platform, browser);
        Organisations.describe(new People(platform).demo("karimov"));
        if (closing == null) {
            closing = closingSoon(new People(platform).demo("karimov"));
        }
    }

    private static PublishedCall closingSoon(Person coordinator) {
        PublishedCall call = PublishedCall.by(coordinator, "Put away " + UUID.randomUUID());
        coordinator
                .post(
                        "/api/calls/" + call.id() + "/closing",
                        coordinator.read("/api/calls/" + call.id()),
                        Map.of("closes", Instant.now().plusSeconds(5).toString(), "reason", "Nobody can come"))
                .ok();
        return call;
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void anExtensionForOneCountryIsSeenByItsCitizensAndReadByEverybody() {
        visitor.expectComplaint("status of 422");
        People people = new People(platform);
        PublishedCall call = PublishedCall.by(people.demo("karimov"), "Extended for some");
        StudentApplication begun = StudentApplication.started(people.demo("aigerim"), call);
        StudentApplication notConcerned = StudentApplication.started(people.demo("dilnoza"), call);
        visitor.expectComplaint("status of 422");
        visitor.signIn("karimov").speak("en");
        visitor.open("/manage/" + call.programmeId());
        visitor.see("a[href$='/changes']").click();
        visitor.see("#countries-KZ").check();
        visitor.see("#closes").fill(ISO_LOCAL_DATE.format(LATER) + "T23:59");
        visitor.see("#extend").click();
        assertThat(visitor.see("#reason-error")).isVisible();
        visitor.see("#reason").fill("Internet access was interrupted");
        visitor.see("#extend").click();
        assertThat(visitor.see(".amendments")).containsText("Internet access was interrupted");
        visitor.screenshot("changes");

        assertDeadline(call, "aigerim", true);
        assertDeadline(call, "dilnoza", false);
        visitor.context().clearCookies();
        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".extensions")).containsText("Kazakhstan");
        assertThat(visitor.see(".extensions")).containsText("Internet access was interrupted");
        visitor.screenshot("extended");
        assertTold(begun, notConcerned);
    }

    /** Whoever has more time is told so, with their deadline; whoever has not is told nothing. */
    private void assertTold(StudentApplication concerned, StudentApplication other) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> Assertions.assertThat(messagesOf(concerned)).hasSize(1));
        Assertions.assertThat(messagesOf(concerned).getFirst())
                .contains("23:59", "GMT+5", "Internet access was interrupted");
        Assertions.assertThat(messagesOf(other)).isEmpty();
        try (Visitor reader = Visitor.atADesk(platform, browser)) {
            reader.signIn("aigerim").speak("en").open("/inbox");
            assertThat(reader.see("#main")).containsText("New deadline: Extended for some");
            reader.screenshot("told-of-extension");
        }
    }

    private static List<String> messagesOf(StudentApplication application) {
        return application
                .student()
                .read("/api/notifications")
                .get("items")
                .valueStream()
                .filter(message -> message.get("link").asString().equals("/applications/" + application.id()))
                .map(message -> message.get("text").asString())
                .toList();
    }

    private void assertDeadline(PublishedCall call, String student, boolean later) {
        try (Visitor reader = Visitor.atADesk(platform, browser)) {
            reader.signIn(student).open("/programs/" + call.programmeId());
            Pattern moved = Pattern.compile("^" + LATER + "T23:59");
            if (later) {
                assertThat(reader.see(".apply-panel time").first()).hasAttribute("datetime", moved);
            } else {
                assertThat(reader.see(".apply-panel time").first()).not().hasAttribute("datetime", moved);
            }
        }
    }

    @Test
    void aSeatIsAddedWithAReason() {
        visitor.expectComplaint("status of 422");
        PublishedCall call = PublishedCall.by(new People(platform).demo("karimov"), "One seat more");
        visitor.expectComplaint("status of 422");
        visitor.signIn("karimov").speak("en");
        visitor.open("/manage/calls/" + call.id() + "/changes");
        visitor.see("#amend").click();
        visitor.arrive();
        visitor.see("#places-0-seats").fill("9");
        visitor.see("#publish-amendment").click();
        assertThat(visitor.see("#reason-error")).isVisible();
        visitor.see("#reason").fill("A donation");
        visitor.see("#publish-amendment").click();
        assertThat(visitor.see(".amendments")).containsText("A donation");

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".places")).containsText("9 seats");
    }

    @Test
    void aProgrammeIsAmendedInPublic() {
        visitor.expectComplaint("status of 422");
        PublishedCall call = PublishedCall.by(new People(platform).demo("karimov"), "With a slip of the pen");
        visitor.signIn("karimov").speak("en");
        visitor.open("/manage/" + call.programmeId());
        visitor.see("#amend-programme").click();
        visitor.see("#title-en").fill("Without it");
        visitor.see("#publish-amendment").click();
        assertThat(visitor.see("#reason-error")).isVisible();
        visitor.see("#reason").fill("The name was misspelt");
        visitor.see("#publish-amendment").click();
        assertThat(visitor.see(".amendments")).containsText("The name was misspelt");

        visitor.context().clearCookies();
        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see("h1")).hasText("Without it");
        assertThat(visitor.see(".amendments")).containsText("The name was misspelt");
    }

    @Test
    void whatIsNotOverYetIsNotPutAway() {
        visitor.expectComplaint("status of 409");
        PublishedCall call = PublishedCall.by(new People(platform).demo("karimov"), "Not over yet");
        visitor.signIn("karimov").speak("en");
        visitor.open("/manage/calls/" + call.id() + "/changes");
        visitor.see("#act-archive").click();
        visitor.see("#reason").fill("It is over");
        visitor.see("#archive").click();
        assertThat(visitor.see("#archive-form yol-problem")).containsText("It is not over yet");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatIsOverLeavesTheListsAndStaysAtItsAddress() {
        Person karimov = new People(platform).demo("karimov");
        PublishedCall call = closing;
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> karimov.read("/api/calls/" + call.id())
                        .at("/phase")
                        .asString()
                        .equals("closed"));
        visitor.signIn("karimov").speak("en").open("/manage/calls/" + call.id() + "/changes");
        visitor.see("#act-archive").click();
        visitor.see("#reason").fill("It is over");
        visitor.screenshot("archive");
        visitor.see("#archive").click();
        assertThat(visitor.see("#toasts")).containsText("Archived");

        visitor.open("/manage?state=archived");
        assertThat(visitor.see("#own-programmes")).containsText(call.title());
        visitor.screenshot("manage-archived");
        visitor.see("#programmes-state").selectOption("");
        assertThat(visitor.see("#own-programmes")).not().containsText(call.title());
        visitor.context().clearCookies();
        visitor.open("/?text=" + call.title().substring("Put away ".length()));
        assertThat(visitor.see("#main")).not().containsText(call.title());
        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see("h1")).hasText(call.title());
        assertThat(visitor.see("#archived")).isVisible();

        visitor.signIn("karimov").open("/manage/calls/" + call.id() + "/changes");
        visitor.see("#act-return").click();
        visitor.see("#reason").fill("Put away by mistake");
        visitor.see("#return").click();
        assertThat(visitor.see("#toasts")).containsText("back from the archive");
        assertThat(visitor.see("#act-archive")).isVisible();
        assertThat(visitor.see(".amendments")).containsText("Put away by mistake");
        visitor.open("/manage?state=closed");
        assertThat(visitor.see("#own-programmes")).containsText(call.title());
    }

    @Test
    void aCallClosesEarlyWithAReason() {
        PublishedCall call = PublishedCall.by(new People(platform).demo("karimov"), "Shorter than it said");
        visitor.signIn("karimov").speak("en");
        visitor.open("/manage/calls/" + call.id() + "/changes");
        visitor.see("#act-close-early").click();
        visitor.see("#closes").fill(ISO_LOCAL_DATE.format(LocalDate.now().plusDays(10)) + "T18:00");
        visitor.see("#reason").fill("The budget was cut");
        visitor.see("#close-early").click();
        assertThat(visitor.see(".amendments")).containsText("The budget was cut");

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".apply-panel time").first())
                .hasAttribute("datetime", Pattern.compile("^" + LocalDate.now().plusDays(10) + "T18:00"));
    }

    @Test
    void midnightIsAskedAbout() {
        Organisations.describe(new People(platform).demo("karimov"));
        visitor.signIn("karimov").speak("en").open("/manage/new");
        visitor.see("#closes").fill("2099-01-11T00:00");
        assertThat(visitor.see("#midnight")).isVisible();

        visitor.see("#take-evening").click();

        assertThat(visitor.see("#closes")).hasValue("2099-01-10T23:59");
        assertThat(visitor.see("#midnight")).hasCount(0);
    }

    @Test
    void twoCoordinatorsDoNotOverwriteEachOther() {
        visitor.expectComplaint("status of 412");
        Organisations.describe(new People(platform).demo("karimov"));
        visitor.signIn("karimov").speak("en").open("/manage/new");
        visitor.see("#title-en").fill("As it was");
        assertThat(visitor.see("#save-state")).containsText("Saved at");
        String address = visitor.page().url();
        try (Visitor colleague = Visitor.atADesk(platform, browser)) {
            colleague.signIn("karimov").open(address);
            colleague.see("#title-en").fill("By the colleague");
            colleague.see("#description-en").fill("Words of the colleague");
            assertThat(colleague.see("#save-state")).containsText("Saved at");
        }
        visitor.see("#title-en").fill("By me");
        visitor.see("#months").fill("7");
        assertThat(visitor.see("#merged")).containsText("By the colleague");
        assertThat(visitor.see("#title-en")).hasValue("By me");
        assertThat(visitor.see("#description-en")).hasValue("Words of the colleague");
        assertThat(visitor.see("#save-state")).containsText("decide above");
        visitor.screenshot("merged");

        // What is not decided stays here, and nobody's words are lost meanwhile.
        visitor.page().reload();
        visitor.arrive();
        assertThat(visitor.see("#title-en")).hasValue("By me");
        visitor.see("#merged .keep-mine").click();
        assertThat(visitor.see("#merged")).hasCount(0);
        assertThat(visitor.see("#save-state")).containsText("Saved at");
        visitor.page().reload();
        visitor.arrive();
        assertThat(visitor.see("#title-en")).hasValue("By me");
        assertThat(visitor.see("#months")).hasValue("7");
        assertThat(visitor.see("#description-en")).hasValue("Words of the colleague");
    }
}
