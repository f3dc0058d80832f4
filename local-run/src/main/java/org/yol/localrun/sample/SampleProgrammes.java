package org.yol.localrun.sample;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Creates and publishes the sample programmes, each as a coordinator of its provider. */
final class SampleProgrammes {

    /** Criteria and weights of every sample call. */
    static final Map<String, Integer> RUBRIC = rubric();

    private final SampleFile.Programmes file = SampleFile.programmes();
    private final SamplePeople people;
    private final SampleProgress progress;
    private final Map<String, String> hostIds = new HashMap<>();

    SampleProgrammes(SamplePeople people, SampleProgress progress) {
        this.people = people;
        this.progress = progress;
    }

    int count() {
        return file.programmes().size();
    }

    /** Each says who it is; what people have said of it meanwhile stays. */
    void describeProviders() {
        file.providers().forEach((organization, provider) -> {
            try {
                coordinatorOf(organization).putFirst("/api/providers/" + organization, provider);
            } catch (HttpClientErrorException e) {
                if (e.getStatusCode() != HttpStatus.PRECONDITION_FAILED) {
                    throw e;
                }
            }
        });
    }

    void createHosts() {
        PublicApi coordinator = coordinatorOf("jica-jice");
        file.hosts().forEach((name, host) -> {
            Map<String, Object> request = new LinkedHashMap<>(host);
            request.put("name", name);
            hostIds.put(name, hostId(coordinator, name, request));
        });
    }

    /** The likest of those that are there, if people have added it meanwhile. */
    private static String hostId(PublicApi coordinator, String name, Map<String, Object> request) {
        try {
            return coordinator
                    .post("/api/hosts", "host/" + name, request)
                    .get("id")
                    .asString();
        } catch (HttpClientErrorException.Conflict e) {
            return JsonMapper.shared()
                    .readTree(e.getResponseBodyAsString())
                    .at("/candidates/0/id")
                    .asString();
        }
    }

    private PublicApi coordinatorOf(String organization) {
        return people.coordinatorOf(
                organization, String.valueOf(file.providers().get(organization).get("name")));
    }

    /** Creates and publishes all of them, those that close first at the beginning; answers the calls by programme. */
    Map<String, SampleCall> create() {
        Map<String, SampleCall> calls = new LinkedHashMap<>();
        file.programmes().forEach(programme -> calls.put(programme.id(), create(programme)));
        return calls;
    }

    private SampleCall create(SampleFile.Programme programme) {
        PublicApi coordinator = coordinatorOf(programme.provider());
        String id = coordinator
                .post("/api/programs", "programme/" + programme.id(), request(programme))
                .get("id")
                .asString();
        String callId = coordinator
                .post("/api/programs/" + id + "/calls", "call/" + programme.id(), call(programme))
                .get("id")
                .asString();
        // What the request answered may be old by now, if it had been sent before: ask for what is.
        JsonNode current = coordinator.get("/api/calls/" + callId);
        if ("draft".equals(current.get("status").asString())) {
            coordinator.post(
                    "/api/calls/" + callId + "/publication", "publication/" + programme.id(), current, Map.of());
        }
        return new SampleCall(callId, coordinator);
    }

    private Map<String, Object> request(SampleFile.Programme programme) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("kind", programme.kind());
        request.put("title", programme.title());
        request.put("description", programme.description());
        request.put("destination", programme.destination());
        request.put("origins", programme.origins());
        request.put("levels", programme.levels());
        request.put("fields", programme.fields());
        request.put("languages", programme.languages());
        request.put("sectors", programme.sectors());
        if (programme.months() != null) {
            request.put("months", programme.months());
        }
        if (programme.pays() != null) {
            request.put("pays", programme.pays());
        }
        if (programme.certificate() != null) {
            request.put("certificate", programme.certificate());
        }
        return request;
    }

    private Map<String, Object> call(SampleFile.Programme programme) {
        SampleFile.Call call = programme.call();
        CallState.Dates dates = call.demo().around(progress.momentOf(programme.id()), call);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("opens", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dates.opens()));
        request.put("closes", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dates.closes()));
        request.put("zone", call.zone());
        request.put("intake", call.intake());
        request.put("documents", call.documents());
        request.put("references", call.references());
        request.put("rankAtMost", call.rankAtMost());
        if (call.caps() != null) {
            request.put("caps", call.caps());
        }
        if (call.eligibility() != null) {
            request.put("eligibility", call.eligibility());
        }
        if (call.particulars() != null) {
            request.putAll(call.particulars());
        }
        request.put("places", call.places().stream().map(this::place).toList());
        request.put(
                "rubric",
                RUBRIC.entrySet().stream()
                        .map(criterion -> Map.of("criterion", criterion.getKey(), "weight", criterion.getValue()))
                        .toList());
        return request;
    }

    private Map<String, Object> place(SampleFile.Place place) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("hostId", hostIds.get(place.host()));
        request.put("level", place.level());
        request.put("seats", place.seats());
        if (place.reserves() != null) {
            request.put("reserves", place.reserves());
        }
        return request;
    }

    private static Map<String, Integer> rubric() {
        Map<String, Integer> rubric = new LinkedHashMap<>();
        rubric.put("academic", 40);
        rubric.put("plan", 30);
        rubric.put("contribution-at-home", 30);
        return rubric;
    }
}
