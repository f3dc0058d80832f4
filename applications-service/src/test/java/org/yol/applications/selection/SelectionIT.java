package org.yol.applications.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.allocation.proof.CheckSelection;
import org.yol.allocation.proof.SelectionCheck;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.SelectionTerms;
import org.yol.contracts.SelectionTerms.Cap;
import org.yol.contracts.SelectionTerms.Category;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.platform.test.EventProbe;
import tools.jackson.databind.JsonNode;

/** A selection from the first score to the last seat: Tsukuba has one, Hiroshima two. */
class SelectionIT extends AtASelection {

    @Autowired
    private MongoDatabase database;

    @Autowired
    private EnteredSelections entered;

    @LocalServerPort
    private int port;

    @Test
    void everybodyIsToldWhatTheAlgorithmGivesThemAndCanCheckIt() throws Exception {
        List<Account> students = students(5);
        List<Answer> applications = new ArrayList<>();
        for (Account student : students) {
            applications.add(handedIn(student));
        }
        // The best is best at both; the second and the third are equal, so that the lottery decides.
        score(applications.get(0), 10, 10);
        score(applications.get(1), 8, 8);
        score(applications.get(2), 8, 8);
        score(applications.get(3), 5, 5);
        score(applications.get(4), 1, 1);
        Answer early = made(run("{\"callId\": \"%s\"}".formatted(call)));
        assertThat(early.at("/state")).isEqualTo("obstructed");
        assertThat(early.at("/problems/0/kind")).isEqualTo("not-drawn");
        Answer trial = made(run("""
                {"callId": "%s", "trial": {"seats": {"place-hiroshima": 1}}}""".formatted(call)));
        assertThat(trial.at("/state")).as(trial.text()).isEqualTo("checked");
        assertThat(trial.body().at("/figures/held").asInt()).isEqualTo(2);
        assertThat(trial.body().at("/isPublishable").asBoolean()).isFalse();
        assertThat(as(SATO).post(address(trial) + "/publication", trial.eTag(), "{}")
                        .at("/type"))
                .endsWith("selection-not-publishable");

        closeAndDraw();
        // Two coordinators run it at once.
        List<Answer> runs = AtOnce.of(2, _ -> run("{\"callId\": \"%s\"}".formatted(call)));
        Answer one = made(runs.get(0));
        Answer other = made(runs.get(1));
        assertThat(one.at("/state")).as(one.text()).isEqualTo("checked");
        assertThat(one.body().at("/figures/held").asInt()).isEqualTo(3);
        assertThat(one.at("/files/result")).isEqualTo(other.at("/files/result"));
        assertThat(as(SATO).get(address(one) + "/steps?limit=1000")
                        .body()
                        .at("/total")
                        .asInt())
                .isEqualTo(one.body().at("/figures/steps").asInt());
        assertThat(Api.asAnybody(port).get(address(one) + "/input").status()).isEqualTo(404);
        JsonNode beside = as(SATO).get(address(one) + "/comparison?with=" + trial.at("/id"))
                .body();
        assertThat(beside.at("/places/0/id").asString()).isEqualTo("place-hiroshima");
        assertThat(beside.at("/places/0/one/seats").asInt()).isEqualTo(2);
        assertThat(beside.at("/places/0/other/seats").asInt()).isEqualTo(1);
        // One seat less at Hiroshima; which of the two equal ones has the other may differ by the lottery.
        assertThat(beside.at("/same").asInt()).isPositive();
        assertThat(beside.at("/different").asInt())
                .isPositive()
                .isEqualTo(beside.at("/people").size());
        assertThat(beside.at("/same").asInt() + beside.at("/different").asInt()).isEqualTo(3);
        assertThat(applications)
                .extracting(application -> application.at("/id"))
                .contains(beside.at("/people/0/applicationId").asString());
        assertThat(beside.at("/people/0/name").asString()).isNotEmpty();

        List<Integer> answers = AtOnce.of(
                2,
                number -> as(SATO).post(
                                address(number == 0 ? one : other) + "/publication",
                                number == 0 ? one.eTag() : other.eTag(),
                                "{\"reserveAtMost\": 1}")
                        .status());
        assertThat(answers).as("one run decides").containsExactlyInAnyOrder(200, 409);
        Answer decides = answers.get(0) == 200 ? one : other;
        await().atMost(SOON)
                .until(() -> as(SATO).get(address(decides)).at("/state").equals("published"));

        byte[] input = bytes(address(decides) + "/input");
        byte[] result = bytes(address(decides) + "/result");
        assertThat(SelectionCheck.of(input, result).isRight()).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(checked(decides, CheckSelection.RIGHT))
                        .contains("All is right.", "5 numbers", "there is no other: yes"));
        assertThat(Api.asAnybody(port).get("/api/selections/calls/" + call).at("/id"))
                .isEqualTo(decides.at("/id"));
        assertThat(state(students.get(0), applications.get(0))).isEqualTo("offered");
        assertThat(state(students.get(1), applications.get(1))).isEqualTo("offered");
        assertThat(state(students.get(2), applications.get(2))).isEqualTo("offered");
        assertThat(state(students.get(3), applications.get(3))).isEqualTo("reserve");
        assertThat(state(students.get(4), applications.get(4))).isEqualTo("not-selected");
        assertThat(as(students.get(0)).get(path(applications.get(0))).at("/decision/selectionId"))
                .as("that no coordinator decided by hand")
                .isEqualTo(decides.at("/id"));
        JsonNode own = as(students.get(1))
                .get(path(applications.get(1)) + "/selection")
                .body();
        assertThat(own.at("/places/0/placeId").asString()).isEqualTo("place-tsukuba");
        assertThat(own.at("/places/0/score").asString()).isEqualTo("80.00");
        assertThat(own.at("/places/0/outcome").asString())
                .as("as the lottery has it, one of two is told")
                .isIn("reserve", "below-reserve");
        assertThat(own.at("/places/0/cutOffs/0/score").asString()).isEqualTo("100.00");
        assertThat(own.at("/places/1/outcome").asString()).isEqualTo("got");
        assertThat(own.at("/categories").isArray()).isTrue();
        assertThat(new String(input, StandardCharsets.UTF_8))
                .contains(own.at("/number").asString())
                .doesNotContain(applications.get(1).at("/id"));
        assertThat(kinds())
                .containsSubsequence(
                        "lottery-commitment",
                        "submission",
                        "lottery-entrants",
                        "lottery-opening",
                        "selection-input",
                        "selection-result");

        // The first declines: the next at Tsukuba has a place at Hiroshima already, and goes up; so does the next
        // there.
        Answer offered = as(students.get(0)).get(path(applications.get(0)));
        Instant declined = Instant.now();
        as(students.get(0)).post(path(offered) + "/offer/answer", offered.eTag(), "{\"answer\":\"declined\"}");
        await().atMost(SOON)
                .until(() -> state(students.get(3), applications.get(3)).equals("offered"));
        assertThat(Duration.between(declined, Instant.now())).isLessThan(Duration.ofSeconds(10));
        List<String> places = IntStream.of(1, 2, 3)
                .mapToObj(index -> as(students.get(index))
                        .get(path(applications.get(index)))
                        .at("/offer/placeId"))
                .toList();
        assertThat(places).containsExactlyInAnyOrder("place-tsukuba", "place-hiroshima", "place-hiroshima");
        assertThat(places.get(2)).isEqualTo("place-hiroshima");
        assertThat(state(students.get(4), applications.get(4))).isEqualTo("not-selected");
        assertThat(seats(decides, "place-hiroshima")).isEqualTo("seats 2, offered 2, declined 0, free 0, next 0");
        assertThat(seats(decides, "place-tsukuba")).isEqualTo("seats 1, offered 1, declined 1, free 0, next 0");

        // Somebody gives a better score to the last, in the store.
        entered.each(_ -> {});
        edit(decides.at("/files/input"), text -> text.replace("\"10.00\"", "\"95.00\""));
        assertThat(checked(decides, CheckSelection.WRONG))
                .contains("FAULT BLOCKING", "FAULT DIGEST", "FAULT LOG no entry of this selection has the digest");
        assertThatIllegalStateException()
                .isThrownBy(() -> entered.each(_ -> {}))
                .withMessageStartingWith("The input of the selection " + decides.at("/id"));
        edit(decides.at("/files/input"), text -> text.replace("\"95.00\"", "\"10.00\""));
        // Or writes another result, with its seats and cut-offs as they are.
        edit(decides.at("/files/result"), text -> text.replaceFirst("\"reserve\":\\[\"[0-9a-f]*\",", "\"reserve\":["));
        assertThat(checked(decides, CheckSelection.WRONG))
                .contains("FAULT RESERVE_LIST", "FAULT LOG no entry has the digest of this result");
        assertThatIllegalStateException()
                .isThrownBy(() -> entered.each(_ -> {}))
                .withMessageStartingWith("The result of the selection " + decides.at("/id"));
    }

    /** What the public command says. */
    private String checked(Answer selection, int status) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(CheckSelection.run(new PrintStream(said, true), "http://localhost:" + port + address(selection)))
                .as(said.toString())
                .isEqualTo(status);
        return said.toString();
    }

    private void edit(String file, UnaryOperator<String> how) {
        var files = database.getCollection("selection-files");
        String id = file + "/0";
        byte[] stored = files.find(Filters.eq("_id", id))
                .first()
                .get("bytes", Binary.class)
                .getData();
        String edited = how.apply(new String(stored, StandardCharsets.UTF_8));
        files.updateOne(
                Filters.eq("_id", id), Updates.set("bytes", new Binary(edited.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void everybodyIsToldOnceWhoeverPressesAndHoweverOftenItIsTold(@Autowired AutowireCapableBeanFactory beans)
            throws Exception {
        // Does the same work as the other one, as a second replica does.
        beans.createBean(Publishing.class);
        List<Account> students = students(6);
        List<Answer> applications = students.stream().map(this::handedIn).toList();
        applications.forEach(application -> score(application, 7, 7));
        closeAndDraw();
        Answer run = made(run("{\"callId\": \"%s\"}".formatted(call)));
        assertThat(run.at("/state")).as(run.text()).isEqualTo("checked");
        run = announcedAndWithheld(run);
        String version = run.eTag();
        String path = address(run);

        List<Integer> pressed = AtOnce.of(
                64,
                _ -> as(SATO).post(path + "/publication", version, "{\"reserveAtMost\": 1}")
                        .status());
        assertThat(pressed)
                .isSubsetOf(200, 409, 412)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        awaitPublished(run);
        List<String> told = states(students, applications);
        assertThat(told).filteredOn("offered"::equals).hasSize(3);

        // As it is when whoever told them died before that was written down.
        database.getCollection("selections")
                .updateOne(
                        Filters.eq("_id", run.at("/id")),
                        Updates.combine(
                                Updates.set("state", "PUBLISHING"),
                                Updates.set("publication.told", 0),
                                Updates.unset("publication.doneAt"),
                                Updates.inc("version", 1L),
                                Updates.set(
                                        "due.informing",
                                        new Document("due", new Date())
                                                .append("since", new Date())
                                                .append("attempts", 0))));
        awaitPublished(run);

        assertThat(states(students, applications)).isEqualTo(told);
        assertThat(decisionsTold(applications)).hasSize(6).doesNotHaveDuplicates();
        assertThat(seats(run, "place-tsukuba")).endsWith("next 1");
        database.getCollection("selections")
                .updateOne(Filters.eq("_id", run.at("/id")), Updates.set("state", "PUBLISHING"));
        assertThat(seats(run, "place-tsukuba")).as("before all have been told").endsWith("next 0");
        assertThat(as(SATO).send(
                                HttpMethod.DELETE,
                                path + "/publication",
                                as(SATO).get(path).eTag(),
                                null,
                                null)
                        .at("/type"))
                .as("what everybody has been told")
                .endsWith("selection-not-withheld");
        assertThat(SelectionCheck.of(bytes(address(run) + "/input"), bytes(address(run) + "/result"))
                        .isRight())
                .isTrue();
    }

    /** Meanwhile no other run can be published, and afterwards this one can. */
    private Answer announcedAndWithheld(Answer run) {
        String inAnHour = "{\"at\": \"%s\"}".formatted(Instant.now().plus(Duration.ofHours(1)));
        Answer announced = as(SATO).post(address(run) + "/publication", run.eTag(), inAnHour);
        assertThat(announced.at("/state")).as(announced.text()).isEqualTo("publishing");
        Answer other = made(run("{\"callId\": \"%s\"}".formatted(call)));
        assertThat(as(SATO).post(address(other) + "/publication", other.eTag(), "{}")
                        .at("/type"))
                .endsWith("selection-published");

        Answer withheld = as(SATO).send(HttpMethod.DELETE, address(run) + "/publication", announced.eTag(), null, null);

        assertThat(withheld.at("/state")).as(withheld.text()).isEqualTo("checked");
        return withheld;
    }

    @Test
    void aRunThatNobodyFinishesSaysSo() {
        Answer trial = made(run("{\"callId\": \"%s\", \"trial\": {}}".formatted(call)));
        // As it is when each of those who took it up has died with it.
        database.getCollection("selections")
                .updateOne(
                        Filters.eq("_id", trial.at("/id")),
                        Updates.combine(
                                Updates.set("state", "RUNNING"),
                                Updates.inc("version", 1L),
                                Updates.set(
                                        "due.making",
                                        new Document("due", new Date())
                                                .append("since", new Date())
                                                .append("holder", "dead")
                                                .append("attempts", 5))));

        Answer ended = made(trial);

        assertThat(ended.at("/state")).isEqualTo("failed");
        assertThat(ended.at("/problems/0/kind")).isEqualTo("given-up");
    }

    private List<String> states(List<Account> students, List<Answer> applications) {
        return IntStream.range(0, students.size())
                .mapToObj(index -> state(students.get(index), applications.get(index)))
                .toList();
    }

    private List<String> decisionsTold(List<Answer> applications) {
        List<String> ids =
                applications.stream().map(application -> application.at("/id")).toList();
        await().atMost(SOON).until(() -> told(ids).size() >= ids.size());
        return told(ids);
    }

    private List<String> told(List<String> ids) {
        return events.poll().stream()
                .filter(message ->
                        EventProbe.header(message, "ce_type").equals("org.yol.application.decision-published.v1"))
                .map(ConsumerRecord::key)
                .filter(ids::contains)
                .toList();
    }

    @Test
    void nothingIsPublishedThatIsNotWhatIsStored() {
        List<Account> students = students(2);
        Answer first = handedIn(students.get(0));
        Answer second = handedIn(students.get(1));
        score(first, 9, 9);
        closeAndDraw();
        Answer missing = made(run("{\"callId\": \"%s\"}".formatted(call)));
        assertThat(missing.at("/state")).isEqualTo("obstructed");
        assertThat(missing.at("/problems/0/kind")).isEqualTo("scores-missing");
        assertThat(missing.body().at("/problems/0/number").asInt()).isEqualTo(2);
        assertThat(missing.at("/problems/0/examples/0")).startsWith(second.at("/id"));

        score(second, 5, 5);
        Answer run = made(run("{\"callId\": \"%s\"}".formatted(call)));
        assertThat(run.at("/state")).as(run.text()).isEqualTo("checked");
        review(TANAKA, second, "place-tsukuba", "\"1\"", 10);
        assertThat(problemOfPublishing(run)).isEqualTo("changed");

        Answer again = made(run("{\"callId\": \"%s\"}".formatted(call)));
        edit(again.at("/files/result"), text -> text.replaceFirst("\"score\":\"\\d", "\"score\":\"3"));
        assertThat(problemOfPublishing(again)).isEqualTo("files-changed");
        assertThat(state(students.get(0), first)).isEqualTo("under-review");
    }

    @Test
    void nobodyIsChosenByFewerReviewsThanTheCallAsksFor() {
        published = CallFixtures.reviewed(published, 2, false);
        api.callIsPublished(published, 2);
        Answer application = handedIn(students(1).getFirst());
        score(application, 9, 9);
        api.callIsPublished(CallFixtures.changed(published, Instant.now().minus(Duration.ofMinutes(10)), List.of()), 3);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lotteries.problems(call)).isEmpty());

        Answer run = made(run("{\"callId\": \"%s\"}".formatted(call)));
        assertThat(run.at("/state")).isEqualTo("obstructed");
        assertThat(run.at("/problems/0/kind")).isEqualTo("scores-missing");
        assertThat(run.body().at("/problems/0/examples").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        application.at("/id") + " place-tsukuba", application.at("/id") + " place-hiroshima");
        assertThat(run.body().at("/figures/held").asInt())
                .as("what there is, is shown")
                .isEqualTo(1);
    }

    @Test
    void placeThatIsWithdrawnAfterItWasRankedIsNobodys() {
        List<Account> students = students(2);
        List<Answer> applications = students.stream().map(this::handedIn).toList();
        review(TANAKA, applications.get(0), "place-tsukuba", "\"0\"", 9);
        review(TANAKA, applications.get(1), "place-tsukuba", "\"0\"", 8);
        published = CallFixtures.with(
                CallFixtures.withoutHiroshima(published),
                new SelectionTerms(
                        List.of(new Category("rural", null, List.of())),
                        List.of(new Cap("call", List.of("place-tsukuba"), 1)),
                        null,
                        null));
        closeAndDraw();
        assertThat(refusedTrial("{\"caps\": {\"call\": 0}}")).startsWith("/trial/caps");
        assertThat(refusedTrial("{\"caps\": {\"all\": 1}}")).isEqualTo("/trial/caps/all");
        assertThat(refusedTrial("{\"seats\": {\"place-hiroshima\": 1}}")).isEqualTo("/trial/seats/place-hiroshima");
        assertThat(refusedTrial("""
                        {"seats": {"place-tsukuba": 2}, "caps": {"call": 1}, "reserves": {"place-tsukuba": {"rural": 1}}}""")).as("both modes at once").isEqualTo("/trial/caps");

        Answer run = made(run("{\"callId\": \"%s\"}".formatted(call)));
        assertThat(run.at("/state")).as(run.text()).isEqualTo("checked");
        assertThat(as(SATO).post(address(run) + "/publication", run.eTag(), "{}")
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> as(SATO).get(address(run)).at("/state").equals("published"));
        JsonNode own = as(students.get(1))
                .get(path(applications.get(1)) + "/selection")
                .body();
        assertThat(own.at("/places/0/outcome").asString()).isEqualTo("reserve");
        assertThat(own.at("/places/1/outcome").asString()).isEqualTo("excluded");
        assertThat(own.at("/places/1/excluded").asString()).isEqualTo("place-withdrawn");
    }

    private String refusedTrial(String trial) {
        Answer refused = as(SATO).post("/api/selections", "{\"callId\": \"%s\", \"trial\": %s}".formatted(call, trial));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.at("/errors/0/pointer");
    }

    private String seats(Answer run, String place) {
        JsonNode seats = as(SATO).get(address(run) + "/seats")
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/placeId").asString().equals(place))
                .findFirst()
                .orElseThrow();
        return "seats %s, offered %s, declined %s, free %s, next %d"
                .formatted(
                        seats.at("/seats"),
                        seats.at("/offered"),
                        seats.at("/declined"),
                        seats.at("/free"),
                        seats.at("/next").size());
    }

    private String problemOfPublishing(Answer run) {
        assertThat(as(SATO).post(address(run) + "/publication", run.eTag(), "{}")
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> as(SATO).get(address(run)).at("/state").equals("obstructed"));
        return as(SATO).get(address(run)).at("/problems/0/kind");
    }

    private byte[] bytes(String address) {
        return Api.asAnybody(port).get(address).text().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> kinds() {
        return StreamSupport.stream(
                        Api.asAnybody(port)
                                .get("/api/log/entries?limit=100&call=" + call)
                                .body()
                                .at("/items")
                                .spliterator(),
                        false)
                .map(item -> item.at("/entry/kind").asString())
                .toList()
                .reversed();
    }
}
