package org.yol.bench.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What students fill in. */
public final class DraftForm {

    /** The document that is asked for. */
    public static final String DOCUMENT = "passport";

    private static final int LARGEST_TABLE = 1_024;

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

    /** A PDF of one page, and so many bytes in it that nothing shows. */
    public static byte[] pdf(int more) {
        ByteBuffer pdf = ByteBuffer.allocate(more + LARGEST_TABLE);
        StringBuilder table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        write(pdf, "%PDF-1.4\n");
        for (String object : List.of(
                "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
                "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
                "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n",
                "4 0 obj\n<< /Length " + more + " >>\nstream\n")) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.position()));
            write(pdf, object);
        }
        pdf.position(pdf.position() + more);
        write(pdf, "\nendstream\nendobj\n");
        int at = pdf.position();
        write(pdf, table + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + at + "\n%%EOF\n");
        return Arrays.copyOf(pdf.array(), pdf.position());
    }

    private static void write(ByteBuffer pdf, String text) {
        pdf.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
