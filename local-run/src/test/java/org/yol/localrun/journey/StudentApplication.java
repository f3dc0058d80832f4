package org.yol.localrun.journey;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One student's application on its way, step by step as the student takes them. */
public record StudentApplication(Person student, PublishedCall call, String id) {

    /** The smallest file that passes for a PDF. */
    public static final byte[] PASSPORT =
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /** Starts a draft as soon as the call's publication has come through. */
    public static StudentApplication started(Person student, PublishedCall call) {
        Answer answer = await().atMost(Duration.ofSeconds(20))
                .until(() -> student.post("/api/applications", Map.of("callId", call.id())), it -> it.status() != 404);
        return new StudentApplication(student, call, answer.ok().get("id").asString());
    }

    /** A draft that needs nothing more but to be submitted; to a place at the University of Tsukuba. */
    public static StudentApplication complete(Person student, PublishedCall call) {
        StudentApplication draft = started(student, call);
        draft.save();
        draft.upload();
        return draft;
    }

    public String path() {
        return "/api/applications/" + id;
    }

    public JsonNode read() {
        return student.read(path());
    }

    public JsonNode save() {
        Map<String, Object> answers = Map.of(
                "familyName", "Bekova",
                "givenName", "Aigerim",
                "birthDate", "2001-05-17",
                "citizenship", "KZ",
                "institution", "Nazarbayev University",
                "degree", "bachelor",
                "motivation", "To learn how cities share their water.",
                "studyPlan", "Water governance, two years.");
        return student.put(
                        path(),
                        read(),
                        Map.of("answers", answers, "choices", List.of(call.place(PublishedCall.TSUKUBA))))
                .ok();
    }

    public JsonNode upload() {
        return student.upload(path() + "/documents/passport", read(), "passport.pdf", PASSPORT)
                .ok();
    }

    /** Presses submit; again with the same key and version is the same press. */
    public Answer submit(JsonNode read, String key) {
        return student.post(path() + "/submission", read, key, Map.of());
    }

    public JsonNode submit() {
        return submit(read(), Person.newKey()).ok();
    }

    public String state() {
        return read().get("state").asString();
    }
}
