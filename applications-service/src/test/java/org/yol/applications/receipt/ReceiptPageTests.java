package org.yol.applications.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.applications.application.Application;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.CallReference;
import org.yol.applications.application.Form;
import org.yol.applications.application.Student;
import org.yol.applications.log.LogProofs.ProvedEntry;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.ReceiptProperties;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.Language;
import org.yol.platform.text.MessageFiles;

class ReceiptPageTests {

    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
    private static final URI PLATFORM = URI.create("https://scholarships.example.org");
    private static final int MOST_DOCUMENTS = 30;
    private static final String ID = "1A2B-3C4D-5E6F";
    private static final String ORIGIN = "scholarships.example.org/api/log";
    private static final String JWS = "eyJ."
            + Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("{\"log\":{\"origin\":\"" + ORIGIN + "\"}}").getBytes(StandardCharsets.UTF_8))
            + ".AA";
    private static final ProvedEntry ENTRY =
            new ProvedEntry(1_234_567, "{}", "c2sp.org/tlog-proof@v1\nindex 1234567\n\nnote\n");
    private static final Application APPLICATION = new Application(
            "kz-1",
            1,
            new CallReference(
                    "call", "programme", "provider", Map.of("en", "A programme of some length"), IntakeMode.OPEN),
            new Student("student", "Aigerim Bekova", "KZ"),
            null,
            null,
            AT,
            AT,
            List.of(),
            null);

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
        Receipt receipt = new Receipt(ID, AT, "kz-1", digests, null, JWS);

        byte[] made = page.of(APPLICATION, receipt, ENTRY, form, null, Locale.of("ru"));

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

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhichEntryOfThePublicLogItIsAndHasTheProofWithIt(Language language) throws Exception {
        byte[] logged =
                page.of(APPLICATION, receipt(JWS), ENTRY, null, null, Locale.forLanguageTag(language.toString()));

        try (PDDocument pdf = Loader.loadPDF(logged)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("1234567", ORIGIN);
            assertThat(attached(pdf))
                    .containsOnlyKeys("yol-receipt-" + ID + ".jws", "yol-receipt-" + ID + ".tlog-proof");
            assertThat(attached(pdf)
                            .get("yol-receipt-" + ID + ".tlog-proof")
                            .getEmbeddedFile()
                            .toByteArray())
                    .asString()
                    .isEqualTo(ENTRY.proof());
        }
        assertThat(new String(logged, StandardCharsets.UTF_8)).contains(JWS, ENTRY.proof());
    }

    @Test
    void saysThatItWillBeInTheLogOrNothingOfALogThereWasNot() throws Exception {
        try (PDDocument soon = Loader.loadPDF(page.of(APPLICATION, receipt(JWS), null, null, null, Locale.ENGLISH));
                PDDocument before =
                        Loader.loadPDF(page.of(APPLICATION, receipt("eyJ.e30.AA"), null, null, null, Locale.ENGLISH))) {
            assertThat(new PDFTextStripper().getText(soon))
                    .contains("Public log", "An entry of " + ORIGIN + ", within a minute");
            assertThat(attached(soon)).containsOnlyKeys("yol-receipt-" + ID + ".jws");
            assertThat(new PDFTextStripper().getText(before)).doesNotContain("log");
        }
    }

    private static Map<String, PDComplexFileSpecification> attached(PDDocument pdf) throws IOException {
        return new PDDocumentNameDictionary(pdf.getDocumentCatalog())
                .getEmbeddedFiles()
                .getNames();
    }

    private static Receipt receipt(String jws) {
        return new Receipt(ID, AT, "kz-1", Map.of("submission", "a".repeat(64)), null, jws);
    }
}
