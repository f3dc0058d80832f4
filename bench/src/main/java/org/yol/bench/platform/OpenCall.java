package org.yol.bench.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A call of this run's own that students of Kazakhstan can apply to now.
 *
 * @param id of the call
 * @param places ids of its places, two at least: usually at the University of Tsukuba and at Hiroshima University
 */
public record OpenCall(String id, List<String> places) {

    /** The host whose reviewers see most of the applications. */
    public static final String TSUKUBA = "jp-university-of-tsukuba";

    /** The host whose reviewers see some of them. */
    public static final String HIROSHIMA = "jp-hiroshima-university";

    /** Of its programme; those beside it have a number behind it. */
    public static final String TITLE = "Measured scholarships";

    private static final int SEATS = 100;
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(20);

    /** One of them writes and publishes a programme and its call; a student applies until that has come through. */
    public static OpenCall by(People people) {
        Person coordinator = people.coordinator("coordinator");
        describe(coordinator);
        return open(people, published(coordinator, "", call()));
    }

    /**
     * Another one, of hosts of its own.
     *
     * @param hosts their names
     * @param seats of each
     * @param choices as many as an applicant may rank
     */
    public static OpenCall by(People people, List<String> hosts, int seats, int choices, Instant closes) {
        Person coordinator = people.coordinator("coordinator");
        List<Map<String, Object>> places = hosts.stream()
                .map(name -> coordinator.post("/api/hosts", Map.of("name", name, "country", "JP")))
                .map(host ->
                        Map.<String, Object>of("hostId", host.get("id").asString(), "level", "master", "seats", seats))
                .toList();
        Map<String, Object> call = call();
        call.put("closes", closes.toString());
        call.put("rankAtMost", choices);
        call.put("places", places);
        return open(people, published(coordinator, " by many", call));
    }

    private static OpenCall open(People people, JsonNode call) {
        String id = call.get("id").asString();
        awaitPublication(id, people.as(people.student("scout")));
        return new OpenCall(
                id,
                StreamSupport.stream(call.get("places").spliterator(), false)
                        .map(place -> place.get("id").asString())
                        .toList());
    }

    /** Where most apply to. */
    public String tsukuba() {
        return places.get(0);
    }

    /** Where some do. */
    public String hiroshima() {
        return places.get(1);
    }

    /** Says who offers and who receives; where that is said already, it stays. */
    private static void describe(Person coordinator) {
        unlessThere(() -> coordinator.put(
                "/api/providers/jica-jice", Person.NOTHING_YET, Map.of("name", "JICA / JICE", "country", "JP")));
        List.of("University of Tsukuba", "Hiroshima University")
                .forEach(name ->
                        unlessThere(() -> coordinator.post("/api/hosts", Map.of("name", name, "country", "JP"))));
    }

    private static void unlessThere(Runnable saying) {
        try {
            saying.run();
        } catch (Refusal refusal) {
            if (!refusal.isOfWhatIsThere()) {
                throw refusal;
            }
        }
    }

    /** Publishes more programmes, each with an open call, for the list to be a list. */
    public static void others(People people, int count) {
        Person coordinator = people.coordinator("coordinator");
        describe(coordinator);
        for (int number = 1; number <= count; number++) {
            published(coordinator, " " + number, call());
        }
    }

    private static JsonNode published(Person coordinator, String number, Map<String, Object> terms) {
        String programme =
                coordinator.post("/api/programs", programme(number)).get("id").asString();
        JsonNode call = coordinator.post("/api/programs/" + programme + "/calls", terms);
        coordinator.post(
                "/api/calls/" + call.get("id").asString() + "/publication",
                call.get("version").asLong(),
                Map.of());
        return call;
    }

    private static void awaitPublication(String id, Person scout) {
        long limit = System.nanoTime() + HEARD_WITHIN.toNanos();
        while (true) {
            try {
                scout.post("/api/applications", Map.of("callId", id));
                return;
            } catch (Refusal e) {
                if (!e.isOfAField() || System.nanoTime() > limit) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, Object> programme(String number) {
        return Map.of(
                "kind", "scholarship",
                "title", Map.of("en", TITLE + number, "ja", "測定用の奨学金" + number, "ru", "Измеряемые стипендии" + number),
                "description", Map.of("en", "Two years in Japan.", "ja", "日本での二年間。"),
                "destination", "JP",
                "origins", List.of("KZ", "UZ"),
                "levels", List.of("master"));
    }

    private static Map<String, Object> call() {
        Instant now = Instant.now();
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("opens", now.minus(Duration.ofDays(1)).toString());
        call.put("closes", now.plus(Duration.ofDays(30)).toString());
        call.put("zone", "Asia/Almaty");
        call.put("intake", "open");
        call.put("documents", List.of("passport"));
        call.put("rankAtMost", 1);
        call.put(
                "places",
                List.of(
                        Map.of("hostId", TSUKUBA, "level", "master", "seats", SEATS),
                        Map.of("hostId", HIROSHIMA, "level", "master", "seats", SEATS)));
        call.put(
                "rubric",
                List.of(Map.of("criterion", "academic", "weight", 60), Map.of("criterion", "plan", "weight", 40)));
        return call;
    }
}
