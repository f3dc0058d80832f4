package org.yol.applications.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.applications.application.Application;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.CallReference;
import org.yol.applications.application.Form;
import org.yol.applications.application.Student;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.ReceiptProperties;
import org.yol.contracts.IntakeMode;
import org.yol.platform.text.MessageFiles;

class ReceiptPageTests {

    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
    private static final URI PLATFORM = URI.create("https://scholarships.example.org");
    private static final int MOST_DOCUMENTS = 30;

    private final ReceiptPage page =
            new ReceiptPage(new MessageFiles("messages", "platform-messages"), new ReceiptProperties("", PLATFORM));

    /** No call asks for more documents than the largest. */
    @ParameterizedTest
    @ValueSource(ints = {9, MOST_DOCUMENTS})
    void isOnePageHoweverMuchWasAskedForAndItsCodeCanBeRead(int documents) throws Exception {
        List<AttachedDocument> attached = new ArrayList<>();
        Map<String, String> digests = new TreeMap<>();
        for (String part : List.of("submission", "dossier", "answers", "choices", "team", "references")) {
            digests.put(part, "a".repeat(64));
        }
        for (int i = 0; i < documents; i++) {
            String kind = "document-" + i;
            attached.add(new AttachedDocument(
                    kind, "b".repeat(64), "Диплом о высшем образовании, страница " + i + ".pdf", "", 9_999_999, AT));
            digests.put("document:" + kind, "b".repeat(64));
        }
        Form form = new Form(null, null, List.of("1", "2", "3"), List.of(), attached, null, null);
        CallReference call = new CallReference(
                "call", "programme", "provider", Map.of("en", "A programme of some length"), IntakeMode.OPEN);
        Student student = new Student("student", "Aigerim Bekova", "KZ");
        Application application = new Application("kz-1", 1, call, student, form, null, AT, AT, List.of(), null);
        Receipt receipt = new Receipt("1A2B-3C4D-5E6F", AT, "kz-1", digests, null, "eyJ.e30.AA");

        byte[] made = page.of(application, receipt, form, null, Locale.of("ru"));

        try (PDDocument pdf = Loader.loadPDF(made)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            BufferedImage seen = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            int width = seen.getWidth();
            int[] points = seen.getRGB(0, 0, width, seen.getHeight(), null, 0, width);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(
                                    new HybridBinarizer(new RGBLuminanceSource(width, seen.getHeight(), points))))
                            .getText())
                    .isEqualTo(PLATFORM.resolve("/verify").toString());
        }
    }
}
