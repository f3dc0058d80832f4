package org.yol.bench.stored;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.yol.bench.platform.DraftForm;
import org.yol.bench.platform.Installation;
import org.yol.bench.platform.OpenCall;
import org.yol.bench.platform.People;
import org.yol.bench.platform.Person;
import org.yol.bench.platform.Processes;
import org.yol.bench.platform.Student;
import tools.jackson.databind.JsonNode;

/** The applications to one call that a measurement finds in the store. */
public final class Archive implements AutoCloseable {

    private static final int FILE_BYTES = 4_096;

    private final MongoClient store;
    private final OpenCall call;
    private final People people;
    private final Map<Kind, Original> originals = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> copied = new EnumMap<>(Kind.class);
    private String draftVersion = "";
    private String decisionVersion = "";

    /** What has become of an application. */
    public enum Kind {
        /** Complete, and not submitted. */
        DRAFT("d"),
        /** Submitted to the University of Tsukuba. */
        SUBMITTED("s"),
        /** Submitted to Hiroshima University. */
        HIROSHIMA("h"),
        /** Submitted, and decided on: not selected, which nobody knows yet. */
        DECIDED("r");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** Makes one application of each kind through the API, and waits until everybody is told. */
    public Archive(Installation installation, People people, OpenCall call) {
        this.store = MongoClients.create(installation.store());
        this.call = call;
        this.people = people;
        Map<Kind, JsonNode> made = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            made.put(kind, make(student(kind, 0), kind, FILE_BYTES));
        }
        new Processes(installation).awaitQuiet();
        made.forEach((kind, application) -> originals.put(
                kind,
                new Original(
                        store,
                        call.id(),
                        student(kind, 0),
                        application.get("id").asString(),
                        application.at("/receipt/id").asString(""))));
    }

    /** The name of a student whose application is of that kind, by number from 1; those who signed in among them. */
    public static String name(Kind kind, int number) {
        return "%s%06d".formatted(kind.letter, number);
    }

    /** Version that the complete drafts are in. */
    public String draftVersion() {
        return draftVersion;
    }

    /** Version of the decisions that nobody knows yet. */
    public String decisionVersion() {
        return decisionVersion;
    }

    /** The database of messages, to see how many there are. */
    public long messages() {
        return store.getDatabase("notifications").getCollection("messages").estimatedDocumentCount();
    }

    /** Puts more applications into the store. */
    public List<StoredApplication> add(Kind kind, int count) {
        int known = copied.getOrDefault(kind, 0);
        copied.put(kind, known + count);
        IntFunction<Student> named = number -> student(kind, known + number);
        return originals.get(kind).copies(count, named);
    }

    private Student student(Kind kind, int number) {
        return people.student(name(kind, number));
    }

    /**
     * Makes applications through the API, which takes longer, and lets their files be large.
     *
     * @param bytes of each one's file
     */
    public List<StoredApplication> made(int count, int bytes) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> people.student("f%06d".formatted(number)))
                .map(student -> new StoredApplication(
                        student, make(student, Kind.SUBMITTED, bytes).get("id").asString()))
                .toList();
    }

    private JsonNode make(Student of, Kind kind, int bytes) {
        Person student = people.as(of);
        // Opens the front end, as everybody does before anything else: from then on messages reach them.
        student.get("/api/preferences");
        JsonNode started = student.post("/api/applications", Map.of("callId", call.id()));
        String path = "/api/applications/" + started.get("id").asString();
        JsonNode filledIn = student.put(
                path, version(started), DraftForm.choosing(kind == Kind.HIROSHIMA ? call.hiroshima() : call.tsukuba()));
        JsonNode complete = student.upload(
                path + "/documents/" + DraftForm.DOCUMENT, version(filledIn), "passport.pdf", DraftForm.pdf(bytes));
        if (kind == Kind.DRAFT) {
            draftVersion = complete.get("version").asString();
            return complete;
        }
        JsonNode submitted = student.post(path + "/submission", version(complete), Map.of());
        if (kind == Kind.DECIDED) {
            decisionVersion = people.coordinator("decider")
                    .put(
                            path + "/decision",
                            Person.NOTHING_YET,
                            Map.of("outcome", "not-selected", "reason", "Measured."))
                    .get("version")
                    .asString();
        }
        return submitted;
    }

    private static long version(JsonNode application) {
        return application.get("version").asLong();
    }

    @Override
    public void close() {
        store.close();
    }
}
