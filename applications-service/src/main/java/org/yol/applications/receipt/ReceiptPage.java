package org.yol.applications.receipt;

import com.ibm.icu.text.NumberFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Form;
import org.yol.applications.call.Call;
import org.yol.applications.log.LogProofs.ProvedEntry;
import org.yol.applications.pdf.PaperWords;
import org.yol.applications.pdf.PdfPages;
import org.yol.applications.pdf.QrCode;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.ReceiptProperties;

/**
 * A receipt as one page of A4 in its reader's language, with the signed receipt attached, and the proof of its entry in
 * the log.
 */
@Component
class ReceiptPage {

    /** From the usual size down to one that can still be read: whatever is asked for, it is one page. */
    private static final float[] SCALES = {1, 0.88f, 0.76f, 0.66f, 0.58f};

    private static final int KILOBYTE = 1_000;

    private final MessageSource texts;
    private final URI verification;

    ReceiptPage(MessageSource texts, ReceiptProperties properties) {
        this.texts = texts;
        this.verification = verification(properties);
    }

    /** The address at which anybody verifies receipts. */
    static URI verification(ReceiptProperties properties) {
        return properties.publicUri().resolve("/verify");
    }

    /**
     * The page as PDF.
     *
     * @param receipt signed
     * @param entry of the public log; null while it is not there
     * @param form what was handed in; null where it is not what stands: only digests are shown then
     * @param call null while this service has not heard of it
     */
    byte[] of(Application application, Receipt receipt, ProvedEntry entry, Form form, Call call, Locale locale) {
        byte[] made = new byte[0];
        for (float scale : SCALES) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PaperWords words = new PaperWords(texts, "receipt", locale);
            try (PdfPages pages = new PdfPages(words.of("title") + " " + receipt.id(), locale, receipt.at(), scale)) {
                write(pages, application, receipt, entry, form, call, words);
                pages.attach(
                        "yol-receipt-" + receipt.id() + ".jws",
                        "application/jose",
                        receipt.jws().getBytes(StandardCharsets.US_ASCII));
                if (entry != null) {
                    pages.attach(
                            "yol-receipt-" + receipt.id() + ".tlog-proof",
                            "text/plain",
                            entry.proof().getBytes(StandardCharsets.UTF_8));
                }
                int count = pages.pages();
                pages.writeTo(out);
                made = out.toByteArray();
                if (count == 1) {
                    return made;
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return made;
    }

    private void write(
            PdfPages pages,
            Application application,
            Receipt receipt,
            ProvedEntry entry,
            Form form,
            Call call,
            PaperWords words) {
        pages.corner(QrCode.of(verification.toString()), verification.toString());
        pages.title(words.of("title"));
        pages.paragraph(words.of("intro"));
        pages.row(words.of("number"), receipt.id());
        if (!application.student().lacksName()) {
            pages.row(words.of("applicant"), application.student().name());
        }
        pages.row(words.of("programme"), words.in(application.call().title()));
        if (call != null && !call.providerNames().isEmpty()) {
            pages.row(words.of("provider"), words.in(call.providerNames()));
        }
        pages.row(words.of("received"), words.time(receipt.at(), call));
        if (receipt.firstAt() != null) {
            pages.row(words.of("first"), words.time(receipt.firstAt(), call));
        }
        String log = receipt.says().at("/log/origin").asString("");
        if (!log.isEmpty()) {
            pages.row(
                    words.of("log"),
                    entry == null
                            ? words.of("log.soon", log)
                            : words.of("log.entry", Long.toString(entry.index()), log));
        }
        if (form != null) {
            words.choices(pages, form.choices(), call);
        }
        pages.heading(words.of("contents"));
        receipt.sha256().forEach((part, sha256) -> {
            pages.space(2);
            pages.paragraph(part(part, form, call, words));
            pages.space(-3);
            pages.small("SHA-256 " + sha256);
        });
        pages.rule();
        pages.paragraph(words.of("verify", verification));
    }

    private static String part(String part, Form form, Call call, PaperWords words) {
        if (!part.startsWith("document:")) {
            return words.texts().getMessage("receipt.part." + part, null, part, words.locale());
        }
        String kind = part.substring("document:".length());
        String own = words.document(kind, call);
        return Optional.ofNullable(form)
                .flatMap(written -> written.document(kind))
                .map(document -> own + " · " + document.name() + " · " + size(document, words))
                .orElse(own);
    }

    private static String size(AttachedDocument document, PaperWords words) {
        NumberFormat number = NumberFormat.getInstance(words.locale());
        number.setMaximumFractionDigits(1);
        return words.of("kilobytes", number.format((double) document.size() / KILOBYTE));
    }
}
