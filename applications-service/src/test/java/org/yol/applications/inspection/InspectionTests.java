package org.yol.applications.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.yol.applications.TestPdf;

/** Public for what it makes. */
public class InspectionTests {

    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    @BeforeAll
    static void silence() {
        ((Logger) LoggerFactory.getLogger("org.apache.pdfbox")).setLevel(Level.OFF);
    }

    @Test
    void pdfThatOpensIsTakenAsItIs() throws IOException {
        assertThat(Inspection.of(PDF, TestPdf.of("")).refusal()).isEmpty();
        assertThat(Inspection.of(PDF, pdf(document -> {})).refusal()).isEmpty();
        assertThat(Inspection.of(PDF, pdf(document -> {})).cleaned()).isNull();
    }

    @Test
    void pdfWithAByteOrderMarkBeforeItIsTaken() throws IOException {
        byte[] pdf = pdf(document -> {});
        byte[] marked = new byte[pdf.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(pdf, 0, marked, 3, pdf.length);

        assertThat(Inspection.of(PDF, marked).refusal()).isEmpty();
    }

    @Test
    void pdfThatOnlyItsOwnerOpensIsRefused() throws IOException {
        assertThat(Inspection.of(PDF, locked("secret")).refusal()).isEqualTo("file.password");
        assertThat(Inspection.of(PDF, locked("")).refusal())
                .as("whoever may read it but not print it reads it")
                .isEmpty();
    }

    @Test
    void halfAPdfIsRefused() throws IOException {
        byte[] pdf = pdf(document -> {});

        assertThat(Inspection.of(PDF, Arrays.copyOf(pdf, pdf.length / 2)).refusal())
                .isEqualTo("file.half");
        assertThat(Inspection.of(PDF, "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII))
                        .refusal())
                .isEqualTo("file.unreadable");
    }

    @Test
    void pdfWithoutAPageOrWithTooManyIsRefused() throws IOException {
        assertThat(Inspection.of(PDF, pdf(document -> document.removePage(0))).refusal())
                .isEqualTo("file.no-pages");
        Finding many = Inspection.of(PDF, pdf(document -> {
            for (int i = 0; i < PdfInspection.MOST_PAGES; i++) {
                document.addPage(new PDPage());
            }
        }));
        assertThat(many.refusal()).isEqualTo("file.too-many-pages");
        assertThat(many.limit()).isEqualTo(500);
    }

    @Test
    void pdfThatSaysItHasAHundredThousandPagesInACircleIsRefused() throws IOException {
        byte[] circle = pdf(document -> {
            COSDictionary pages = document.getPages().getCOSObject();
            COSArray kids = new COSArray();
            for (int i = 0; i < 100_000; i++) {
                kids.add(pages);
            }
            pages.setItem(COSName.KIDS, kids);
        });

        assertThat(Inspection.of(PDF, circle).refusal()).isNotEmpty();
    }

    @Test
    void pdfThatStartsSomethingIsRefused() throws IOException {
        assertThat(Inspection.of(PDF, pdf(document -> {
                            PDAnnotationLink link = new PDAnnotationLink();
                            link.setAction(new PDActionLaunch());
                            document.getPage(0).setAnnotations(List.of(link));
                        }))
                        .refusal())
                .isEqualTo("file.active");
        assertThat(Inspection.of(
                                PDF,
                                pdf(document -> document.getDocumentCatalog()
                                        .setOpenAction(new PDActionJavaScript("app.alert('here')"))))
                        .refusal())
                .isEqualTo("file.active");
    }

    @Test
    void pdfThatCarriesAFileIsRefused() throws IOException {
        byte[] carrying = pdf(document -> {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("tool.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(document));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("tool.exe", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        });

        assertThat(Inspection.of(PDF, carrying).refusal()).isEqualTo("file.attachment");
    }

    @Test
    void pdfNestedWithoutEndIsRefused() {
        String nested = "%PDF-1.4\n1 0 obj " + "[".repeat(2_000_000) + " endobj\ntrailer <</Root 1 0 R>>\n%%EOF";

        assertThat(Inspection.of(PDF, nested.getBytes(StandardCharsets.US_ASCII))
                        .refusal())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG, PNG})
    void pictureIsTakenWholeAndNotHalf(String type) throws IOException {
        byte[] picture = TestPicture.of(type);

        assertThat(Inspection.of(type, picture).refusal()).isEmpty();
        assertThat(Inspection.of(type, picture).cleaned()).isNull();
        for (int part = 1; part < 10; part++) {
            byte[] half = Arrays.copyOf(picture, picture.length * part / 10);
            assertThat(Inspection.of(type, half).refusal()).as("%d/10", part).isEqualTo("file.half");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG, PNG})
    void pictureWithoutItsPointsIsRefused(String type) throws IOException {
        byte[] picture = TestPicture.of(type);
        byte[] hollow = picture.clone();
        Arrays.fill(hollow, picture.length / 3, picture.length * 2 / 3, (byte) 0);

        // What JPEG has too little of can be made up by its reader: it shows something.
        assertThat(Inspection.of(type, hollow).refusal()).isIn("file.unreadable", "file.half", "");
        assertThat(Inspection.of(PNG, TestPicture.sized(100_000, 100_000)).refusal())
                .isEqualTo("file.too-many-pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG, PNG})
    void placeIsTakenOutAndHowThePictureIsHeldStays(String type) throws IOException {
        byte[] picture = TestPicture.of(type);
        byte[] placed = TestPicture.placed(type, 6);

        byte[] cleaned = Inspection.of(type, placed).cleaned();

        assertThat(placed).contains("GPSPLACE".getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(cleaned, StandardCharsets.ISO_8859_1)).doesNotContain("GPSPLACE", "Latitude");
        assertThat(points(cleaned)).isEqualTo(points(picture));
        assertThat(Inspection.of(type, cleaned).cleaned()).as("once is enough").isNull();
        assertThat(Orientation.of(type, cleaned)).isEqualTo(6);
        PlaceNotes notes = new PlaceNotes();
        int tiff = new String(cleaned, StandardCharsets.ISO_8859_1).indexOf("MM\0*");
        notes.exif(cleaned, tiff, 26);
        assertThat(notes.orientation()).isEqualTo(6);
        assertThat(notes.tellsPlace()).isFalse();
    }

    @Test
    void secondPictureBehindTheFirstIsLeftOutWithItsPlace() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(TestPicture.of(JPEG));
        two.write(TestPicture.placed(JPEG, 1));

        byte[] cleaned = Inspection.of(JPEG, two.toByteArray()).cleaned();

        assertThat(cleaned).hasSizeLessThanOrEqualTo(TestPicture.of(JPEG).length);
    }

    @Test
    void exifThatNobodyUnderstandsIsLeftOut() throws IOException {
        byte[] placed = TestPicture.placed(JPEG, 1);
        int tiff = new String(placed, StandardCharsets.ISO_8859_1).indexOf("II*\0");
        placed[tiff + 7] = 0x7F;

        assertThat(Inspection.of(JPEG, placed).cleaned()).isNotNull();
    }

    private static List<Integer> points(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new java.io.ByteArrayInputStream(picture));
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .boxed()
                .toList();
    }

    private interface Making {
        void make(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Making making) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            making.make(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** A PDF that asks for a password. */
    public static byte[] locked(String password) throws IOException {
        return pdf(
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }
}
