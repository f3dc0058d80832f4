package org.yol.bench.stored;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    private final UnaryOperator<String> naming;
    private final Map<Kind, Original> originals = new EnumMap<>(Kind.class);
    private final Map<Kind, StoredApplication> firsts = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> copied = new EnumMap<>(Kind.class);
    private String draftVersion = "";
    private String dossierVersion = "";
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
        this(installation, people, call, UnaryOperator.identity());
    }

    /**
     * The same for another call.
     *
     * @param naming makes other names of as many letters, so that nobody applies to both
     */
    public Archive(Installation installation, People people, OpenCall call, UnaryOperator<String> naming) {
        this.naming = naming;
        this.store = MongoClients.create(installation.store());
        this.call = call;
        this.people = people;
        Map<Kind, JsonNode> made = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            made.put(kind, make(student(kind, 0), kind, FILE_BYTES));
        }
        new Processes(installation).awaitQuiet();
        made.forEach((kind, application) -> firsts.put(
                kind,
                new StoredApplication(student(kind, 0), application.get("id").asString())));
        made.forEach((kind, application) -> originals.put(
                kind,
                new Original(
                        store,
                        call.id(),
                        student(kind, 0),
                        application.get("id").asString(),
                        application.at("/receipt/id").asString(""))));
    }

    /** Those that were handed in and that others are copied from. */
    public List<StoredApplication> handedIn() {
        return firsts.entrySet().stream()
                .filter(first -> first.getKey() != Kind.DRAFT)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The name of a student whose application is of that kind, by number from 1; those who signed in among them. */
    public static String name(Kind kind, int number) {
        return "%s%06d".formatted(kind.letter, number);
    }

    /** Version that the complete drafts are in. */
    public String draftVersion() {
        return draftVersion;
    }

    /** Version that the dossiers of their students are in. */
    public String dossierVersion() {
        return dossierVersion;
    }

    /** Version of the decisions that nobody knows yet. */
    public String decisionVersion() {
        return decisionVersion;
    }

    /** The database of messages, to see how many there are. */
    public long messages() {
        return store.getDatabase("notifications").getCollection("messages").estimatedDocumentCount();
    }

    /**
     * Puts more applications into the store, and looks at some of them as their students do.
     *
     * @throws IllegalStateException when one of them is not what it was copied from
     */
    public List<StoredApplication> add(Kind kind, int count) {
        int known = copied.getOrDefault(kind, 0);
        copied.put(kind, known + count);
        List<StoredApplication> added = originals.get(kind).copies(count, number -> student(kind, known + number));
        if (!added.isEmpty()) {
            verify(kind, added.getFirst());
            verify(kind, added.getLast());
        }
        return added;
    }

    private void verify(Kind kind, StoredApplication stored) {
        String state = kind == Kind.DRAFT ? "draft" : "submitted";
        Person student = people.as(stored.student());
        JsonNode copies = student.getPatiently("/api/applications?mine=true").get("items");
        JsonNode copy = student.getPatiently("/api/applications/" + stored.application());
        int messages = kind == Kind.DRAFT ? 0 : 1;
        if (copies.size() != 1
                || !copies.get(0).get("state").asString().equals(state)
                || !copy.get("state").asString().equals(state)
                || student.getPatiently("/api/notifications").get("items").size() != messages) {
            throw new IllegalStateException(stored + " is not like what it was copied from: " + copy);
        }
    }

    private Student student(Kind kind, int number) {
        return people.student(naming.apply(name(kind, number)));
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
        JsonNode dossier = student.put("/api/profile", version(student.get("/api/profile")), DraftForm.dossier());
        JsonNode filledIn = student.put(
                path, version(started), DraftForm.choosing(kind == Kind.HIROSHIMA ? call.hiroshima() : call.tsukuba()));
        JsonNode complete = student.upload(
                path + "/documents/" + DraftForm.DOCUMENT, version(filledIn), "passport.pdf", DraftForm.pdf(bytes));
        if (kind == Kind.DRAFT) {
            draftVersion = complete.get("version").asString();
            dossierVersion = dossier.get("version").asString();
            return complete;
        }
        JsonNode submitted =
                student.post(path + "/submission", version(complete), Map.of("dossierVersion", version(dossier)));
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
