package org.yol.applications.award;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yol.applications.pdf.PaperWords;
import org.yol.applications.pdf.PdfPages;
import org.yol.applications.pdf.QrCode;
import org.yol.platform.time.WrittenTime;

/** A certificate as one page of A4 in its reader's language, with the signed credential attached. */
@Component
class CertificatePage {

    private final MessageSource texts;
    private final AwardAddresses addresses;

    CertificatePage(MessageSource texts, AwardAddresses addresses) {
        this.texts = texts;
        this.addresses = addresses;
    }

    /**
     * The page as PDF.
     *
     * @param name of its holder: the one whose digest is signed
     */
    byte[] of(Certificate certificate, String name, Locale locale) {
        PaperWords words = new PaperWords(texts, "certificate", locale);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String title = words.of("title." + certificate.kind());
        String page = addresses.page(certificate.number());
        try (PdfPages pages = new PdfPages(title, locale, certificate.since(), 1)) {
            pages.corner(QrCode.of(page), words.of("scan"));
            pages.title(title);
            pages.paragraph(words.of("intro." + certificate.kind()));
            pages.space(12);
            pages.title(name);
            pages.space(8);
            pages.row(words.receipt("programme"), words.in(certificate.title()));
            if (!certificate.provider().isEmpty()) {
                pages.row(words.receipt("provider"), words.in(certificate.provider()));
            }
            pages.row(words.of("place"), certificate.place());
            if (certificate.endedOn() != null) {
                pages.row(words.of("ended"), WrittenTime.of(certificate.endedOn(), locale));
            }
            pages.row(
                    words.of("issued"),
                    WrittenTime.of(certificate.since().atZone(ZoneOffset.UTC).toLocalDate(), locale));
            pages.row(words.of("number"), certificate.number());
            pages.rule();
            pages.paragraph(words.of("verify", page));
            pages.small("SHA-256 " + certificate.digest());
            pages.attach(
                    "yol-certificate-" + certificate.number() + ".jwt",
                    PublicAwardController.JWT,
                    certificate.jwt().getBytes(StandardCharsets.US_ASCII));
            pages.writeTo(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
