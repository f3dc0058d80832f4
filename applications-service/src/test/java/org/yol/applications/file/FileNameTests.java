package org.yol.applications.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource({
        "passport.pdf, application/pdf, passport.pdf",
        "Паспорт.PDF, application/pdf, Паспорт.PDF",
        "photo.jpeg, image/jpeg, photo.jpeg",
        "passport.pdf.exe, application/pdf, passport.pdf",
        "passport.hta, application/pdf, passport.pdf",
        "passport.js.html, application/pdf, passport.pdf",
        "scan.pdf, image/png, scan.png",
        "thesis v1.2, application/pdf, thesis v1.2.pdf",
        "Dr. Sato, application/pdf, Dr. Sato.pdf",
        ".exe, application/pdf, document.pdf",
        ".pdf, application/pdf, document.pdf",
        "'', image/jpeg, document.jpg",
        "C:\\fakepath\\résumé.pdf, application/pdf, résumé.pdf",
        "../../etc/passwd, application/pdf, passwd.pdf",
        "a%22b%22.pdf, application/pdf, 'a\"b\".pdf'",
        "100%25.pdf, application/pdf, 100%25.pdf",
    })
    void endingFitsWhatTheFileIs(String stated, String type, String kept) {
        assertThat(FileName.of(stated).fitting(type)).isEqualTo(kept);
    }

    @Test
    void whatCannotBeSeenOrTurnsLettersAroundIsLeftOut() {
        assertThat(FileName.of("pass\u202Efdp.exe%0D%0A").fitting("application/pdf"))
                .isEqualTo("passfdp.pdf");
    }

    @Test
    void longNameKeepsItsEndAndNoHalfLetter() {
        String name = FileName.of("Ә".repeat(20) + "𠮷".repeat(150) + ".pdf").fitting("application/pdf");

        assertThat(name).endsWith("𠮷.pdf").hasSizeLessThanOrEqualTo(200);
        assertThat(Character.isLowSurrogate(name.charAt(0))).isFalse();
    }
}
