package org.yol.applications.telling;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.application.Applicant;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Draft;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.call.Calls;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallChanged;
import org.yol.contracts.CallPublished;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.DeadlineNear;
import org.yol.contracts.EventType;
import org.yol.contracts.Extension;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.due.DueWorks;
import org.yol.platform.outbox.EventPublisher;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.startup.Preparations;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import tools.jackson.databind.json.JsonMapper;

/** A call changes or is about to close, and those whom it concerns are named to whoever tells them. */
class TellingIT extends AtAnOpenCall {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MANY = 450;

    private final Instant later = Instant.now().plus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Applications applications;

    @Test
    void whoeverHasBegunIsNamedOnceHoweverOftenTheCallIsTold() {
        Answer draft = api.start(AIGERIM, call);
        Answer submitted = api.submitted(NURLAN, call);
        Account gone = Account.student("gone-" + call, "Gone", "KZ");
        Answer withdrawn = api.start(gone, call);
        api.as(gone).post(path(withdrawn) + "/withdrawal", withdrawn.eTag(), "{}");
        CallChange first = amendment("call-1");

        tell(2, first);
        tell(2, first);
        tell(3, first);
        tell(4, first, amendment("call-2"));

        assertThat(awaitTold("call-2", 2)).hasSize(2);
        assertThat(told("call-1"))
                .extracting(CallChanged.Applicant::applicationId, CallChanged.Applicant::handedIn)
                .containsExactlyInAnyOrder(tuple(draft.at("/id"), false), tuple(submitted.at("/id"), true));
        assertThat(events.poll())
                .filteredOn(event -> event.key().startsWith(call + "/"))
                .allSatisfy(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain("Bekova", "example.org"));
    }

    @Test
    void anExtensionIsToldToTheCitizensItIsForAndOnlyTheLastOfTwo() {
        api.start(AIGERIM, call);
        api.start(NURLAN, call);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Extension all = new Extension(List.of(), later, "Snow", at);
        Extension some = new Extension(List.of("KZ"), later.plus(1, ChronoUnit.DAYS), "More snow", at.plusMillis(1));

        tell(
                CallFixtures.changed(
                        open(), open().closes(), List.of(all, some), of("call-1", all), of("call-2", some)),
                2);

        assertThat(awaitTold("call-1", 1))
                .extracting(CallChanged.Applicant::studentId)
                .containsExactly(NURLAN.id());
        assertThat(awaitTold("call-2", 1))
                .extracting(CallChanged.Applicant::studentId)
                .containsExactly(AIGERIM.id());
    }

    @Test
    void whoeverBeginsLongAfterwardsIsNotNamed() throws Exception {
        Set<String> before = begin("before", 3, Instant.now());
        begin("after", 3, Instant.now().plus(2, ChronoUnit.MINUTES));

        tell(2, amendment("call-1"));

        awaitTold("call-1", 3);
        assertThat(ids("call-1")).isEqualTo(before);
    }

    @Test
    void twoReplicasNameThousandsOnceEach(
            @Autowired Outbox outbox,
            @Autowired EventPublisher publisher,
            @Autowired Calls calls,
            @Autowired Clock clock)
            throws Exception {
        Set<String> students = begin("student", MANY, Instant.now());
        DueWorks works = new DueWorks(clock, new SimpleMeterRegistry());
        OutboxRelay relay = new OutboxRelay(publisher, () -> _ -> {}, works);
        try (Preparations preparations = new Preparations()) {
            var collections = new AggregateCollections(database, outbox, relay, works, preparations);
            new Tellings(collections, applications, calls, clock);
            works.start();

            tell(2, amendment("call-1"), amendment("call-2"), amendment("call-3"));

            for (String change : List.of("call-1", "call-2", "call-3")) {
                assertThat(awaitTold(change, MANY)).hasSize(MANY);
                assertThat(ids(change)).isEqualTo(students);
            }
        } finally {
            works.stop();
        }
    }

    @Test
    void whatAProcessThatDiedHasLeftIsNamedFromWhereItWas() throws Exception {
        begin("student", MANY, Instant.now().minusSeconds(60));
        Page<Applicant> done = applications.applicants(call, Instant.now(), new PageRequest(100, null));
        Date now = new Date();
        database.getCollection("tellings")
                .insertOne(new Document("_id", call + "/call-1")
                        .append("version", 2L)
                        .append("storedForm", 1)
                        .append("callId", call)
                        .append("callSeq", 1L)
                        .append(
                                "change",
                                new Document("id", "call-1")
                                        .append("kind", "AMENDMENT")
                                        .append("at", now)
                                        .append("reason", "Snow")
                                        .append("countries", List.of()))
                        .append("position", done.next())
                        .append("done", false)
                        .append("outbox", List.of())
                        .append("requests", List.of())
                        .append(
                                "due",
                                new Document(
                                        Telling.FAN_OUT,
                                        new Document("due", now)
                                                .append("since", now)
                                                .append("holder", "a process that died")
                                                .append("attempts", 1))));

        assertThat(awaitTold("call-1", MANY - 100)).hasSize(MANY - 100);

        assertThat(ids("call-1"))
                .hasSize(MANY - 100)
                .doesNotContainAnyElementsOf(done.items().stream()
                        .map(applicant -> applicant.student().id())
                        .toList());
    }

    @Test
    void whoHasADraftIsRemindedOnceByTwoReplicasAndAgainOfALaterDeadline(
            @Autowired Outbox outbox,
            @Autowired EventPublisher publisher,
            @Autowired Calls calls,
            @Autowired Clock clock)
            throws Exception {
        Set<String> students = begin("student", 250, Instant.now().minus(10, ChronoUnit.DAYS));
        begin("submitted", 3, Instant.now().minus(10, ChronoUnit.DAYS));
        stored("applications")
                .updateMany(
                        and(eq("call.id", call), regex("student.id", "^submitted-")),
                        set("life.state", ApplicationState.SUBMITTED.name()));
        begin("late", 3, Instant.now().minus(1, ChronoUnit.HOURS));
        Instant soon = Instant.now().plus(20, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        DueWorks works = new DueWorks(clock, new SimpleMeterRegistry());
        OutboxRelay relay = new OutboxRelay(publisher, () -> _ -> {}, works);
        try (Preparations preparations = new Preparations()) {
            new Reminding(
                    new AggregateCollections(database, outbox, relay, works, preparations), applications, calls, clock);
            works.start();

            tell(CallFixtures.changed(open(), soon, List.of()), 2);

            assertThat(awaitReminded(soon, 250)).containsExactlyInAnyOrderElementsOf(students);
            Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Instant moved = at.plus(1, ChronoUnit.DAYS).plusSeconds(2);
            Extension extension = new Extension(List.of("KZ"), moved, "Snow", at);
            tell(CallFixtures.changed(open(), soon, List.of(extension), of("call-1", extension)), 3);

            // Those who were late for the reminder of the other deadline are not for this one.
            assertThat(awaitReminded(moved, 253)).doesNotHaveDuplicates().containsAll(students);
        } finally {
            works.stop();
        }
        assertThat(reminded(soon)).containsExactlyInAnyOrderElementsOf(students);
        assertThat(stored("applications").countDocuments(and(eq("call.id", call), ne("version", 1L))))
                .isZero();
        assertThat(events.poll())
                .filteredOn(event -> event.key().equals(call + "/deadline"))
                .allSatisfy(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain("Bekova"));
    }

    @Test
    void aRoundOfRemindersIsGoneOnWithFromWhereAProcessDied() throws Exception {
        Instant soon = Instant.now().plus(20, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        tell(CallFixtures.changed(open(), soon, List.of()), 2);
        Bson reminders =
                and(eq("_id", call + "/deadline"), eq("callSeq", 2L), ne("doneUntil", null), eq("round", null));
        Awaitility.await().atMost(SOON).until(() -> stored("reminders").countDocuments(reminders) == 1);
        begin("student", 250, Instant.now().minus(10, ChronoUnit.DAYS));
        Page<Draft> done = applications.drafts(call, new PageRequest(100, null));
        Date now = new Date();
        stored("reminders")
                .updateOne(
                        reminders,
                        combine(
                                unset("doneUntil"),
                                set("round", now),
                                set("position", done.next()),
                                set(
                                        "due." + Reminders.REMINDING,
                                        new Document("due", now)
                                                .append("since", now)
                                                .append("holder", "a process that died")
                                                .append("attempts", 1))));

        assertThat(awaitReminded(soon, 150))
                .hasSize(150)
                .doesNotContainAnyElementsOf(
                        done.items().stream().map(draft -> draft.student().id()).toList());
    }

    private List<String> awaitReminded(Instant closes, int number) {
        return Awaitility.await().atMost(SOON).until(() -> reminded(closes), told -> told.size() >= number);
    }

    private List<String> reminded(Instant closes) {
        return events.poll().stream()
                .filter(event -> event.key().equals(call + "/deadline"))
                .map(event -> JsonMapper.shared().readValue(event.value(), DeadlineNear.class))
                .filter(reminder -> reminder.closes().equals(closes))
                .flatMap(reminder -> reminder.applicants().stream())
                .map(DeadlineNear.Applicant::studentId)
                .toList();
    }

    private MongoCollection<Document> stored(String collection) {
        return database.getCollection(collection);
    }

    /** @return the students */
    private Set<String> begin(String name, int number, Instant at) throws Exception {
        String golden = Files.readString(Path.of("src/test/resources/documents/0.2/applications/draft.json"));
        List<BsonDocument> drafts = IntStream.range(0, number)
                .mapToObj(index -> {
                    BsonDocument draft = BsonDocument.parse(golden);
                    draft.put("_id", new BsonString("kz-" + name + "-" + index + "-" + call));
                    draft.getDocument("call").put("id", new BsonString(call));
                    draft.getDocument("student").put("id", new BsonString(name + "-" + index));
                    draft.getDocument("life")
                            .getArray("timeline")
                            .get(0)
                            .asDocument()
                            .put("at", new BsonDateTime(at.toEpochMilli()));
                    draft.put(
                            "createdAt", new BsonDateTime(at.minusMillis(index).toEpochMilli()));
                    return draft;
                })
                .toList();
        database.getCollection("applications", BsonDocument.class).insertMany(drafts);
        return drafts.stream()
                .map(draft -> draft.getDocument("student").getString("id").getValue())
                .collect(Collectors.toSet());
    }

    private CallPublished open() {
        return CallFixtures.publishedNow(call);
    }

    private static CallChange amendment(String id) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new CallChange(id, ChangeKind.AMENDMENT, now, "A slip of the pen", null, List.of());
    }

    private static CallChange of(String id, Extension granted) {
        return new CallChange(
                id, ChangeKind.EXTENSION, granted.grantedAt(), granted.reason(), granted.closes(), granted.countries());
    }

    private void tell(long seq, CallChange... changes) {
        tell(CallFixtures.changed(open(), open().closes(), List.of(), changes), seq);
    }

    private void tell(CallPublished changed, long seq) {
        events.tell(
                EventType.CALL_PUBLISHED,
                changed.callId(),
                seq,
                JsonMapper.shared().writeValueAsString(changed));
    }

    private List<CallChanged.Applicant> awaitTold(String change, int number) {
        return Awaitility.await().atMost(SOON).until(() -> told(change), told -> told.size() >= number);
    }

    private Set<String> ids(String change) {
        return told(change).stream()
                .map(CallChanged.Applicant::studentId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<CallChanged.Applicant> told(String change) {
        List<CallChanged.Applicant> told = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> event : events.poll()) {
            if (event.key().equals(call + "/" + change)
                    && EventProbe.header(event, "ce_type").equals(EventType.CALL_CHANGED.type())) {
                told.addAll(JsonMapper.shared()
                        .readValue(event.value(), CallChanged.class)
                        .applicants());
            }
        }
        return told;
    }
}
