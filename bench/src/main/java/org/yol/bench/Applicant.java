package org.yol.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A student on the way to a receipt. Used by one client at a time. */
final class Applicant {

    /** The smallest file that passes for a PDF. */
    private static final byte[] PASSPORT =
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, Object> ANSWERS = Map.of(
            "familyName", "Bekova",
            "givenName", "Aigerim",
            "birthDate", "2001-05-17",
            "citizenship", "KZ",
            "institution", "Nazarbayev University",
            "degree", "bachelor",
            "motivation", "To learn how cities share their water.",
            "studyPlan", "Water governance, two years.");

    private final Person student;
    private final OpenCall call;
    private String path = "";
    private long version;
    private String receipt = "";

    Applicant(Person student, OpenCall call) {
        this.student = student;
        this.call = call;
    }

    /** Opens the front end, as everybody does before anything else: from then on messages reach them. */
    void arrive() {
        student.get("/api/preferences");
    }

    void start() {
        JsonNode started = student.post("/api/applications", Map.of("callId", call.id()));
        path = "/api/applications/" + started.get("id").asString();
        version = started.get("version").asLong();
    }

    void fillIn() {
        version = student.put(path, version, Map.of("answers", ANSWERS, "choices", List.of(call.place())))
                .get("version")
                .asLong();
    }

    void upload() {
        version = student.upload(path + "/documents/passport", version, "passport.pdf", PASSPORT)
                .get("version")
                .asLong();
    }

    void submit() {
        receipt = receiptOf(student.post(path + "/submission", version, Map.of()));
    }

    /** Whether an answer to the submission came. */
    boolean hasReceipt() {
        return !receipt.isEmpty();
    }

    /** Whether the platform still says so. */
    boolean isReceiptKept() {
        JsonNode application = student.get(path);
        return application.get("state").asString().equals("submitted")
                && receiptOf(application).equals(receipt);
    }

    /** How many messages there are about this application. */
    long messages() {
        return student.get("/api/notifications?limit=100")
                .get("items")
                .valueStream()
                .filter(message -> path.endsWith(lastPart(message.get("link").asString())))
                .count();
    }

    private static String receiptOf(JsonNode application) {
        return application.get("receipt").get("id").asString();
    }

    private static String lastPart(String link) {
        return link.substring(link.lastIndexOf('/'));
    }
}
