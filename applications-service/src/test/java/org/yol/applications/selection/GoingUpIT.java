package org.yol.applications.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.yol.applications.place.Places;
import org.yol.applications.place.SeatsFreed;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;

/**
 * Somebody declines the seat at Tsukuba, and those who hold the two at Hiroshima accept these while they go up: in a
 * moment that is sought anew in each round, so that now the one comes first and now the other.
 */
class GoingUpIT extends AtASelection {

    private static final int ROUNDS = 15;
    private static final int CLIENTS = 8;
    private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;
    private static final List<String> WORKS = List.of("telling", "seating", "announcing", "listing", "filling");

    /** Versions of each round are far above those of the one before: what is left of that comes too late. */
    private static final long NEXT_ROUND = 1_000;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Places places;

    @Autowired
    private ApplicationEventPublisher publisher;

    private final Map<String, Account> students = new LinkedHashMap<>();
    private final Map<MongoCollection<Document>, List<Document>> before = new LinkedHashMap<>();
    private List<String> inOrder;

    @Test
    void everySeatIsSomebodysWhoKnowsOfItWhoeverComesFirst() throws Exception {
        publishedToFive();
        keep();
        // Later after whoever accepted in time, and sooner after whoever came too late, by less and less.
        long[] waits = {MILLIS.toNanos(60), MILLIS.toNanos(60)};
        for (int round = 1; round <= ROUNDS; round++) {
            restore(round * NEXT_ROUND);
            Map<String, Answer> offered = now();

            List<Answer> answers = AtOnce.of(CLIENTS, client -> {
                if (client == 0) {
                    return answer(inOrder.getFirst(), offered, "declined");
                }
                if (client > 4) {
                    publisher.publishEvent(new SeatsFreed(call));
                    return null;
                }
                // Each of the two presses twice.
                int who = (client + 1) / 2;
                LockSupport.parkNanos(waits[who - 1]);
                return answer(inOrder.get(who), offered, "accepted");
            });

            assertThat(answers.getFirst().status()).isEqualTo(200);
            awaitEverySeatGiven(round);
            Map<String, Answer> after = now();
            for (int who = 1; who <= 2; who++) {
                List<Integer> said = answers.subList(2 * who - 1, 2 * who + 1).stream()
                        .map(Answer::status)
                        .toList();
                boolean accepted = said.contains(200);
                Answer application = after.get(inOrder.get(who));
                assertThat(said).isSubsetOf(200, 409, 412);
                assertThat(application.at("/state") + " " + application.at("/offer/placeId"))
                        .as("round %d, what number %d was answered", round, who)
                        .isEqualTo(accepted ? "accepted place-hiroshima" : "offered place-tsukuba");
                waits[who - 1] =
                        Math.max(0, waits[who - 1] + (accepted ? 1 : -1) * MILLIS.toNanos(Math.max(4, 40 / round)));
            }
            assertEverybodyKnowsOfTheirSeat(round, after);
            assertNobodyIsPassedOver(round, after);
        }
    }

    /** The applications as their students see them. */
    private Map<String, Answer> now() {
        Map<String, Answer> now = new LinkedHashMap<>();
        students.forEach((id, student) -> now.put(id, as(student).get("/api/applications/" + id)));
        return now;
    }

    /** Five of whom the first has Tsukuba, the next two Hiroshima, and all but the first wait for what is better. */
    private void publishedToFive() {
        List<Account> accounts = students(5);
        List<Answer> applications = accounts.stream().map(this::handedIn).toList();
        IntStream.range(0, 5).forEach(index -> {
            score(applications.get(index), 10 - index, 10 - index);
            students.put(applications.get(index).at("/id"), accounts.get(index));
        });
        inOrder = List.copyOf(students.keySet());
        closeAndDraw();
        Answer run = made(run("{\"callId\": \"%s\"}".formatted(call)));
        assertThat(as(SATO).post(address(run) + "/publication", run.eTag(), "{\"reserveAtMost\": 5}")
                        .status())
                .isEqualTo(200);
        awaitPublished(run);
        awaitNothingLeft(0);
    }

    private Answer answer(String id, Map<String, Answer> seen, String answer) {
        return as(students.get(id))
                .post(
                        "/api/applications/" + id + "/offer/answer",
                        seen.get(id).eTag(),
                        "{\"answer\": \"%s\"}".formatted(answer));
    }

    private void keep() {
        keep("applications", inOrder);
        keep("decisions", inOrder);
        keep("seats", List.of(call + "/place-tsukuba", call + "/place-hiroshima"));
        keep("call-selections", List.of(call));
    }

    private void keep(String name, List<String> ids) {
        MongoCollection<Document> collection = database.getCollection(name);
        before.put(collection, collection.find(Filters.in("_id", ids)).into(new ArrayList<>()));
    }

    /** As it was when everybody had just been told. */
    private void restore(long later) {
        before.forEach((collection, documents) -> documents.forEach(document -> {
            Document again = Document.parse(document.toJson());
            raise(again, "version", later);
            if (again.get("basis") instanceof Document basis) {
                raise(basis, "version", later);
            }
            again.getList("holders", Document.class, List.of()).forEach(holder -> raise(holder, "asOf", later));
            collection.replaceOne(Filters.eq("_id", again.get("_id")), again);
        }));
    }

    private static void raise(Document document, String number, long later) {
        document.put(number, document.get(number, Number.class).longValue() + later);
    }

    private void awaitEverySeatGiven(int round) {
        await("round " + round + ": every seat is given")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> holders("place-tsukuba").size() == 1
                        && !holders("place-tsukuba").contains(inOrder.getFirst())
                        && holders("place-hiroshima").size() == 2);
        awaitNothingLeft(round);
        assertThat(holders("place-tsukuba")).as("round %d", round).hasSize(1);
        assertThat(holders("place-hiroshima")).as("round %d", round).hasSize(2);
    }

    /** Nothing waits to be done, and nothing was done while that was looked at. */
    private void awaitNothingLeft(int round) {
        await("round " + round + ": nothing is left to do")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    Map<String, Object> versions = new TreeMap<>();
                    return nothingIsLeft(versions) && nothingIsLeft(versions);
                });
    }

    private boolean nothingIsLeft(Map<String, Object> versions) {
        List<String> ids =
                Stream.concat(students.keySet().stream(), Stream.of(call)).toList();
        boolean nothing = true;
        for (String name : List.of("applications", "decisions", "call-selections")) {
            for (Document document : database.getCollection(name).find(Filters.in("_id", ids))) {
                Object version = document.get("version");
                Object known = versions.put(name + " " + document.get("_id"), version);
                nothing &= known == null || known.equals(version);
                nothing &= !(document.get("due") instanceof Document due)
                        || WORKS.stream().noneMatch(due::containsKey);
            }
        }
        return nothing;
    }

    private Set<String> holders(String place) {
        return Set.copyOf(places.held(call, place));
    }

    /** Everybody who has a seat was told of that one, and everybody who was told of one has it. */
    private void assertEverybodyKnowsOfTheirSeat(int round, Map<String, Answer> after) {
        Map<String, String> told = new TreeMap<>();
        after.forEach((id, application) -> {
            if (Set.of("offered", "accepted").contains(application.at("/state"))) {
                told.put(id, application.at("/offer/placeId"));
            }
        });
        Map<String, String> held = new TreeMap<>();
        for (String place : List.of("place-tsukuba", "place-hiroshima")) {
            for (String id : holders(place)) {
                assertThat(held.put(id, place))
                        .as("round %d: a second seat of %s", round, id)
                        .isNull();
            }
        }
        assertThat(told).as("round %d", round).isEqualTo(held);
    }

    /** Whoever has not accepted stands behind all who got what they would rather have. */
    private void assertNobodyIsPassedOver(int round, Map<String, Answer> after) {
        List<String> waiting = inOrder.stream()
                .filter(id ->
                        !Set.of("accepted", "declined").contains(after.get(id).at("/state")))
                .toList();
        List<String> got = waiting.stream()
                .sorted(Comparator.comparing(
                                (String id) -> switch (after.get(id).at("/offer/placeId")) {
                                    case "place-tsukuba" -> 1;
                                    case "place-hiroshima" -> 2;
                                    default -> 3;
                                })
                        .thenComparing(inOrder::indexOf))
                .toList();
        assertThat(got).as("round %d", round).isEqualTo(waiting);
    }
}
