package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** While the service has not heard of a call, pages show what is known and do not fail. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class UnknownCallIT {

    private static final List<String> OF_THE_CALL =
            List.of("places", "requiredDocuments", "rankAtMost", "opens", "closes", "zone", "rubric");

    private final RunningPlatform platform;
    private final Browser browser;

    UnknownCallIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void anApplicationIsShownWithoutWhatBelongsToItsCall() {
        People people = new People(platform);
        PublishedCall call = PublishedCall.by(people.demo("sato"), "A call that nobody has heard of");
        StudentApplication application = StudentApplication.complete(people.demo("dilnoza"), call);
        application.submit();
        try (Visitor student = Visitor.atADesk(platform, browser)) {
            student.signIn("dilnoza").speak("en");
            student.page().route("**" + application.path(), UnknownCallIT::withoutTheCall);
            student.page().route("**/api/applications?*", UnknownCallIT::withoutTheCall);

            student.open("/applications");
            assertThat(student.see("#applications a[href$='" + application.id() + "']"))
                    .isVisible();
            student.open("/applications/" + application.id());

            assertThat(student.see("#call-unknown")).isVisible();
            assertThat(student.see("[data-testid=receipt-id]")).isVisible();
            assertThat(student.see(".ranking")).containsText("A place that cannot be shown at the moment");
            student.screenshot("unknown-call");
        }
    }

    private static void withoutTheCall(Route route) {
        APIResponse answer = route.fetch();
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        if (body.has("items")) {
            body.get("items").forEach(UnknownCallIT::removeTheCall);
        } else {
            removeTheCall(body);
        }
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body.toString()));
    }

    private static void removeTheCall(JsonNode application) {
        ((ObjectNode) application).remove(OF_THE_CALL);
    }
}
