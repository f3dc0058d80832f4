package org.yol.applications.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.yol.contracts.StudyLevel;
import org.yol.eligibility.Applicant;
import org.yol.eligibility.Employer;
import org.yol.eligibility.GradeOnScale;

/** What a dossier says to the rules of a call. What it does not say is not known, which refuses nobody. */
public final class KnownApplicant {

    /** From the lowest on, as far as a degree is given. */
    private static final List<StudyLevel> DEGREES =
            List.of(StudyLevel.BACHELOR, StudyLevel.MASTER, StudyLevel.DOCTORATE);

    private final Particulars dossier;
    private final LocalDate today;

    private KnownApplicant(Particulars dossier, LocalDate today) {
        this.dossier = dossier;
        this.today = today;
    }

    /**
     * What is known of somebody.
     *
     * @param choices how many places are ranked; null is not known
     */
    public static Applicant of(Particulars dossier, Integer choices, LocalDate today) {
        KnownApplicant known = new KnownApplicant(dossier, today);
        return new Applicant(
                dossier.citizenships().isEmpty() ? null : Set.copyOf(dossier.citizenships()),
                dossier.birthDate(),
                known.degree(),
                known.grade(),
                known.certificates(),
                known.yearsOfWork(),
                known.employer(),
                known.residence(),
                known.programmesHeld(),
                choices);
    }

    /** The highest held. While a higher one is on its way nobody can tell which counts in the end. */
    private StudyLevel degree() {
        List<Education> stated = dossier.education().stream()
                .filter(studies -> studies.level() != null)
                .toList();
        StudyLevel held = highest(stated.stream().filter(this::isHeld).toList());
        boolean higherToCome = rank(highest(stated)) > rank(held);
        return higherToCome ? null : held;
    }

    private static StudyLevel highest(List<Education> all) {
        return all.stream()
                .map(Education::level)
                .max(Comparator.comparingInt(KnownApplicant::rank))
                .orElse(null);
    }

    private static int rank(StudyLevel level) {
        if (level == null) {
            return -1;
        }
        return level == StudyLevel.POSTDOCTORAL ? DEGREES.size() : DEGREES.indexOf(level);
    }

    private boolean isHeld(Education studies) {
        return !Months.isToCome(studies.to(), today);
    }

    /** That of the highest degree. */
    private GradeOnScale grade() {
        return dossier.education().stream()
                .filter(studies -> studies.grade() != null && studies.outOf() != null)
                .max(Comparator.comparing((Education studies) -> isHeld(studies))
                        .thenComparingInt(studies -> rank(studies.level())))
                .map(studies -> new GradeOnScale(studies.grade(), studies.outOf()))
                .orElse(null);
    }

    private List<Applicant.Certificate> certificates() {
        List<Applicant.Certificate> all = dossier.languages().stream()
                .filter(skill -> skill.language() != null && skill.test() != null && skill.result() != null)
                .map(skill -> new Applicant.Certificate(skill.language(), skill.test(), skill.result(), skill.total()))
                .toList();
        return all.isEmpty() && !hasNone(Section.LANGUAGES) ? null : all;
    }

    private Integer yearsOfWork() {
        List<Employment> dated =
                dossier.work().stream().filter(job -> job.from() != null).toList();
        if (dated.isEmpty()) {
            return hasNone(Section.WORK) ? 0 : null;
        }
        return Months.years(dated, today);
    }

    /** The present one, the public service before any other. */
    private Employer employer() {
        List<Employment> jobs = dossier.work();
        if (jobs.isEmpty()) {
            return hasNone(Section.WORK) ? Employer.NONE : null;
        }
        List<Employment> present = jobs.stream()
                .filter(job -> job.to() == null || Months.isToCome(job.to(), today))
                .toList();
        if (present.stream().anyMatch(job -> job.kind() == Employer.GOVERNMENT)) {
            return Employer.GOVERNMENT;
        }
        if (present.stream().anyMatch(job -> job.kind() == null)) {
            return null;
        }
        return present.isEmpty() ? Employer.NONE : Employer.OTHER;
    }

    private Applicant.Residence residence() {
        Home home = dossier.home();
        return home == null
                ? null
                : new Applicant.Residence(
                        home.country(), home.region(), home.rural(), Months.yearsSince(home.since(), today));
    }

    private Set<String> programmesHeld() {
        return dossier.programmesHeld().isEmpty() && !hasNone(Section.PROGRAMMES_HELD)
                ? null
                : Set.copyOf(dossier.programmesHeld());
    }

    private boolean hasNone(Section section) {
        return dossier.none().contains(section);
    }
}
