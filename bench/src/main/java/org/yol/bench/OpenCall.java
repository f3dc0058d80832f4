package org.yol.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A call of this run's own that students of Kazakhstan can apply to now.
 *
 * @param place the id of its place at the University of Tsukuba
 */
record OpenCall(String id, String place) {

    static final String TSUKUBA = "jp-university-of-tsukuba";

    private static final String TITLE = "Measured scholarships";
    private static final int SEATS = 100;
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(20);

    /** One of them writes and publishes a programme and its call; a student applies until that has come through. */
    static OpenCall by(People people) {
        Person coordinator = people.coordinator("coordinator");
        coordinator.post("/api/hosts", Map.of("name", "University of Tsukuba", "country", "JP"));
        String programme =
                coordinator.post("/api/programs", programme()).get("id").asString();
        JsonNode call = coordinator.post("/api/programs/" + programme + "/calls", call());
        String id = call.get("id").asString();
        coordinator.post(
                "/api/calls/" + id + "/publication", call.get("version").asLong(), Map.of());
        awaitPublication(id, people.newcomer("scout"));
        return new OpenCall(id, call.get("places").get(0).get("id").asString());
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

    private static Map<String, Object> programme() {
        return Map.of(
                "kind", "scholarship",
                "title", Map.of("en", TITLE, "ja", "測定用の奨学金", "ru", "Измеряемые стипендии"),
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
        call.put("places", List.of(Map.of("hostId", TSUKUBA, "level", "master", "seats", SEATS)));
        call.put(
                "rubric",
                List.of(Map.of("criterion", "academic", "weight", 60), Map.of("criterion", "plan", "weight", 40)));
        return call;
    }
}
