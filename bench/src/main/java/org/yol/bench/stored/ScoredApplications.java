package org.yol.bench.stored;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.yol.bench.platform.Installation;

/** Gives stored applications choices of their own, and scores as if they had been reviewed at each of them. */
public final class ScoredApplications implements AutoCloseable {

    private static final int AT_ONCE = 500;

    private final MongoClient store;
    private final MongoDatabase database;

    public ScoredApplications(Installation installation) {
        this.store = MongoClients.create(installation.store());
        this.database = store.getDatabase("applications");
    }

    /**
     * Gives them choices and scores, the same in each run.
     *
     * @param places of the call
     * @param choices of each application
     */
    public void score(List<String> applications, String callId, List<String> places, int choices) {
        Random random = new Random(applications.size());
        for (int from = 0; from < applications.size(); from += AT_ONCE) {
            score(
                    applications.subList(from, Math.min(applications.size(), from + AT_ONCE)),
                    callId,
                    places,
                    choices,
                    random);
        }
    }

    private void score(List<String> some, String callId, List<String> places, int choices, Random random) {
        MongoCollection<Document> applications = database.getCollection("applications");
        Map<String, Document> found =
                applications
                        .find(in("_id", some))
                        .projection(include("life.receipt.id"))
                        .into(new ArrayList<>())
                        .stream()
                        .collect(Collectors.toMap(document -> document.getString("_id"), Function.identity()));
        List<UpdateOneModel<Document>> ranked = new ArrayList<>();
        List<Document> scored = new ArrayList<>();
        for (String id : some) {
            List<String> order = new ArrayList<>(places);
            Collections.shuffle(order, random);
            List<String> chosen = List.copyOf(order.subList(0, choices));
            ranked.add(new UpdateOneModel<>(eq("_id", id), set("form.choices", chosen)));
            scored.add(scores(
                    id,
                    callId,
                    found.get(id).getEmbedded(List.of("life", "receipt", "id"), String.class),
                    chosen,
                    random));
        }
        applications.bulkWrite(ranked);
        database.getCollection("scores").insertMany(scored);
    }

    /** Whole numbers, so that many are equal, and the lottery has something to do. */
    private static Document scores(String id, String callId, String receipt, List<String> chosen, Random random) {
        int usual = random.nextInt(40, 90);
        Map<String, Object> places = new TreeMap<>();
        chosen.forEach(place -> places.put(
                place,
                new Decimal128(
                        BigDecimal.valueOf(usual + random.nextInt(-10, 11)).setScale(2))));
        return new Document("_id", id)
                .append("version", 1L)
                .append("storedForm", 1)
                .append("seq", 1L)
                .append("callId", callId)
                .append("provider", "jica-jice")
                .append("submission", receipt)
                .append("places", places)
                .append(
                        "highest",
                        Collections.max(
                                places.values(), (one, other) -> ((Decimal128) one).compareTo((Decimal128) other)));
    }

    /** How many have come from the reserve lists of a call. */
    public int followers(String callId) {
        Document call = database.getCollection("call-selections")
                .find(eq("_id", callId))
                .first();
        return call == null ? 0 : call.getList("followers", Document.class).size();
    }

    /** One of these applications that is offered a place. */
    public String offered(List<String> applications) {
        return database
                .getCollection("applications")
                .find(in("_id", applications))
                .projection(include("life.state"))
                .into(new ArrayList<>())
                .stream()
                .filter(document -> "OFFERED".equals(document.getEmbedded(List.of("life", "state"), String.class)))
                .map(document -> document.getString("_id"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody is offered a place."));
    }

    @Override
    public void close() {
        store.close();
    }
}
