package org.yol.applications.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.yol.applications.TestPdf;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** What the processes do that look at files, and what happens when one of them dies. */
class InspectionsTests {

    private static final String PDF = "application/pdf";

    private final Inspections inspections = new Inspections(
            new InspectionProperties(
                    1, Duration.ofMillis(10), Duration.ofSeconds(60), DataSize.ofMegabytes(48), Duration.ofMinutes(5)),
            Clock.systemUTC());

    @AfterEach
    void end() {
        inspections.end();
    }

    @Test
    void filesAreLookedAtOneAfterTheOtherAndAfterOneThatFillsTheMemory() throws IOException {
        byte[] picture = TestPicture.of("image/jpeg");

        assertThat(inspect(PDF, TestPdf.of(""))).isNull();
        assertThat(inspect("image/jpeg", picture)).isNull();
        assertThat(inspect("image/jpeg", TestPicture.placed("image/jpeg", 1))).isEqualTo(picture);
        assertThat(refusal(PDF, bomb())).isEqualTo("file.too-complex");
        assertThat(inspect(PDF, TestPdf.of("after"))).isNull();
        assertThat(refusal(PDF, InspectionTests.locked("secret"))).isEqualTo("file.password");
    }

    @Test
    void nextFileIsAskedToComeBackWhileOneIsLookedAt() throws IOException {
        byte[] pdf = TestPdf.of("");

        inspections.inspect(PDF, pdf.length, new ByteArrayInputStream(pdf), _ -> {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> inspect(PDF, pdf))
                    .matches(refused -> refused.problem().equals(Problem.SERVICE_UNAVAILABLE));
            return null;
        });

        assertThat(inspect(PDF, pdf)).isNull();
    }

    @Test
    void fileWhoseProcessGotNoTimeMayComeAgain() throws IOException {
        Inspections hurried = new Inspections(
                new InspectionProperties(
                        1,
                        Duration.ofMillis(10),
                        Duration.ofMillis(1),
                        DataSize.ofMegabytes(48),
                        Duration.ofMinutes(5)),
                Clock.systemUTC());
        byte[] pdf = TestPdf.of("");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> hurried.inspect(PDF, pdf.length, new ByteArrayInputStream(pdf), _ -> null))
                .matches(refused -> refused.problem().equals(Problem.SERVICE_UNAVAILABLE));
        hurried.end();
    }

    private byte[] inspect(String type, byte[] file) throws IOException {
        return inspections.inspect(type, file.length, new ByteArrayInputStream(file), cleaned -> cleaned);
    }

    private String refusal(String type, byte[] file) throws IOException {
        try {
            inspect(type, file);
            return "";
        } catch (Refused refused) {
            return refused.errors().getFirst().message();
        }
    }

    /** Half a megabyte whose list of pages is half a gigabyte. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflated.write("1 0 <</Type /Catalog /Pages [".getBytes(StandardCharsets.US_ASCII));
            byte[] much = "<<>>".repeat(256 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 512; i++) {
                deflated.write(much);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.5\n2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
                        + packed.size() + " >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes(
                "\nendstream\nendobj\ntrailer << /Root 1 0 R /Size 3 >>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }
}
