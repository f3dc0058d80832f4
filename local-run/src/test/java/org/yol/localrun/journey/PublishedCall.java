package org.yol.localrun.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A call that is open to students of Kazakhstan now, with a place at each of some universities.
 *
 * @param title of its programme, in English
 * @param places their ids by the slug of their university
 */
public record PublishedCall(String programmeId, String id, String title, Map<String, String> places) {

    public static final String TSUKUBA = "jp-university-of-tsukuba";
    public static final String HIROSHIMA = "jp-hiroshima-university";

    private static final Map<String, String> HOSTS =
            Map.of(TSUKUBA, "University of Tsukuba", HIROSHIMA, "Hiroshima University");

    /** Writes and publishes a programme the way a coordinator does. */
    public static PublishedCall by(Person coordinator, String title) {
        return by(coordinator, title, List.of());
    }

    /** The same that asks for a reference. */
    public static PublishedCall askingForAReference(Person coordinator, String title) {
        return by(coordinator, title, List.of(), Map.of("references", 1));
    }

    /** The same for those only whom their authority nominates, of each country at most so many. */
    public static PublishedCall forNominated(Person coordinator, String title, Map<String, Integer> atMost) {
        return by(coordinator, title, List.of(), Map.of("intake", "nominated", "nominationsAtMost", atMost));
    }

    /** The same whose places nobody may hold beside one of another programme, and whose students read their scores. */
    public static PublishedCall excluding(Person coordinator, String title, PublishedCall other) {
        return by(
                coordinator,
                title,
                List.of(),
                Map.of(
                        "excludes", Map.of("all", false, "programmes", List.of(other.programmeId())),
                        "reviewing", Map.of("reviews", 1, "blind", false, "spread", 20, "feedback", "comments")));
    }

    /** The same for those who meet these rules. */
    public static PublishedCall by(Person coordinator, String title, List<Map<String, Object>> eligibility) {
        return by(coordinator, title, eligibility, Map.of());
    }

    /** The same whose applications are reviewed by so many without a name, who may be 20 points apart. */
    public static PublishedCall reviewedBlind(Person coordinator, String title, int reviews) {
        Map<String, Object> reviewing = Map.of("reviews", reviews, "blind", true, "spread", 20);
        return by(coordinator, title, List.of(), Map.of("reviewing", reviewing));
    }

    private static PublishedCall by(
            Person coordinator, String title, List<Map<String, Object>> eligibility, Map<String, Object> others) {
        Organisations.describe(coordinator);
        HOSTS.values().forEach(name -> Organisations.add(coordinator, name));
        String programmeId = coordinator
                .post("/api/programs", programme(title))
                .ok()
                .get("id")
                .asString();
        return published(coordinator, programmeId, title, eligibility, others);
    }

    /** Another call of the same programme, as open as this one. */
    public PublishedCall again(Person coordinator) {
        return published(coordinator, programmeId, title, List.of(), Map.of());
    }

    private static PublishedCall published(
            Person coordinator,
            String programmeId,
            String title,
            List<Map<String, Object>> eligibility,
            Map<String, Object> others) {
        JsonNode call = coordinator
                .post("/api/programs/" + programmeId + "/calls", call(eligibility, others))
                .ok();
        String callId = call.get("id").asString();
        coordinator
                .post("/api/calls/" + callId + "/publication", call, Map.of())
                .ok();
        return new PublishedCall(programmeId, callId, title, places(call));
    }

    public String place(String host) {
        return places.get(host);
    }

    private static Map<String, Object> call(List<Map<String, Object>> eligibility, Map<String, Object> others) {
        Instant now = Instant.now();
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("opens", now.minus(Duration.ofDays(1)).toString());
        call.put("closes", now.plus(Duration.ofDays(30)).toString());
        call.put("zone", "Asia/Almaty");
        call.put("intake", "open");
        call.put("documents", List.of("passport"));
        call.put("references", 0);
        call.put("rankAtMost", 2);
        call.put("eligibility", eligibility);
        call.put(
                "places",
                List.of(
                        Map.of("hostId", TSUKUBA, "level", "master", "seats", 2),
                        Map.of("hostId", HIROSHIMA, "level", "master", "seats", 1)));
        call.put(
                "rubric",
                List.of(Map.of("criterion", "academic", "weight", 60), Map.of("criterion", "plan", "weight", 40)));
        call.putAll(others);
        return call;
    }

    private static Map<String, Object> programme(String title) {
        return Map.of(
                "kind", "scholarship",
                "title", Map.of("en", title, "ja", title + "（日本語）", "ru", title + " (по-русски)"),
                "description", Map.of("en", "Two years in Japan.", "ja", "日本での二年間。"),
                "destination", "JP",
                "origins", List.of("KZ", "UZ"),
                "levels", List.of("master"),
                "pays",
                        Map.of(
                                "stipendPerMonth", List.of(144_000, 145_000),
                                "currency", "JPY",
                                "tuition", "waived"));
    }

    private static Map<String, String> places(JsonNode call) {
        Map<String, String> ids = new LinkedHashMap<>();
        call.get("places")
                .forEach(place -> ids.put(
                        place.get("host").get("id").asString(), place.get("id").asString()));
        return ids;
    }
}
