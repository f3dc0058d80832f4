package org.yol.localrun.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.client.HttpClientErrorException;
import org.yol.localrun.Console;
import org.yol.localrun.identity.Account;
import org.yol.localrun.identity.DemoAccounts;
import tools.jackson.databind.JsonNode;

/**
 * Brings each sample application to its state, one step of the ordinary way after the other. Each step looks first
 * whether it was done already, so that an interrupted run is simply continued.
 */
final class SampleApplications {

    private static final String DOSSIER = "/api/profile";

    private final SampleFile.Applications file = SampleFile.applications();
    private final SamplePeople people;
    private final Map<String, SampleCall> calls;
    private final Console console;

    SampleApplications(SamplePeople people, Map<String, SampleCall> calls, Console console) {
        this.people = people;
        this.calls = calls;
        this.console = console;
    }

    int create() {
        file.applications().forEach(this::createUnlessClosed);
        return file.applications().size();
    }

    /**
     * Calls that are in review close soon after they were made: a run that was interrupted may come too late for them.
     */
    private void createUnlessClosed(SampleFile.Application sample) {
        try {
            create(sample);
        } catch (HttpClientErrorException.Conflict e) {
            console.progress(
                    "sample data", sample.student() + " to " + sample.programme() + ": left out, the call has closed");
        }
    }

    private void create(SampleFile.Application sample) {
        PublicApi student = people.account(sample.student());
        String callId = calls.get(sample.programme()).id();
        String id = student.post("/api/applications", "application/" + sample.name(), Map.of("callId", callId))
                .get("id")
                .asString();
        String path = "/api/applications/" + id;
        if (isDraft(student.get(path))) {
            fillIn(sample, student, path);
        }
        if (!sample.upTo().equals("draft")) {
            askReferees(sample, student, path);
            submit(sample, student, path);
            review(sample, path);
            decide(sample, path);
            answer(sample, student, path);
        }
        console.progress("sample data", sample.student() + " to " + sample.programme() + ": " + sample.upTo());
    }

    private void fillIn(SampleFile.Application sample, PublicApi student, String path) {
        JsonNode draft = student.get(path);
        student.put(DOSSIER, student.get(DOSSIER), file.students().get(sample.student()));
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("motivation", sample.motivation());
        if (sample.studyPlan() != null) {
            answers.put("studyPlan", sample.studyPlan());
        }
        JsonNode saved = student.put(path, draft, Map.of("answers", answers, "choices", choices(sample, draft)));
        for (String kind : missingDocuments(sample, saved)) {
            boolean mayBePdf = saved.at("/documentTypes/" + kind).toString().contains("application/pdf");
            saved = student.upload(
                    path + "/documents/" + kind,
                    saved,
                    kind + (mayBePdf ? ".pdf" : ".png"),
                    mayBePdf
                            ? SamplePdf.saying("Sample " + kind.replace('-', ' ') + " of " + sample.student())
                            : SamplePicture.ofNobody());
        }
    }

    private static List<String> choices(SampleFile.Application sample, JsonNode draft) {
        return sample.choices().stream()
                .map(host -> places(draft)
                        .filter(place ->
                                place.get("host").get("name").asString().equals(host))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(sample.name() + " has no place at " + host)))
                .map(place -> place.get("id").asString())
                .toList();
    }

    /** Of a draft that stays one, the last document is still missing, as it does in life. */
    private static List<String> missingDocuments(SampleFile.Application sample, JsonNode draft) {
        List<String> kinds = new ArrayList<>();
        draft.get("requiredDocuments").forEach(kind -> kinds.add(kind.asString()));
        if (sample.upTo().equals("draft")) {
            kinds.removeLast();
        }
        draft.get("documents")
                .forEach(document -> kinds.remove(document.get("kind").asString()));
        return kinds;
    }

    /** As many as the call wants; their mails lie in the local mail archive, with the links. */
    private static void askReferees(SampleFile.Application sample, PublicApi student, String path) {
        JsonNode application = student.get(path);
        if (!isDraft(application)) {
            return;
        }
        int asked = application.path("referencesAsked").asInt();
        for (int number = 1; number <= asked; number++) {
            String key = sample.name() + "/" + number;
            JsonNode named = student.post(path + "/references", "referee/" + key, referee(sample.student(), number));
            if (named.get("state").asString().equals("named")) {
                student.post(
                        "/api/references/" + named.get("id").asString() + "/request", "asked/" + key, named, Map.of());
            }
        }
    }

    private static Map<String, Object> referee(String student, int number) {
        return Map.of(
                "name",
                number == 1 ? "Saule Akhmetova" : "Rustam Nazarov",
                "institution",
                number == 1 ? "National University" : "Institute of Water Problems",
                "email",
                "referee-%d.%s@example.org".formatted(number, student),
                "language",
                "ru",
                "relation",
                number == 1 ? "Supervisor of the thesis" : "Head of the department");
    }

    private static void submit(SampleFile.Application sample, PublicApi student, String path) {
        JsonNode application = student.get(path);
        if (isDraft(application)) {
            long seen = student.get(DOSSIER).get("version").asLong();
            student.post(
                    path + "/submission", "submission/" + sample.name(), application, Map.of("dossierVersion", seen));
        }
    }

    private void review(SampleFile.Application sample, String path) {
        if (sample.reviews() == null) {
            return;
        }
        sample.reviews().forEach((account, review) -> {
            PublicApi reviewer = people.account(account);
            for (String place : placesToReview(reviewer.get(path), organizationOf(account))) {
                reviewer.putFirst(
                        path + "/reviews/" + place,
                        Map.of(
                                "scores",
                                scores(review),
                                "comment",
                                review.comment(),
                                "forStudent",
                                Objects.requireNonNullElse(review.forStudent(), "")));
            }
        });
    }

    /** The chosen places of a university that its reviewer may score and has not scored. */
    private static List<String> placesToReview(JsonNode application, String university) {
        if (!mayNow(application, "review")) {
            return List.of();
        }
        Set<String> scored = application
                .get("reviews")
                .valueStream()
                .map(review -> review.get("placeId").asString())
                .collect(Collectors.toSet());
        Set<String> own = places(application)
                .filter(place -> place.get("host").get("id").asString().equals(university))
                .map(place -> place.get("id").asString())
                .collect(Collectors.toSet());
        return application
                .get("choices")
                .valueStream()
                .map(JsonNode::asString)
                .filter(own::contains)
                .filter(place -> !scored.contains(place))
                .toList();
    }

    private static String organizationOf(String account) {
        return DemoAccounts.all().stream()
                .filter(demo -> demo.account().equals(account))
                .findFirst()
                .map(Account::organization)
                .orElseThrow();
    }

    private static Map<String, Integer> scores(SampleFile.Review review) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (int i = 0; i < SampleProgrammes.CRITERIA.size(); i++) {
            scores.put(SampleProgrammes.CRITERIA.get(i), review.scores().get(i));
        }
        return scores;
    }

    private void decide(SampleFile.Application sample, String path) {
        if (sample.outcome() == null) {
            return;
        }
        PublicApi coordinator = calls.get(sample.programme()).coordinator();
        JsonNode application = coordinator.get(path);
        if (mayNow(application, "decide") && !application.has("decision")) {
            coordinator.putFirst(path + "/decision", decision(sample, application));
            application = coordinator.get(path);
        }
        if (mayNow(application, "publish-decision") && !sample.upTo().equals("decided")) {
            coordinator.post(
                    path + "/decision/publication", "decision/" + sample.name(), application.get("decision"), Map.of());
        }
    }

    private static Map<String, Object> decision(SampleFile.Application sample, JsonNode application) {
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("outcome", sample.outcome());
        decision.put("reason", sample.reason());
        if (sample.outcome().equals("selected")) {
            decision.put("placeId", application.get("choices").get(0).asString());
        }
        return decision;
    }

    private static void answer(SampleFile.Application sample, PublicApi student, String path) {
        JsonNode application = student.get(path);
        if (sample.upTo().equals("accepted") && mayNow(application, "answer-offer")) {
            student.post(path + "/offer/answer", "answer/" + sample.name(), application, Map.of("answer", "accepted"));
        }
    }

    private static Stream<JsonNode> places(JsonNode application) {
        return application.get("places").valueStream();
    }

    private static boolean isDraft(JsonNode application) {
        return application.get("state").asString().equals("draft");
    }

    /** Whether the service allows the reader of this view to do something now. */
    private static boolean mayNow(JsonNode application, String action) {
        return application
                .get("actions")
                .valueStream()
                .anyMatch(allowed -> allowed.asString().equals(action));
    }
}
