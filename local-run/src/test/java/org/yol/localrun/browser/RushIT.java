package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;
import org.yol.localrun.sample.SamplePdf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The last hour before a deadline and the minute of the results: a page waits by itself, and loses nothing. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class RushIT {

    /** A gateway on a loaded machine, and the longest pause between two tries. */
    private static final double STARTED_AGAIN_MILLIS = 120_000;

    private static final String TYPED = "Typed while everybody was here.";

    private final RunningPlatform platform;
    private final People people;
    private final Visitor visitor;
    private final Page page;

    RushIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        people = new People(platform);
        visitor = Visitor.atADesk(platform, browser).expectComplaint("status of (412|503)|ERR_FAILED|ERR_CONNECTION");
        page = visitor.page();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aRefusedSubmissionIsRepeatedUnderItsKeyUntilThereIsAReceipt() throws IOException {
        openACompleteDraft("The last minute");
        Refusals saves = Refusals.of(page, "PUT", "**/api/applications/*", 1, 1);
        Refusals presses = Refusals.of(page, "POST", "**/submission", 2, 3);

        visitor.see("#motivation").fill(TYPED);
        submit();

        assertThat(visitor.see("#waiting")).isVisible();
        assertThat(visitor.see("#waiting [role=status]")).containsText("very busy");
        assertThat(visitor.see("#waiting-countdown")).containsText("Trying again in");
        assertThat(visitor.see("#confirm-submit")).isDisabled();
        assertThat(visitor.see("main")).containsText(TYPED);
        assertThat(Axe.load().hindrancesInAnyColours(page)).isEmpty();
        visitor.screenshot("busy");
        assertThat(visitor.see("#submitted-notice")).isVisible();
        assertThat(visitor.see("[data-testid=receipt-id]")).not().isEmpty();
        assertThat(visitor.see("#waiting")).isHidden();
        assertThat(saves.requests()).isEqualTo(2);
        assertThat(presses.requests()).isEqualTo(3);
        assertThat(presses.distinct("idempotency-key")).hasSize(1);
        assertThat(visitor.see("main")).containsText(TYPED);
    }

    @Test
    void whoStopsTheWaitingHasLostNothingAndMayPressAgain() {
        StudentApplication draft = openACompleteDraft("Patience has an end");
        Refusals presses = Refusals.of(page, "POST", "**/submission", 1, 100);
        submit();
        visitor.see("#waiting-stop").click();

        assertThat(visitor.see("#submit-problem [role=alert]")).isVisible();
        assertThat(visitor.see("#waiting")).isHidden();
        assertThat(draft.state()).isEqualTo("draft");

        visitor.see("#confirm-submit").click();
        assertThat(visitor.see("#submitted-notice")).isVisible();
        assertThat(presses.distinct("idempotency-key")).hasSize(1);
    }

    @Test
    void aFileThatArrivedWithoutAnAnswerIsNotSentAgain() {
        openACompleteDraft("Lost on the way back");
        AtomicInteger uploads = new AtomicInteger();
        page.route("**/documents/passport", route -> {
            if (uploads.incrementAndGet() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        visitor.see("#document-passport")
                .setInputFiles(new FilePayload("newer.pdf", "application/pdf", StudentApplication.PASSPORT));

        assertThat(visitor.see("[data-testid=document-passport]")).containsText("newer.pdf");
        assertThat(visitor.see("[data-testid=document-passport] progress")).hasCount(0);
        assertThat(visitor.see("[data-testid=document-passport] [role=alert]")).hasCount(0);
        assertThat(uploads)
                .as("the lost one, and the one that found its work done")
                .hasValue(2);
    }

    @Test
    void anUploadThatBreaksGoesOnWhereItStoppedAndHoldsNothingUp() {
        StudentApplication draft = openACompleteDraft("A bad line");
        FilePayload file = new FilePayload(
                "long.pdf", "application/pdf", SamplePdf.saying("A long line of a long file. ".repeat(45_000)));
        AtomicBoolean broken = new AtomicBoolean(true);
        List<String> parts = new CopyOnWriteArrayList<>();
        page.route("**/parts/*?size=*", route -> {
            String url = route.request().url();
            String from = url.substring(url.indexOf("from="));
            if (broken.get() && !from.equals("from=0")) {
                route.abort();
            } else {
                parts.add(from);
                route.resume();
            }
        });

        visitor.see("#document-passport").setInputFiles(file);
        assertThat(visitor.see("#again-document-passport")).isVisible();
        visitor.see("#motivation").fill(TYPED);
        await().until(() -> TYPED.equals(draft.read().at("/answers/motivation").asString()));
        assertThat(visitor.see("[data-testid=document-passport] progress")).isVisible();
        visitor.see("#submit-application").click();
        assertThat(visitor.see("#submit-problem")).containsText("still being uploaded");

        page.reload();
        broken.set(false);
        visitor.see("#document-passport").setInputFiles(file);

        assertThat(visitor.see("[data-testid=document-passport]")).containsText("long.pdf");
        assertThat(visitor.see("[data-testid=document-passport] progress")).hasCount(0);
        assertThat(parts).containsExactly("from=0", "from=524288", "from=1048576");
        assertThat(visitor.see("#motivation")).hasValue(TYPED);
    }

    @Test
    void aKilledGatewayCostsAWaitAndNoPress() throws Exception {
        StudentApplication draft = openACompleteDraft("The gateway falls");
        visitor.expectComplaint("ERR_|status of 401");

        visitor.see("#motivation").fill(TYPED);
        visitor.see("#submit-application").click();
        assertThat(visitor.see("#confirm-submit")).isEnabled();
        platform.service("gateway").kill();
        visitor.see("#confirm-submit").click();

        assertThat(visitor.see("#waiting [role=status]")).containsText("cannot be reached");
        assertThat(visitor.see("#confirm-submit")).isDisabled();
        assertThat(visitor.see("#submitted-notice")).isVisible(new IsVisibleOptions().setTimeout(STARTED_AGAIN_MILLIS));
        assertThat(visitor.see("main")).containsText(TYPED);
        assertThat(draft.read().get("answers").get("motivation").asString()).isEqualTo(TYPED);
        assertThat(visitor.see("[data-testid=receipt-id]"))
                .hasText(draft.read().get("receipt").get("id").asString());
    }

    @Test
    void theResultShowsOnAnOpenPageByItself() {
        StudentApplication application = StudentApplication.complete(
                people.demo("dilnoza"), PublishedCall.by(people.demo("sato"), "The results are out"));
        application.submit();
        visitor.signIn("dilnoza").open("/applications/" + application.id());
        page.evaluate("window.stillTheSamePage = true");

        application.select(people.demo("sato"), PublishedCall.TSUKUBA).ok();
        application.publishDecision(people.demo("sato"));

        assertThat(visitor.see(".title-block .badge-offered")).isVisible();
        assertThat(visitor.see("#offer")).isVisible();
        assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
    }

    @Test
    void whatAnybodyMayReadIsShownWhileNobodyKnowsWhoReads() {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "For every reader");
        page.route("**/session", Route::abort);

        visitor.open("/programs/" + call.programmeId());

        assertThat(visitor.see("h1")).hasText("For every reader");
        assertThat(visitor.see("#sign-in")).hasCount(0);
        page.unroute("**/session");
        assertThat(visitor.see("#sign-in")).isVisible();
    }

    @Test
    void waitsGrowAndAreNeverShorterThanAskedForNorTheSameForAll() {
        visitor.open("/");

        Object pauses = page.evaluate("""
                async () => {
                  const { pause } = await import('/app/core/waiting.js');
                  const least = () => 0;
                  const most = () => 1;
                  return [pause(0, null, least), pause(3, null, least), pause(20, null, least),
                          pause(0, 7, least), pause(0, 7, most)];
                }""");

        assertThat(pauses).isEqualTo(List.of(500, 4_000, 30_000, 7_000, 10_500));
    }

    @Test
    void whatWasChangedElsewhereIsReadOnceMoreBeforeItIsSubmitted() {
        StudentApplication draft = openACompleteDraft("Two windows");
        visitor.expectComplaint("status of 412");
        visitor.see("#submit-application").click();
        assertThat(visitor.see("#confirm-submit")).isVisible();
        JsonNode before = draft.read();
        ObjectNode elsewhere = JsonMapper.shared().createObjectNode();
        elsewhere.set("choices", before.get("choices"));
        elsewhere.set("answers", ((ObjectNode) before.get("answers").deepCopy()).put("motivation", TYPED));
        people.demo("dilnoza").put(draft.path(), before, elsewhere).ok();

        visitor.see("#confirm-submit").click();

        assertThat(visitor.see("#submit-problem")).containsText("Look at it once more");
        assertThat(visitor.see("main")).containsText(TYPED);
        visitor.see("#confirm-submit").click();
        assertThat(visitor.see("#submitted-notice")).isVisible();
    }

    private StudentApplication openACompleteDraft(String title) {
        StudentApplication draft =
                StudentApplication.complete(people.demo("dilnoza"), PublishedCall.by(people.demo("sato"), title));
        visitor.signIn("dilnoza").speak("en").open("/applications/" + draft.id());
        return draft;
    }

    private void submit() {
        visitor.see("#submit-application").click();
        visitor.see("#confirm-submit").click();
    }
}
