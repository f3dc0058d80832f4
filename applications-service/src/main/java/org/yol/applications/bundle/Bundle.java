package org.yol.applications.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yol.applications.application.Application;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Form;
import org.yol.applications.application.NamingDocuments;
import org.yol.applications.call.Call;
import org.yol.applications.inspection.Orientation;
import org.yol.applications.nomination.Standing;
import org.yol.applications.pdf.PaperWords;
import org.yol.applications.pdf.PdfPages;
import org.yol.applications.reference.ReceivedLetter;

/** One application on its way to paper. To be closed. */
final class Bundle implements AutoCloseable {

    private static final String PDF = "application/pdf";

    private final Application application;
    private final Form form;
    private final Call call;
    private final Standing standing;
    private final PaperWords words;
    private final List<Paper> papers = new ArrayList<>();

    /**
     * @param call null while this service has not heard of it
     * @param standing what the authority's list says of it; null without, and for those who may not know
     */
    Bundle(Application application, Call call, Standing standing, PaperWords words) {
        this.application = application;
        this.form = application.form();
        this.call = call;
        this.standing = standing;
        this.words = words;
    }

    /**
     * A document, in the order of the call.
     *
     * @param opened null unless it is a PDF that can be read
     * @param picture bytes of one; null unless it is that
     * @param held how the picture has to be turned, 1 to 8 as Exif has it
     * @param letter what a referee has written; null unless it is that
     * @param fault what to say instead of showing it; null when it is shown
     */
    private record Paper(
            int number,
            String title,
            PDDocument opened,
            byte[] picture,
            int held,
            ReceivedLetter letter,
            String fault) {

        int pages() {
            return opened == null ? 1 : opened.getNumberOfPages();
        }
    }

    /** Fetches what a document consists of. */
    interface Source {

        /** @throws Missing with what to say instead */
        byte[] bytes(AttachedDocument document) throws Missing;
    }

    /** Why a document is not in the bundle. */
    static final class Missing extends Exception {

        private static final long serialVersionUID = 1;

        private final String key;

        Missing(String key) {
            super(key);
            this.key = key;
        }
    }

    /** Adds the documents that the call asks for, and then all others. */
    Bundle with(Source source) {
        List<String> asked = call == null ? List.of() : shown(call.documents());
        List<String> kinds = new ArrayList<>(asked);
        form.documents().stream()
                .map(AttachedDocument::kind)
                .filter(kind -> !asked.contains(kind))
                .forEach(kinds::add);
        kinds.stream().distinct().forEach(kind -> add(words.document(kind, call), form.document(kind), source));
        return this;
    }

    /** Adds what referees have sent, for those only who may read it. */
    Bundle with(List<ReceivedLetter> letters, Source source) {
        for (ReceivedLetter letter : letters) {
            String title = words.of("reference") + ": " + letter.referee().name();
            papers.add(new Paper(papers.size() + 1, title, null, null, 0, letter, null));
            if (letter.file() != null) {
                add(title, Optional.of(letter.file()), source);
            }
        }
        return this;
    }

    private void add(String title, Optional<AttachedDocument> document, Source source) {
        int number = papers.size() + 1;
        papers.add(document.map(each -> paper(number, title, each, source))
                .orElseGet(() -> new Paper(number, title, null, null, 0, null, words.of("not-handed-in"))));
    }

    private Paper paper(int number, String title, AttachedDocument document, Source source) {
        try {
            byte[] bytes = source.bytes(document);
            if (!document.type().equals(PDF)) {
                return new Paper(number, title, null, bytes, Orientation.of(document.type(), bytes), null, null);
            }
            PDDocument opened = Loader.loadPDF(bytes);
            opened.setAllSecurityToBeRemoved(true);
            return new Paper(number, title, opened, null, 0, null, null);
        } catch (Missing missing) {
            return new Paper(number, title, null, null, 0, null, words.of(missing.key));
        } catch (IOException | RuntimeException broken) {
            return new Paper(number, title, null, null, 0, null, words.of("unreadable"));
        }
    }

    void writeTo(OutputStream out) throws IOException {
        String title = words.of("title") + " " + application.receiptId();
        try (PdfPages pages = new PdfPages(title, words.locale(), application.submittedAt(), 1)) {
            cover(pages);
            new FormPages(pages, words).write(form);
            for (Paper paper : papers) {
                write(pages, paper);
            }
            pages.writeTo(out);
        }
    }

    private void cover(PdfPages pages) {
        pages.title(words.of("title"));
        pages.row(words.receipt("number"), application.receiptId());
        pages.row(words.receipt("programme"), words.in(application.call().title()));
        if (call != null && !call.providerNames().isEmpty()) {
            pages.row(words.receipt("provider"), words.in(call.providerNames()));
        }
        pages.row(words.receipt("received"), words.time(application.submittedAt(), call));
        if (!application.student().lacksName()) {
            pages.row(words.of("account"), application.student().name());
        }
        if (form.dossier() != null) {
            new FormPages(pages, words).names(form.dossier());
        }
        words.choices(pages, form.choices(), call);
        if (standing != null) {
            pages.row(words.of("nomination"), words.of("nomination." + standing.verdict(), standing.rank()));
        }
        pages.heading(words.of("contents"));
        pages.row("–", words.of("form"));
        for (Paper paper : papers) {
            String numbers = paper.pages() == 1 ? mark(paper, 1) : mark(paper, 1) + " – " + mark(paper, paper.pages());
            pages.row(numbers, paper.title() + (paper.fault() == null ? "" : ": " + paper.fault()));
        }
    }

    private void write(PdfPages pages, Paper paper) {
        if (paper.letter() != null) {
            pages.newPage();
            pages.small(above(paper, 1));
            new FormPages(pages, words).letter(paper.title(), paper.letter());
            return;
        }
        String fault = paper.fault();
        if (fault == null) {
            try {
                if (paper.opened() == null) {
                    pages.picture(paper.picture(), paper.held(), above(paper, 1));
                } else {
                    pages.append(paper.opened(), page -> above(paper, page));
                }
                return;
            } catch (IOException | RuntimeException broken) {
                fault = words.of("unreadable");
            }
        }
        pages.newPage();
        pages.small(above(paper, 1));
        pages.heading(mark(paper, 1) + " " + paper.title());
        pages.paragraph(fault);
    }

    /** What a reader is not to have is not missing. */
    private List<String> shown(List<String> kinds) {
        return application.student().lacksName()
                ? kinds.stream().filter(kind -> !NamingDocuments.include(kind)).toList()
                : kinds;
    }

    private static String mark(Paper paper, int page) {
        return paper.number() + "-" + page;
    }

    private String above(Paper paper, int page) {
        return Stream.of(mark(paper, page), applicant(), paper.title(), application.receiptId())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("  ·  "));
    }

    /** Null for a reader who is not to know it. */
    private String applicant() {
        return form.dossier() == null || form.dossier().names().isEmpty()
                ? application.student().name()
                : form.dossier().names().getFirst();
    }

    @Override
    public void close() throws IOException {
        for (Paper paper : papers) {
            if (paper.opened() != null) {
                paper.opened().close();
            }
        }
    }
}
