package org.yol.localrun.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import tools.jackson.databind.JsonNode;

/** The five steps that the platform is for, over HTTP. */
@ExtendWith(WholePlatform.class)
class JourneyIT {

    private static final String TITLE = "Water governance for Central Asia";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningPlatform platform;
    private final Told told;
    private final Person coordinator;
    private final Person otherCoordinator;
    private final Person student;
    private final Person reviewer;
    private final Person otherReviewer;

    JourneyIT(RunningPlatform platform) {
        this.platform = platform;
        told = new Told(platform);
        People people = new People(platform);
        coordinator = people.demo("sato");
        otherCoordinator = people.demo("karimov");
        student = people.student("en");
        reviewer = people.demo("tanaka");
        otherReviewer = people.demo("suzuki");
    }

    @Test
    void anApplicationTravelsThroughTheWholePlatform() throws Exception {
        PublishedCall call = PublishedCall.by(coordinator, TITLE);
        assertThat(found().get("id").asString()).isEqualTo(call.programmeId());

        StudentApplication application = StudentApplication.complete(student, call);
        assertThat(seenBy(reviewer, application)).as("a draft").isEmpty();
        submitAndHearOfIt(application);

        review(application);
        decide(application);
        publishTheDecision(application);
        accept(application);

        assertThat(timeline(application)).containsExactly("draft", "submitted", "under-review", "offered", "accepted");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(counts(call)).isEqualTo(Map.of("started", 1, "submitted", 1)));
    }

    @Test
    void refereeWithoutAnAccountWritesWhatOnlyThoseReadWhoJudge() {
        PublishedCall call = PublishedCall.askingForAReference(coordinator, "Rivers and their neighbours");
        StudentApplication application = StudentApplication.complete(student, call);
        String references = application.path() + "/references";
        String address = student.account() + ".referee@example.org";
        JsonNode named = student.post(
                        references,
                        Map.of(
                                "name", "田中 一郎",
                                "institution", "筑波大学",
                                "email", address,
                                "language", "ja",
                                "relation", "Supervisor"))
                .ok();
        student.post("/api/references/" + named.get("id").asString() + "/request", named, Map.of())
                .ok();

        Referee referee = Referee.at(address, platform);
        assertThat(referee.mail().subject()).contains("推薦状の依頼");
        Answer open = referee.read();
        assertThat(open.ok().get("asked").get("referee").asString()).isEqualTo("田中 一郎");
        application.submit();
        referee.submit(open, Map.of("since", "3年", "capacity", "指導教員", "rank", "top-5", "text", "A rare mind."))
                .ok();

        assertThat(referee.read().ok().get("state").asString()).isEqualTo("received");
        assertThat(coordinator.read(references).toString()).contains("A rare mind.");
        assertThat(student.read(references).toString()).contains("received").doesNotContain("A rare mind.");
        assertThat(otherCoordinator.get(references).status()).isEqualTo(404);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.mails(application))
                        .anySatisfy(mail -> assertThat(mail.subject()).startsWith("A reference has arrived")));
        assertThat(platform.mails(address)).hasSize(1);
    }

    private JsonNode found() {
        JsonNode page = student.read("/api/programs?text=water+governance&country=KZ&phase=open");
        return page.get("items")
                .valueStream()
                .filter(programme -> programme.get("title").get("en").asString().equals(TITLE))
                .findFirst()
                .orElseThrow();
    }

    private void submitAndHearOfIt(StudentApplication application) throws IOException, InterruptedException {
        try (MessageStream stream = student.listen()) {
            JsonNode submitted = application.submit();

            assertThat(submitted.get("state").asString()).isEqualTo("submitted");
            JsonNode receipt = submitted.get("receipt");
            assertThat(receipt.get("sha256").propertyNames())
                    .contains("dossier", "answers", "choices", "document:passport");
            JsonNode message = stream.next(SOON).orElseThrow().message();
            assertThat(message.get("title").asString()).contains(TITLE);
            assertThat(message.get("text").asString())
                    .contains(receipt.get("id").asString());
        }
        told.onceEach(List.of(application));
        assertThat(told.mails(application).getFirst().subject())
                .isEqualTo("We have received your application: " + TITLE);
    }

    private void review(StudentApplication application) {
        assertThat(seenBy(reviewer, application)).hasSize(1);
        assertThat(seenBy(otherReviewer, application)).isEmpty();
        assertThat(otherReviewer.get(application.path()).status()).isEqualTo(404);
        String passport = application.path() + "/documents/passport";
        assertThat(reviewer.get(passport).bytes()).isEqualTo(StudentApplication.PASSPORT);
        assertThat(otherReviewer.get(passport).status()).isEqualTo(404);

        String place = application.call().place(PublishedCall.TSUKUBA);
        assertThat(application
                        .reviewed(reviewer, 9, 7, "Knows the rivers.")
                        .get("version")
                        .asLong())
                .isEqualTo(1);

        JsonNode scored = coordinator.read(application.path());
        assertThat(scored.get("scores").get(place).asDouble()).isEqualTo(82);
        assertThat(otherCoordinator.get(application.path()).status()).isEqualTo(404);
        assertThat(application.read().has("reviews")).isFalse();
        assertThat(application.read().has("scores")).isFalse();
    }

    private void decide(StudentApplication application) {
        application.select(coordinator, PublishedCall.TSUKUBA).ok();

        assertThat(application.state()).isEqualTo("under-review");
        assertThat(application.read().has("decision")).isFalse();
    }

    private void publishTheDecision(StudentApplication application) throws IOException, InterruptedException {
        try (MessageStream stream = student.listen()) {
            application.publishDecision(coordinator);

            assertThat(stream.next(SOON).orElseThrow().message().get("text").asString())
                    .contains("University of Tsukuba");
        }
        assertThat(application.state()).isEqualTo("offered");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(told.mails(application).getFirst().subject())
                                .isEqualTo("Congratulations! You have been offered a place: " + TITLE));
    }

    private void accept(StudentApplication application) {
        student.post(application.path() + "/offer/answer", application.read(), Map.of("answer", "accepted"))
                .ok();

        assertThat(coordinator.read(application.path()).get("state").asString()).isEqualTo("accepted");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.mails(application)).hasSize(3));
    }

    private static List<String> seenBy(Person person, StudentApplication application) {
        return person.read("/api/applications?limit=100&callId="
                        + application.call().id())
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> timeline(StudentApplication application) {
        return application
                .read()
                .get("timeline")
                .valueStream()
                .map(step -> step.get("state").asString())
                .toList();
    }

    private Map<String, Integer> counts(PublishedCall call) {
        JsonNode counts = coordinator.read("/api/calls/" + call.id()).get("counts");
        return Map.of(
                "started", counts.get("started").asInt(),
                "submitted", counts.get("submitted").asInt());
    }
}
