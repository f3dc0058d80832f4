package org.yol.localrun.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yol.localrun.sample.SamplePdf;
import tools.jackson.databind.JsonNode;

/** One student's application on its way, step by step as the student takes them. */
public record StudentApplication(Person student, PublishedCall call, String id) {

    /** A PDF of one page. */
    public static final byte[] PASSPORT = SamplePdf.saying("Passport");

    private static final String DOSSIER = "/api/profile";

    private static final Map<String, Object> BEKOVA = Map.of(
            "passportName", Map.of("family", "Bekova", "given", "Aigerim"),
            "birthDate", "2001-05-17",
            "education", List.of(Map.of("institution", "Nazarbayev University", "level", "bachelor")),
            "consents", List.of(Map.of("kind", "hand-over-to-japan")));

    /** Starts a draft as soon as the call's publication has come through. */
    public static StudentApplication started(Person student, PublishedCall call) {
        Answer answer = await().atMost(Duration.ofSeconds(20))
                .until(() -> student.post("/api/applications", Map.of("callId", call.id())), it -> it.status() != 422);
        return new StudentApplication(student, call, answer.ok().get("id").asString());
    }

    /** A draft that needs nothing more but to be submitted; to a place at the University of Tsukuba. */
    public static StudentApplication complete(Person student, PublishedCall call) {
        return complete(student, call, PublishedCall.TSUKUBA);
    }

    /** The same to a place at another university. */
    public static StudentApplication complete(Person student, PublishedCall call, String host) {
        StudentApplication draft = started(student, call);
        draft.writeDossier();
        draft.save(host);
        draft.upload();
        return draft;
    }

    public String path() {
        return "/api/applications/" + id;
    }

    public JsonNode read() {
        return student.read(path());
    }

    /** What is asked of everybody, in the student's dossier. */
    public void writeDossier() {
        student.put(DOSSIER, student.read(DOSSIER), BEKOVA).ok();
    }

    private void save(String host) {
        Map<String, Object> answers = Map.of(
                "motivation", "To learn how cities share their water.",
                "studyPlan", "Water governance, two years.");
        student.put(path(), read(), Map.of("answers", answers, "choices", List.of(call.place(host))))
                .ok();
    }

    public JsonNode upload() {
        return student.upload(path() + "/documents/passport", read(), "passport.pdf", PASSPORT)
                .ok();
    }

    /** Presses submit; again with the same key and version is the same press. */
    public Answer submit(JsonNode read, String key) {
        return submit(read, key, withDossier());
    }

    /** The same with what is sent, where it cannot be read any more. */
    public Answer submit(JsonNode read, String key, Map<String, Object> sent) {
        return student.post(path() + "/submission", read, key, sent);
    }

    /** What is sent to submit with the dossier as it is now. */
    public Map<String, Object> withDossier() {
        return Map.of("dossierVersion", student.read(DOSSIER).get("version").asLong());
    }

    public JsonNode submit() {
        return submit(read(), Person.newKey()).ok();
    }

    /** What its reviewer thinks of it, for the first time; answers the review. */
    public JsonNode reviewed(Person reviewer, int academic, int plan, String comment) {
        return reviewer.put(
                        path() + "/reviews/" + call.place(PublishedCall.TSUKUBA),
                        Person.NOTHING_YET,
                        Map.of("scores", Map.of("academic", academic, "plan", plan), "comment", comment))
                .ok();
    }

    /** Selects the student for a place at a university, whatever was decided before. */
    public Answer select(Person coordinator, String host) {
        return select(coordinator, host, decisionTag(coordinator));
    }

    /** The same against the version of the decision that the coordinator has seen. */
    public Answer select(Person coordinator, String host, String seen) {
        return coordinator.put(
                path() + "/decision",
                seen,
                Map.of("outcome", "selected", "placeId", call.place(host), "reason", "The best plan of all."));
    }

    /** Decides anything but a selection, whatever was decided before. */
    public JsonNode decide(Person coordinator, String outcome) {
        return coordinator
                .put(
                        path() + "/decision",
                        decisionTag(coordinator),
                        Map.of("outcome", outcome, "reason", "Others were stronger."))
                .ok();
    }

    /** The version of what is decided now, announced or not. */
    public String decisionTag(Person coordinator) {
        JsonNode decision = coordinator.read(path()).path("decision");
        return decision.isMissingNode() ? Person.NOTHING_YET : Person.entityTag(decision);
    }

    /** Tells the student what is decided; an offer stands as long as the platform lets it. */
    public void publishDecision(Person coordinator) {
        publishDecision(coordinator, Map.of());
    }

    /** Tells the student what is decided, with an offer until then. */
    public void publishDecision(Person coordinator, Instant answerBy) {
        publishDecision(coordinator, Map.of("answerBy", answerBy.toString()));
    }

    private void publishDecision(Person coordinator, Map<String, String> terms) {
        coordinator
                .post(path() + "/decision/publication", coordinator.read(path() + "/decision"), terms)
                .ok();
    }

    public JsonNode withdraw() {
        return student.post(path() + "/withdrawal", read(), Map.of()).ok();
    }

    /** Takes up again, as a draft, what was withdrawn. */
    public JsonNode startAgain() {
        return student.post(path() + "/restart", read(), Map.of()).ok();
    }

    public String state() {
        return read().get("state").asString();
    }
}
