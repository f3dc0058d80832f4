package org.yol.bench.platform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What students fill in. */
public final class DraftForm {

    /** The document that is asked for. */
    public static final String DOCUMENT = "passport";

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, Object> DOSSIER = Map.of(
            "passportName", Map.of("family", "Bekova", "given", "Aigerim"),
            "birthDate", "2001-05-17",
            "education", List.of(Map.of("institution", "Nazarbayev University", "level", "bachelor")),
            "consents", List.of(Map.of("kind", "hand-over-to-japan")));

    private static final Map<String, Object> ANSWERS = Map.of(
            "motivation", "To learn how cities share their water.",
            "studyPlan", "Water governance, two years.");

    private DraftForm() {}

    /** The body that saves a dossier with everything that is asked. */
    public static Map<String, Object> dossier() {
        return DOSSIER;
    }

    /** The body that saves a draft with everything that is asked. */
    public static Map<String, Object> choosing(String place) {
        return Map.of("answers", ANSWERS, "choices", List.of(place));
    }

    /** The smallest file that passes for a PDF, and so many bytes behind it. */
    public static byte[] pdf(int more) {
        byte[] file = new byte[PDF.length + more];
        System.arraycopy(PDF, 0, file, 0, PDF.length);
        return file;
    }
}
