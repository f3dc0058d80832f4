package org.yol.bench;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The lists people look at, each by itself, over all that is there. */
final class Lists {

    private static final String PATH = "/api/applications";
    private static final int JUDGED = 50;

    private final People people;
    private final Phase phase;

    Lists(CommandLine asked, People people, Processes processes) {
        this.people = people;
        this.phase = new Phase(asked, processes);
    }

    void measure() {
        Person coordinator = people.coordinator("reader");
        Person reviewer = people.reviewer("judge");
        List<JsonNode> submitted = rows(coordinator, "?state=submitted&limit=" + JUDGED);
        if (submitted.isEmpty()) {
            throw new IllegalStateException("There is nothing to list. Measure submissions first.");
        }
        submitted.forEach(application -> judge(application, reviewer, coordinator));
        JsonNode newest = submitted.getFirst();
        String call = newest.get("callId").asString();
        System.out.printf(
                "applications a coordinator sees: %d in all, %d in the call%n",
                count(coordinator, ""), count(coordinator, "&callId=" + call));

        coordinators("newest", "?");
        coordinators("by text, few", "?text=" + newest.get("id").asString());
        coordinators("by text, none", "?text=nobody-of-this-name");
        coordinators("by state", "?state=submitted");
        coordinators("by decision", "?decision=reserve");
        coordinators("of a call, newest", "?callId=" + call);
        coordinators("of a call, by score", "?sort=score&callId=" + call);
        coordinators("of a call, by name", "?sort=name&callId=" + call);
        coordinators("of a call, by name, submitted", "?sort=name&state=submitted&callId=" + call);
        list("reviewer, newest", people.reviewer("newest"), "?");
        list("reviewer, of a call", people.reviewer("call"), "?callId=" + call);
        List<Person> students = submitted.stream()
                .map(application ->
                        people.student(application.get("student").get("id").asString()))
                .toList();
        phase.measure(
                "list of my applications",
                number -> students.get(number % students.size()).get(PATH + "?mine=true"));
    }

    /** So that there are scores and decisions; what somebody judged before stays as it is. */
    private static void judge(JsonNode application, Person reviewer, Person coordinator) {
        String path = PATH + "/" + application.get("id").asString();
        String place = application.get("choices").get(0).asString();
        try {
            reviewer.put(
                    path + "/reviews/" + place,
                    Person.NOTHING_YET,
                    Map.of("scores", Map.of("academic", 70, "plan", 80), "comment", "Measured."));
            coordinator.put(
                    path + "/decision", Person.NOTHING_YET, Map.of("outcome", "reserve", "reason", "Measured."));
        } catch (Refusal e) {
            // Judged by an earlier run.
        }
    }

    private void coordinators(String name, String query) {
        list("coordinator, " + name, people.coordinator(name.replaceAll("[^a-z]+", "-")), query);
    }

    private void list(String name, Person reader, String query) {
        phase.measure("list of " + name, _ -> reader.get(PATH + query));
    }

    private static int count(Person reader, String narrowed) {
        int count = 0;
        String after = "";
        while (after != null) {
            JsonNode page = reader.get(PATH + "?limit=100" + narrowed + (after.isEmpty() ? "" : "&after=" + after));
            count += page.get("items").size();
            JsonNode next = page.get("next");
            after = next == null || next.isNull() ? null : next.asString();
        }
        return count;
    }

    private static List<JsonNode> rows(Person reader, String query) {
        return reader.get(PATH + query).get("items").valueStream().toList();
    }
}
