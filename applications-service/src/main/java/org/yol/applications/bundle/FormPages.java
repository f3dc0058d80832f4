package org.yol.applications.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yol.applications.application.Form;
import org.yol.applications.dossier.Education;
import org.yol.applications.dossier.Particulars;
import org.yol.applications.dossier.PersonName;
import org.yol.applications.pdf.PaperWords;
import org.yol.applications.pdf.PdfPages;
import org.yol.applications.reference.ReceivedLetter;

/** What was filled in, as pages. */
record FormPages(PdfPages pages, PaperWords words) {

    void write(Form form) {
        pages.newPage();
        pages.title(words.of("form"));
        if (form.dossier() != null) {
            dossier(form.dossier());
        }
        text("motivation", form.answers().motivation());
        text("study-plan", form.answers().studyPlan());
        if (form.team() != null) {
            pages.heading(words.of("team"));
            form.team()
                    .members()
                    .forEach(member -> pages.paragraph(
                            line(member.name(), words.country(member.country()), member.institution(), member.role())));
        }
    }

    void names(Particulars dossier) {
        name("passport-name", dossier.passportName());
        name("native-name", dossier.nativeName());
        name("katakana-name", dossier.katakanaName());
    }

    void letter(String title, ReceivedLetter letter) {
        pages.heading(title);
        row(
                "referee",
                line(
                        letter.referee().name(),
                        letter.referee().institution(),
                        letter.referee().email()));
        row("relation", letter.referee().relation());
        row("since", letter.answers().since());
        row("capacity", letter.answers().capacity());
        row(
                "rank",
                words.of("rank."
                        + letter.answers()
                                .rank()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')));
        text("reference", letter.answers().text());
    }

    private void dossier(Particulars dossier) {
        names(dossier);
        row("birth-date", dossier.birthDate());
        row("citizenships", dossier.citizenships().stream().map(words::country).collect(Collectors.joining(", ")));
        if (dossier.home() != null) {
            row(
                    "home",
                    line(
                            words.country(dossier.home().country()),
                            dossier.home().region(),
                            dossier.home().since()));
        }
        if (dossier.contacts() != null) {
            row("telephone", dossier.contacts().telephone());
            row("address", dossier.contacts().postalAddress());
        }
        list("education", dossier.education().stream().map(this::education).toList());
        list(
                "languages",
                dossier.languages().stream()
                        .map(skill -> line(
                                words.language(skill.language()),
                                skill.test(),
                                skill.result(),
                                skill.total(),
                                skill.date()))
                        .toList());
        list(
                "work",
                dossier.work().stream()
                        .map(job -> line(job.employer(), job.position(), span(job.from(), job.to())))
                        .toList());
        list("programmes-held", dossier.programmesHeld());
    }

    private String education(Education studies) {
        String grade = studies.grade() == null
                ? null
                : studies.grade().toPlainString()
                        + (studies.outOf() == null
                                ? ""
                                : " / " + studies.outOf().toPlainString());
        return line(
                studies.institution(),
                words.level(studies.level()),
                studies.field(),
                span(studies.from(), studies.to()),
                grade);
    }

    private static String span(String from, String to) {
        return from == null && to == null
                ? null
                : (Objects.requireNonNullElse(from, "") + " – " + Objects.requireNonNullElse(to, "")).strip();
    }

    private static String line(Object... parts) {
        return Arrays.stream(parts)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private void name(String key, PersonName name) {
        row(key, name == null ? null : name.whole());
    }

    private void row(String key, Object value) {
        if (value != null && !value.toString().isBlank()) {
            pages.row(words.of(key), value.toString());
        }
    }

    private void list(String key, List<String> entries) {
        if (!entries.isEmpty()) {
            pages.heading(words.of(key));
            entries.forEach(pages::paragraph);
        }
    }

    private void text(String key, String text) {
        if (text != null && !text.isBlank()) {
            pages.heading(words.of(key));
            pages.paragraph(text);
        }
    }
}
