package org.yol.applications.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.applications.submission.ReceiptProperties;
import org.yol.contracts.CertificateKind;
import org.yol.contracts.Language;
import org.yol.platform.text.MessageFiles;

class CertificatePageTests {

    private static final String JWT = "eyJhbGciOiJFZERTQSJ9.e30.c2ln";

    private final CertificatePage page = new CertificatePage(
            new MessageFiles("messages", "platform-messages"),
            new AwardAddresses(new ReceiptProperties("", URI.create("https://yol.example.org"))));

    @ParameterizedTest
    @EnumSource
    void isOnePageThatNamesItsHolderAndHasTheCredentialAttached(Language language) throws IOException {
        for (CertificateKind kind : new CertificateKind[] {CertificateKind.AWARD, CertificateKind.COMPLETION}) {
            byte[] made = page.of(
                    CredentialTests.certificate(kind).signed(JWT, "ab".repeat(32)),
                    "Aigerim Bekova",
                    Locale.forLanguageTag(language.toString()));

            try (PDDocument read = Loader.loadPDF(made)) {
                assertThat(read.getNumberOfPages()).isEqualTo(1);
                // Lines are broken within an address, too.
                assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", ""))
                        .contains("AigerimBekova", "UniversityofTsukuba")
                        .contains("https://yol.example.org/certificates/" + "0f".repeat(16))
                        .doesNotContain("certificate.");
                assertThat(new PDDocumentNameDictionary(read.getDocumentCatalog())
                                .getEmbeddedFiles()
                                .getNames())
                        .containsOnlyKeys("yol-certificate-" + "0f".repeat(16) + ".jwt");
            }
            // As it is, so that the page for verifying finds it without a PDF library.
            assertThat(new String(made, StandardCharsets.ISO_8859_1)).contains(JWT);
        }
    }
}
