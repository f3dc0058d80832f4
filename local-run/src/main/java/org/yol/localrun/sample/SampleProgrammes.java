package org.yol.localrun.sample;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Creates and publishes the sample programmes, each as a coordinator of its provider. */
final class SampleProgrammes {

    /** What every sample call scores, in the order in which the sample reviews give scores. */
    static final List<String> CRITERIA = List.of("academic", "plan", "contribution-at-home");

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
        file.hosts().forEach((id, host) -> hostIds.put(id, hostId(coordinator, id, host)));
    }

    /** The likest of those that are there, if people have added it meanwhile. */
    private static String hostId(PublicApi coordinator, String id, Map<String, Object> host) {
        try {
            return coordinator.post("/api/hosts", "host/" + id, host).get("id").asString();
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

    /** Takes in and publishes all of them, those that close first at the beginning; answers the calls by document. */
    Map<String, SampleCall> create() {
        Map<String, SampleCall> calls = new LinkedHashMap<>();
        file.programmes().forEach(programme -> calls.put(programme.document(), create(programme)));
        return calls;
    }

    private SampleCall create(SampleFile.Programme programme) {
        String name = programme.document();
        SampleDocument document = SampleDocument.of(programme)
                .around(progress.momentOf(name), programme)
                .at(hostIds);
        PublicApi coordinator = coordinatorOf(document.provider());
        String taken = coordinator.postForPath("/api/programs/documents", "document/" + name, document.content());
        String callId = coordinator.get(taken).at("/calls/0/id").asString();
        // An interrupted run may have published it.
        JsonNode current = coordinator.get("/api/calls/" + callId);
        if ("draft".equals(current.get("status").asString())) {
            coordinator.post("/api/calls/" + callId + "/publication", "publication/" + name, current, Map.of());
        }
        return new SampleCall(callId, coordinator);
    }
}
