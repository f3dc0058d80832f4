package org.yol.bench.stored;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.yol.bench.platform.Installation;
import org.yol.bench.platform.Later;
import org.yol.bench.platform.OpenCall;
import org.yol.bench.platform.People;

/**
 * The programmes that a measurement finds in the store: one was made through the API, and every document there is of it
 * is written again and again, each time with other texts, times and things that programmes are narrowed by.
 */
public final class ProgrammeArchive implements AutoCloseable {

    private static final List<String> COLLECTIONS = List.of("programmes", "calls", "listings");
    private static final List<String> OF_ONE_WRITE = List.of("due", "outbox", "requests");
    private static final List<String> KINDS =
            List.of("SCHOLARSHIP", "EXCHANGE", "JOINT_RESEARCH", "VOCATIONAL_TRAINING");
    private static final List<String> LEVELS = List.of("BACHELOR", "MASTER", "DOCTORATE", "NON_DEGREE", "TRAINING");
    private static final List<String> COUNTRIES = List.of("KZ", "KG", "TJ", "TM", "UZ", "JP");
    private static final List<String> FIELDS =
            List.of("0111", "0231", "0311", "0413", "0511", "0613", "0713", "0732", "0811", "0912", "1015");
    private static final List<String> TAUGHT_IN = List.of("en", "ja", "ru");
    private static final List<String> SECTORS = List.of(
            "energy", "transport", "education", "agriculture", "water-and-climate", "health", "digital", "security");
    private static final List<String> NARROWED = List.of(
            "kind=scholarship",
            "kind=exchange",
            "country=KG",
            "country=UZ",
            "level=master",
            "level=doctorate",
            "phase=open",
            "phase=closing-in-30-days",
            "field=07",
            "sector=energy",
            "language=en",
            "funding=stipend");
    private static final int TITLE_WORDS = 5;
    private static final int DESCRIPTION_WORDS = 60;
    private static final int AT_ONCE = 500;
    private static final long SEED = 7;
    private static final int DAYS_BEFORE = 60;
    private static final int DAYS_AFTER = 120;
    private static final int DAYS_OPEN = 45;

    private final MongoClient store;
    private final People people;
    private final Random random = new Random(SEED);
    private final Wordings wordings = new Wordings(random);

    /** @param people of the run */
    public ProgrammeArchive(Installation installation, People people) {
        this.store = MongoClients.create(installation.store());
        this.people = people;
    }

    /**
     * Puts programmes into the store, and waits until all of them are found.
     *
     * @throws IllegalStateException when that takes longer than they may
     */
    public void add(int count, Duration foundWithin) {
        int before = total();
        OpenCall.others(people, 1);
        Document listing = collection("listings")
                .find(eq("programme.offer.title.en", OpenCall.TITLE + " 1"))
                .sort(new Document("changed", -1))
                .first();
        String id = listing.getString("_id");
        Document programme = collection("programmes").find(eq("_id", id)).first();
        Document call = collection("calls").find(eq("programmeId", id)).first();
        for (int from = 0; from < count; from += AT_ONCE) {
            write(Math.min(AT_ONCE, count - from), programme, call, listing);
        }
        long limit = System.nanoTime() + foundWithin.toNanos();
        while (total() < before + 1 + count) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("Of %d programmes only %d are found".formatted(count, total()));
            }
            Later.sleep(Duration.ofMillis(500));
        }
    }

    /** Questions of people who look for something, as the end of an address. */
    public List<String> questions(int count) {
        return IntStream.range(0, count).mapToObj(_ -> question()).toList();
    }

    private String question() {
        String language = wordings.any(Wordings.languages());
        String text = wordings.some(language, 1 + random.nextInt(2));
        // Every fifth is still being typed, and every fifth is not spelt like that.
        text = switch (random.nextInt(5)) {
            case 0 -> text.substring(0, Math.max(1, text.length() - 2));
            case 1 -> text.length() < 3 ? text : text.substring(0, 2) + text.substring(3);
            default -> text;
        };
        Set<String> narrowed = new LinkedHashSet<>();
        for (int more = random.nextInt(3); more > 0; more--) {
            narrowed.add(wordings.any(NARROWED));
        }
        List<String> parts = new ArrayList<>(List.of("limit=20"));
        // Every sixth only narrows the list.
        if (random.nextInt(6) > 0) {
            parts.add("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        parts.addAll(narrowed);
        return String.join("&", parts);
    }

    private int total() {
        return people.coordinator("librarian")
                .getPatiently("/api/programs?limit=1")
                .get("total")
                .asInt();
    }

    private void write(int count, Document programme, Document call, Document listing) {
        List<List<Document>> made = IntStream.range(0, count)
                .mapToObj(_ -> copy(programme, call, listing))
                .toList();
        for (int part = 0; part < COLLECTIONS.size(); part++) {
            int place = part;
            collection(COLLECTIONS.get(part))
                    .insertMany(
                            made.stream().map(documents -> documents.get(place)).toList(),
                            new InsertManyOptions().ordered(false));
        }
    }

    private List<Document> copy(Document programme, Document call, Document listing) {
        String programmeId = UUID.randomUUID().toString();
        String callId = UUID.randomUUID().toString();
        Document offer = offer(programme.get("offer", Document.class));
        Instant closes = Instant.now()
                .plus(Duration.ofDays(random.nextInt(DAYS_BEFORE + DAYS_AFTER) - (long) DAYS_BEFORE))
                .plus(Duration.ofMinutes(random.nextInt(24 * 60)));
        Document newProgramme = fresh(programme).append("_id", programmeId).append("offer", offer);
        Document newCall = called(fresh(call), programmeId, callId, closes);
        Document newListing = new Document(listing)
                .append("_id", programmeId)
                .append("changed", new Date())
                .append("title", offer.get("title", Document.class).get("en"))
                .append("closes", Date.from(closes))
                .append("levels", offer.get("levels"))
                .append(
                        "programme",
                        new Document(listing.get("programme", Document.class))
                                .append("_id", programmeId)
                                .append("offer", offer))
                .append(
                        "calls",
                        List.of(called(
                                new Document(
                                        listing.getList("calls", Document.class).getFirst()),
                                programmeId,
                                callId,
                                closes)));
        return List.of(newProgramme, newCall, newListing);
    }

    private Document offer(Document original) {
        return new Document(original)
                .append("kind", wordings.any(KINDS))
                .append("destination", wordings.any(COUNTRIES))
                .append("origins", some(COUNTRIES))
                .append("levels", some(LEVELS))
                .append("fields", some(FIELDS))
                .append("languages", some(TAUGHT_IN))
                .append("sectors", some(SECTORS))
                .append("title", new Document(Map.copyOf(wordings.inSome(TITLE_WORDS))))
                .append("description", new Document(Map.copyOf(wordings.inSome(DESCRIPTION_WORDS))));
    }

    private static Document called(Document call, String programmeId, String callId, Instant closes) {
        return call.append("_id", callId)
                .append("programmeId", programmeId)
                .append(
                        "terms",
                        new Document(call.get("terms", Document.class))
                                .append("opens", Date.from(closes.minus(Duration.ofDays(DAYS_OPEN))))
                                .append("closes", Date.from(closes)));
    }

    private List<String> some(List<String> all) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> wordings.any(all))
                .distinct()
                .toList();
    }

    /** Without what the one write did that it was made by. */
    private static Document fresh(Document original) {
        Document copy = new Document(original);
        OF_ONE_WRITE.forEach(copy::remove);
        return copy;
    }

    private MongoCollection<Document> collection(String name) {
        MongoDatabase database = store.getDatabase("programs");
        return database.getCollection(name);
    }

    @Override
    public void close() {
        store.close();
    }
}
