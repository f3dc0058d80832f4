package org.yol.applications;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF of one empty page, which everything opens, and of whatever size. */
public final class TestPdf {

    private TestPdf() {}

    /** @param hidden what it has beside its page, where nobody looks; without brackets */
    public static byte[] of(String hidden) {
        return holding(hidden.getBytes(StandardCharsets.US_ASCII));
    }

    /** @param size of the whole file in bytes, 500 at least */
    public static byte[] of(int size) {
        byte[] pdf = holding(new byte[0]);
        while (pdf.length != size) {
            pdf = holding(new byte[size - pdf.length + lengthOfContent(pdf)]);
        }
        return pdf;
    }

    private static int lengthOfContent(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("/Length ") + "/Length ".length();
        return Integer.parseInt(text.substring(from, text.indexOf(' ', from)));
    }

    private static byte[] holding(byte[] hidden) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        write(pdf, "%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")) {
            offsets.add(pdf.size());
            write(pdf, "%d 0 obj\n%s\nendobj\n".formatted(offsets.size(), object));
        }
        offsets.add(pdf.size());
        write(pdf, "4 0 obj\n<< /Length " + hidden.length + " >>\nstream\n");
        pdf.writeBytes(hidden);
        write(pdf, "\nendstream\nendobj\n");
        int table = pdf.size();
        write(pdf, "xref\n0 5\n0000000000 65535 f \n");
        offsets.forEach(offset -> write(pdf, String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        write(pdf, "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static void write(ByteArrayOutputStream pdf, String text) {
        pdf.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
