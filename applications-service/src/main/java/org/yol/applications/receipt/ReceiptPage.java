package org.yol.applications.receipt;

import com.ibm.icu.text.NumberFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Form;
import org.yol.applications.call.Call;
import org.yol.applications.pdf.PdfPages;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.ReceiptProperties;
import org.yol.contracts.CallPublished.Name;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.Language;
import org.yol.platform.time.WrittenTime;

/** A receipt as one page of A4 in its reader's language, with the signed receipt attached. */
@Component
class ReceiptPage {

    /** From the usual size down to one that can still be read: whatever is asked for, it is one page. */
    private static final float[] SCALES = {1, 0.88f, 0.76f, 0.66f};

    private static final int KILOBYTE = 1_000;

    private final MessageSource texts;
    private final URI verification;

    ReceiptPage(MessageSource texts, ReceiptProperties properties) {
        this.texts = texts;
        this.verification = properties.publicUri().resolve("/verify");
    }

    /**
     * The page as PDF.
     *
     * @param receipt signed
     * @param form what was handed in; null where it is not what stands: only digests are shown then
     * @param call null while this service has not heard of it
     */
    byte[] of(Application application, Receipt receipt, Form form, Call call, Locale locale) {
        byte[] made = new byte[0];
        for (float scale : SCALES) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Words words = new Words(locale);
            try (PdfPages pages = new PdfPages(words.of("title") + " " + receipt.id(), locale, receipt.at(), scale)) {
                write(pages, application, receipt, form, call, words);
                pages.attach(
                        "yol-receipt-" + receipt.id() + ".jws",
                        "application/jose",
                        receipt.jws().getBytes(StandardCharsets.US_ASCII));
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

    private void write(PdfPages pages, Application application, Receipt receipt, Form form, Call call, Words words) {
        ZoneId zone = call == null ? ZoneOffset.UTC : call.zoneId();
        pages.title(words.of("title"));
        pages.paragraph(words.of("intro"));
        pages.row(words.of("number"), receipt.id());
        pages.row(words.of("applicant"), application.student().name());
        pages.row(words.of("programme"), words.in(application.call().title()));
        if (call != null && !call.providerNames().isEmpty()) {
            pages.row(words.of("provider"), words.in(call.providerNames()));
        }
        pages.row(words.of("received"), words.time(receipt.at().atZone(zone)));
        if (receipt.firstAt() != null) {
            pages.row(words.of("first"), words.time(receipt.firstAt().atZone(zone)));
        }
        if (form != null) {
            choices(pages, form, call, words);
        }
        pages.heading(words.of("contents"));
        receipt.sha256().forEach((part, sha256) -> {
            pages.space(2);
            pages.paragraph(words.part(part, form, call));
            pages.space(-3);
            pages.small("SHA-256 " + sha256);
        });
        pages.rule();
        pages.paragraph(words.of("verify", verification));
    }

    private void choices(PdfPages pages, Form form, Call call, Words words) {
        int rank = 0;
        for (String choice : form.choices()) {
            rank++;
            String place = Optional.ofNullable(call)
                    .flatMap(known -> known.place(choice))
                    .map(words::place)
                    .orElse(choice);
            pages.row(words.of("choice", rank), place);
        }
    }

    private final class Words {

        private final Locale locale;
        private final String language;

        Words(Locale locale) {
            this.locale = locale;
            this.language = Language.of(locale.toLanguageTag()).toString();
        }

        String of(String key, Object... arguments) {
            return texts.getMessage("receipt." + key, arguments, locale);
        }

        String in(Map<String, String> versions) {
            String own = versions.get(language);
            return own == null || own.isBlank() ? versions.get("en") : own;
        }

        String time(ZonedDateTime moment) {
            return WrittenTime.of(moment, locale);
        }

        String place(Place place) {
            return in(place.hostNames()) + " · "
                    + texts.getMessage(
                            "level." + place.level(), null, place.level().toString(), locale);
        }

        String part(String part, Form form, Call call) {
            if (!part.startsWith("document:")) {
                return texts.getMessage("receipt.part." + part, null, part, locale);
            }
            String kind = part.substring("document:".length());
            String name = texts.getMessage("document-kind." + kind, null, kind, locale);
            List<Name> named = call == null ? List.of() : call.names();
            String own = named.stream()
                    .filter(each -> each.keyword().equals(kind))
                    .map(each -> in(each.text()))
                    .findFirst()
                    .orElse(name);
            return Optional.ofNullable(form)
                    .flatMap(written -> written.document(kind))
                    .map(document -> own + " · " + document.name() + " · " + size(document))
                    .orElse(own);
        }

        private String size(AttachedDocument document) {
            NumberFormat number = NumberFormat.getInstance(locale);
            number.setMaximumFractionDigits(1);
            return of("kilobytes", number.format((double) document.size() / KILOBYTE));
        }
    }
}
